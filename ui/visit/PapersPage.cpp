// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/PapersPage.h"

#include "ui/messages/Sentence.h"
#include "ui/files/FileWords.h"
#include "ui/visit/HeldPaperWords.h"
#include "ui/visit/PaperWords.h"
#include "ui/widgets/PageView.h"
#include "ui/widgets/PaperTable.h"
#include "ui/widgets/Restyle.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

enum Column { Shape, Name, Count, Pages, State, ColumnCount };

QString fileMark(const Paper &paper)
{
    return paper.files.isEmpty() ? QString() : QStringLiteral("   ▤ %1").arg(paper.files.size());
}

/** How many pages of it were scanned. */
QString pageCount(const Paper &paper)
{
    const auto pages = static_cast<int>(PageStack(paper.pages).kept().size());
    return pages == 0 ? QString() : PapersPage::tr("%n p.", nullptr, pages);
}

/** The files by name and size, and how the last one is left out. */
QString filesLine(const Paper &paper)
{
    if (paper.files.isEmpty()) {
        return {};
    }
    QStringList files;
    for (const PaperFile &file : paper.files) {
        const QString name = file.drawn ? PapersPage::tr("signed on the citizen's screen at %1").arg(file.drawn->at.toString(u"HH:mm")) : file.name;
        const QString words = file.reuse ? QStringLiteral("↺ ") + reuseWords(*file.reuse) : name + QStringLiteral(" (") + sizeWords(file.bytes) + u')';
        if (!file.reuse || !files.contains(words)) { // several files of one paper come from one place
            files.append(words);
        }
    }
    return QStringLiteral("▤ ") + files.join(QStringLiteral(" · ")) + QStringLiteral("   ")
        + (paper.files.constLast().reuse ? PapersPage::tr("Del give it back") : PapersPage::tr("Del leave out the last file"));
}

} // namespace

PapersPage::PapersPage(QWidget *parent)
    : Page(parent)
{
    m_table = new PaperTable(ColumnCount, this);
    m_table->setAccessibleName(tr("Papers"));
    m_table->installEventFilter(this);
    // It takes what the paper below it leaves, and scrolls; three of its lines are always there, and in a window that is too low for them the page scrolls.
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);

    const auto line = [this](const QString &tone) {
        auto *label = new QLabel(this);
        label->setProperty("tone", tone);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        return label;
    };
    m_declarationLine = line(QStringLiteral("secondary"));
    m_declarationLine->hide();
    m_keys = line(QStringLiteral("secondary"));
    m_keys->setText(tr("↑ ↓ choose   + met   - not met   * not applicable   . to follow   K kind of paper   H keep the original here   0 not seen"));
    m_details = new PaperDetails(this);
    m_details->tray()->installEventFilter(this);
    m_view = new PageView(this);
    m_view->hide();

    m_work = new QWidget(this);
    auto *list = new QVBoxLayout;
    list->setSpacing(6);
    list->addWidget(m_table, 1);
    list->addWidget(m_keys);
    m_columns = new QBoxLayout(QBoxLayout::TopToBottom);
    m_columns->setSpacing(8);
    m_columns->addLayout(list, 1);
    m_columns->addWidget(m_details);
    auto *work = new QVBoxLayout(m_work);
    work->setContentsMargins(16, 8, 16, 8);
    work->setSpacing(6);
    work->addWidget(m_declarationLine);
    work->addLayout(m_columns, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_work);
    column->addWidget(m_view);
    joinPages();
    connect(m_table, &QTableWidget::currentCellChanged, this, &PapersPage::drawCurrent);
    connect(m_details->reason(), &QLineEdit::textEdited, this, [this](const QString &text) {
        if (const RequiredPaper *required = current()) {
            Paper paper = m_papers.paper(required->id);
            paper.reason = text.trimmed();
            store(paper);
        }
    });
}

void PapersPage::setPapers(const Procedure &procedure, const PaperSet &papers, const FormDraft &form, QDate day)
{
    m_day = day;
    m_procedure = procedure;
    m_papers = papers;
    m_form = form;
    if (m_papers.paper(m_stackOf).pages != m_stack.pages()) {
        forgetChanges(); // others came: to take back what was done before would lose them
    }
    m_table->setRowCount(static_cast<int>(procedure.papers.size()));
    draw();
    if (m_table->currentRow() < 0) {
        m_table->selectRow(0);
    }
    drawCurrent();
}

void PapersPage::forgetLeftOut()
{
    m_leftOut.reset();
    m_heldChange = {};
    m_held.clear();
    forgetChanges();
    m_answers.clear();
    m_decided.clear();
    m_wantedFor.clear();
    m_details->tray()->forgetPictures();
    closeLarge();
    Q_EMIT actsChanged();
}

void PapersPage::setCarried(const QMap<QString, QString> &seenFor)
{
    m_carried = seenFor;
    drawCurrent();
}

void PapersPage::setDeclaration(const DeclarationFacts &declaration)
{
    m_declaration = declaration;
    m_declarationTold = m_declarationTold && isOutOfDate();
    m_declarationLine->setVisible(declaration.isPrintedHere);
    if (declaration.isPrintedHere) {
        const DeclarationLook look = declarationLook(declaration);
        m_declarationLine->setText(look.shape + u' ' + look.words);
        restyle(m_declarationLine, "tone", look.tone);
    }
    Q_EMIT tasksChanged();
    Q_EMIT actsChanged();
}

bool PapersPage::isOutOfDate() const
{
    return m_declaration.isPrintedHere && m_declaration.standing.state == DeclarationStanding::State::OutOfDate;
}

void PapersPage::setFeeFollows(bool follows)
{
    m_feeFollows = follows;
    Q_EMIT actsChanged();
}

void PapersPage::draw()
{
    m_problems = m_papers.violations(m_procedure, m_form, m_day);
    for (int row = 0; row < m_procedure.papers.size(); ++row) {
        const RequiredPaper &required = m_procedure.papers.at(row);
        const PaperLook drawn = paperLook(m_papers.paper(required.id), required, required.isNeeded(m_form, m_day));
        m_table->put(row, {drawn.shape, required.name, paperCounts(required, m_form), pageCount(m_papers.paper(required.id)), drawn.words + fileMark(m_papers.paper(required.id)) + heldMark(required)});
    }
    Q_EMIT tasksChanged();
    Q_EMIT actsChanged();
}

const RequiredPaper *PapersPage::current() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < m_procedure.papers.size() ? &m_procedure.papers.at(row) : nullptr;
}

/** Of what somebody has to say why, or out of which database it came; empty of any other. */
QString PapersPage::reasonLabel(const Paper &paper) const
{
    if (paper.state == Paper::State::Met) {
        return paper.kind == PaperKind::FromDatabase ? tr("From which database, then Enter") : QString();
    }
    return paper.state == Paper::State::NotMet || paper.state == Paper::State::NotApplicable ? tr("Reason, then Enter") : QString();
}

void PapersPage::drawCurrent()
{
    const RequiredPaper *required = current();
    if (!required) {
        return;
    }
    const Paper paper = m_papers.paper(required->id);
    const bool isCarried = paper.state == Paper::State::Met && m_carried.contains(required->id);
    const QString dropped = isCarried ? QStringLiteral("↺ ") + tr("Seen already in this visit, for %1. Look again if in doubt.").arg(m_carried.value(required->id))
                                      : whyNotNeeded(*required, m_procedure.form(), m_form, m_day);
    QStringList kinds;
    for (const PaperKind kind : acceptedKinds(*required)) {
        const bool chosen = paper.state == Paper::State::Met && paper.kind == kind;
        kinds.append((chosen ? QStringLiteral("● ") : QStringLiteral("○ ")) + paperKindWords(kind));
    }
    PaperDetailsView view{.heading = headingOf(paper), .files = filesLine(paper), .whyNot = dropped, .help = required->help,
        .kinds = tr("Accepted as: %1").arg(kinds.join(QStringLiteral("   "))), .ways = waysLine(), .progress = progressLine(paper.id), .offer = offerLine(paper.id), .signing = m_signing,
        .againKey = m_keyMap.shown(KeyAct::ScanAgain), .reasonLabel = reasonLabel(paper), .reason = paper.reason};
    for (const PaperPage &page : paper.pages) {
        view.pages.append({page.thumbnail, page.isBlank});
    }
    if (m_scan.into == paper.id) {
        view.arriving = m_scan.arriving;
    }
    const bool wasInTray = m_details->tray()->hasFocus();
    m_details->setView(view);
    if (wasInTray && view.pages.isEmpty()) {
        m_table->setFocus();
    }
    followLarge();
    wantAnswers(paper);
    if (!m_held.isEmpty()) {
        Q_EMIT actsChanged(); // how many were filed before that fit, each line says of its own
    }
}

void PapersPage::store(const Paper &paper)
{
    Q_EMIT fellSilent(); // what was said of this paper no longer holds
    m_papers.set(paper);
    draw();
    drawCurrent();
    Q_EMIT paperLookedAt(paper);
}

void PapersPage::decide(Paper::State state)
{
    const RequiredPaper *required = current();
    if (!required) {
        return;
    }
    Paper paper = m_papers.paper(required->id);
    const bool wasMet = paper.state == Paper::State::Met;
    paper.name = required->name;
    paper.state = state;
    if (state == Paper::State::Met) {
        paper.kind = wasMet ? paper.kind : acceptedKinds(*required).constFirst();
    }
    if (state != Paper::State::NotMet && state != Paper::State::NotApplicable && !(wasMet && state == Paper::State::Met)) {
        paper.reason = state == Paper::State::Met && paper.kind == PaperKind::FromDatabase ? required->database : QString();
    }
    if (state != Paper::State::Met) {
        paper.originalsHeld = 0;
    }
    store(paper);
    if (m_details->reason()->isVisibleTo(this) && (state != Paper::State::Met || paper.reason.isEmpty())) {
        m_details->reason()->setFocus();
    } else if (state == Paper::State::Met) {
        selectNextAsked();
    }
}

/** The next paper that is asked for, now or on request; what drops out is passed over. */
void PapersPage::selectNextAsked()
{
    for (int row = m_table->currentRow() + 1; row < m_table->rowCount(); ++row) {
        const RequiredPaper &required = m_procedure.papers.at(row);
        if (required.need == RequiredPaper::Need::OnRequest || required.isNeeded(m_form, m_day)) {
            m_table->selectRow(row);
            return;
        }
    }
}

void PapersPage::nextKind()
{
    const RequiredPaper *required = current();
    if (!required) {
        return;
    }
    const QList<PaperKind> kinds = acceptedKinds(*required);
    Paper paper = m_papers.paper(required->id);
    const qsizetype at = paper.state == Paper::State::Met ? kinds.indexOf(paper.kind) : -1;
    paper.name = required->name;
    paper.state = Paper::State::Met;
    paper.kind = kinds.at((at + 1) % kinds.size());
    paper.originalsHeld = paper.kind == PaperKind::OriginalSeen ? paper.originalsHeld : 0;
    paper.reason = paper.kind == PaperKind::FromDatabase ? required->database : QString();
    store(paper);
    if (paper.kind == PaperKind::FromDatabase && paper.reason.isEmpty()) {
        m_details->reason()->setFocus();
    }
}

// An original that is kept for comparison is given back with the result, and stands on a list until then.
void PapersPage::turnHeld()
{
    const RequiredPaper *required = current();
    if (!required) {
        return;
    }
    Paper paper = m_papers.paper(required->id);
    if (paper.state != Paper::State::Met || paper.kind != PaperKind::OriginalSeen) {
        Q_EMIT said({Notice::Kind::Told, tr("Only an original that was seen can be kept here. Nothing was changed. Press + first."), {}});
        return;
    }
    paper.originalsHeld = paper.originalsHeld > 0 ? 0 : std::max(1, required->originalsFor(m_form));
    store(paper);
}

// The file itself stays where it came from, and its sealed copy for another day: this one key loses nothing.
void PapersPage::leaveOutFile()
{
    const RequiredPaper *required = current();
    Paper paper = required ? m_papers.paper(required->id) : Paper();
    if (paper.files.isEmpty()) {
        Q_EMIT said({Notice::Kind::Told, tr("No file was taken in for this paper, so there is none to leave out. Nothing was changed."), {}});
        return;
    }
    if (giveBackHeld(paper)) {
        return;
    }
    m_leftOutOf = paper.id;
    m_leftOut = paper.files.takeLast();
    m_undo = Undo::File;
    const QString name = m_leftOut->name;
    store(paper);
    Q_EMIT said({Notice::Kind::Told, tr("\"%1\" was left out. Ctrl+Z puts it back.").arg(name), {}});
}

void PapersPage::putBackFile()
{
    const std::optional<PaperFile> file = std::exchange(m_leftOut, std::nullopt);
    m_undo = Undo::Nothing;
    Paper paper = m_papers.paper(m_leftOutOf);
    // It may have been taken in anew meanwhile.
    const auto isSame = [&file](const PaperFile &one) { return one.digest == file->digest; };
    if (file && std::none_of(paper.files.cbegin(), paper.files.cend(), isSame)) {
        paper.files.append(*file);
        store(paper);
    } else {
        Q_EMIT actsChanged();
    }
}

bool PapersPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || (watched != m_table && watched != m_details->tray())) {
        return Page::eventFilter(watched, event);
    }
    auto &key = *static_cast<QKeyEvent *>(event);
    const Qt::KeyboardModifiers with = key.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    return (with == Qt::NoModifier && keyOnPaper(key.text())) || (watched == m_table && keyOnTable(key));
}

bool PapersPage::keyOnPaper(const QString &typed)
{
    if (typed == u"+" || typed == u"=") {
        decide(Paper::State::Met);
    } else if (typed == u"-") {
        decide(Paper::State::NotMet);
    } else if (typed == u"*") {
        decide(Paper::State::NotApplicable);
    } else if (typed == u".") {
        decide(Paper::State::ToFollow);
    } else if (typed == u"0") {
        decide(Paper::State::NotSeen);
    } else if (typed.compare(u"k", Qt::CaseInsensitive) == 0) {
        nextKind();
    } else if (typed.compare(u"h", Qt::CaseInsensitive) == 0) {
        turnHeld();
    } else if (typed.compare(u"b", Qt::CaseInsensitive) == 0) {
        putBackNext();
    } else if (typed.compare(u"p", Qt::CaseInsensitive) == 0 && m_scan.isThere) {
        Q_EMIT profileAsked();
    } else {
        return false;
    }
    return true;
}

QString PapersPage::heading() const
{
    return m_scan.isThere ? tr("Papers · each %1 scans into the chosen line").arg(m_keyMap.shown(KeyAct::Scan)) : tr("Papers");
}

QList<PageAct> PapersPage::acts() const
{
    QList<PageAct> acts;
    if (m_declaration.isPrintedHere) {
        const DeclarationStanding::State state = m_declaration.standing.state;
        const bool isPrinting = state == DeclarationStanding::State::Printing;
        acts.append({KeyAct::Print, state == DeclarationStanding::State::NotPrinted || isPrinting ? tr("Print the declaration") : tr("Print the declaration again"),
            isPrinting ? tr("The declaration is on its way to the printer. Nothing was lost. Wait until the line at the top says how it ended.") : QString(),
            true});
    }
    if (!m_problems.isEmpty() || isOutOfDate()) {
        acts.append({KeyAct::NextToDo, {}, {}, false});
    }
    if (!guide().isEmpty()) {
        acts.append({KeyAct::Guide, {}, {}, true});
    }
    acts.append({KeyAct::ShowToCitizen, {}, {}, false});
    if (m_undo != Undo::Nothing) {
        acts.append({KeyAct::Undo, {}, {}, false});
    }
    if (offered()) {
        acts.append({KeyAct::TakeOffer, {}, {}, false});
        acts.append({KeyAct::KeepMine, {}, {}, false});
    }
    if (m_scan.isThere) {
        const QString refusal = scanRefusal();
        acts.append({KeyAct::Scan, tr("Scan"), refusal, true});
        acts.append({KeyAct::ScanAgain, {}, refusal, false});
    }
    acts.append({KeyAct::ScanLater, {}, {}, false});
    acts.append(heldAct());
    acts.append({KeyAct::TakeInFile, {}, {}, true});
    acts.append({KeyAct::Supplement, tr("Ask for what is missing"), {}, true});
    acts.append({KeyAct::Main, m_feeFollows ? tr("Next: Fee") : tr("Next: Accept"), {}, true});
    return acts;
}

void PapersPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        Q_EMIT advanced();
    } else if (act == KeyAct::ShowToCitizen) {
        Q_EMIT reviewAsked();
    } else if (act == KeyAct::Supplement) {
        Q_EMIT awayAsked();
    } else if (act == KeyAct::TakeInFile) {
        if (const RequiredPaper *required = current()) {
            Q_EMIT filesAsked(required->id);
        }
    } else if (act == KeyAct::Reuse) {
        if (const RequiredPaper *required = current()) {
            Q_EMIT heldAsked(required->id);
        }
    } else if (act == KeyAct::Scan) {
        scan(static_cast<int>(chosenPaper().pages.size()), false);
    } else if (act == KeyAct::ScanAgain) {
        scanAgain();
    } else if (act == KeyAct::TakeOffer || act == KeyAct::KeepMine) {
        endOffer(act == KeyAct::TakeOffer);
    } else if (act == KeyAct::ScanLater) {
        scanLater();
    } else if (act == KeyAct::Undo) {
        m_undo == Undo::Held ? takeBackHeld() : m_undo == Undo::File ? putBackFile() : takeBackPages();
    } else if (act == KeyAct::NextToDo) {
        walk();
    } else if (act == KeyAct::Print) {
        Q_EMIT declarationAsked();
    }
}

/** The caret goes to the paper that it is, if the procedure asks for it. */
void PapersPage::tellDeclaration()
{
    m_declarationTold = true;
    const auto &papers = m_procedure.papers;
    const auto found = std::find_if(papers.cbegin(), papers.cend(), [](const RequiredPaper &one) { return one.declaration; });
    if (found != papers.cend()) {
        m_table->selectRow(static_cast<int>(found - papers.cbegin()));
    }
    m_table->setFocus();
    Q_EMIT said({Notice::Kind::Warning, declarationLook(m_declaration).words, {}});
}

void PapersPage::walk()
{
    if (isOutOfDate() && !m_declarationTold) {
        tellDeclaration(); // first: a sheet that is signed in vain costs the citizen most
        return;
    }
    const auto rowOf = [this](const Violation &problem) {
        const auto &papers = m_procedure.papers;
        const auto found = std::find_if(papers.begin(), papers.end(), [&problem](const RequiredPaper &one) { return one.id == problem.field; });
        return static_cast<int>(found - papers.begin());
    };
    const int from = m_table->currentRow();
    auto next = std::find_if(m_problems.cbegin(), m_problems.cend(), [&](const Violation &one) { return rowOf(one) > from; });
    if (next == m_problems.cend()) {
        if (isOutOfDate()) {
            tellDeclaration(); // the round begins again
            return;
        }
        next = m_problems.cbegin();
    }
    const int row = rowOf(*next);
    if (row < m_table->rowCount()) {
        m_table->selectRow(row);
        m_table->setFocus();
        Q_EMIT said({Notice::Kind::Told, sentence(*next, m_procedure.papers.at(row).name), {}});
    }
}

QWidget *PapersPage::firstField() const
{
    return m_table;
}

QStringList PapersPage::tasks() const
{
    QStringList tasks;
    if (isOutOfDate()) {
        tasks.append(tr("Declaration changed since it was printed"));
    }
    for (const Violation &problem : m_problems) {
        const RequiredPaper *paper = m_procedure.paper(problem.field);
        tasks.append(paper ? paper->name : problem.field);
    }
    return tasks;
}

bool PapersPage::enter(QWidget *focused)
{
    if (focused == m_details->reason()) {
        m_table->setFocus();
    } else if (focused == m_view) {
        closeLarge();
    } else if (focused == m_details->tray()) {
        openLarge(m_details->tray()->chosen());
    } else if (!endSplit()) {
        const int next = m_table->currentRow() + 1;
        m_table->selectRow(next < m_table->rowCount() ? next : 0);
    }
    return true;
}

bool PapersPage::closeInner()
{
    if (m_large >= 0) {
        closeLarge();
    } else if (m_details->reason()->hasFocus()) {
        m_table->setFocus();
    } else if (m_splitAt) {
        dropSplit();
    } else if (!m_scan.into.isEmpty()) {
        Q_EMIT scanStopAsked();
    } else {
        return false;
    }
    return true;
}

} // namespace motcua
