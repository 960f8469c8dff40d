// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/PapersPage.h"

#include "ui/widgets/PageView.h"
#include "ui/widgets/PaperTable.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QResizeEvent>

#include <algorithm>
#include <utility>

// PapersPage where the pages of a paper are scanned, seen and put right.
namespace motcua {

namespace {

constexpr int BesideFrom = 1200; // px at 100 %: from here on the paper stands beside the list, and neither cuts names short
constexpr int LeastLines = 3; // of the list
constexpr int LargeFrom = 640; // px high at 100 %: from here on pages are shown larger
constexpr int LowUntil = 280; // px of height
constexpr int TextPixels = 14; // the text for which that is given
constexpr int SettlesMs = 30; // a window that is being resized asks for one picture, not for a hundred

} // namespace

void PapersPage::joinPages()
{
    m_largeSettles.setSingleShot(true);
    m_largeSettles.setInterval(SettlesMs);
    connect(&m_largeSettles, &QTimer::timeout, this, [this] {
        if (m_large >= 0) {
            Q_EMIT pageWanted(m_largeShown, m_view->room());
        }
    });
    connect(m_details, &PaperDetails::restorePressed, this, &PapersPage::putBackNext);
    connect(m_details->tray(), &PageTray::wished, this, &PapersPage::wish);
    connect(m_view, &PageView::roomChanged, this, [this] { m_largeSettles.start(); });
    connect(m_view, &PageView::closed, this, &PapersPage::closeLarge);
    connect(m_view, &PageView::wished, this, [this](PageTray::Wish wished) { wish(wished, m_large); });
    connect(m_view, &PageView::stepped, this, [this](int by) {
        const int wanted = std::clamp(m_large + by, 0, static_cast<int>(chosenPaper().pages.size()) - 1);
        if (wanted != m_large) {
            m_details->tray()->choose(wanted);
            m_large = wanted;
            showLarge();
        }
    });
}

void PapersPage::setScan(const ScanStanding &scan)
{
    if (scan == m_scan) {
        return;
    }
    const bool isOther = scan.isThere != m_scan.isThere || scan.into != m_scan.into || scan.profile != m_scan.profile;
    m_scan = scan;
    drawCurrent();
    if (isOther) {
        Q_EMIT headingChanged();
        Q_EMIT actsChanged();
    }
}

void PapersPage::setFileRules(const QString &words)
{
    m_fileRules = words;
    drawCurrent();
}

void PapersPage::setSigning(const QString &words)
{
    m_signing = words;
    drawCurrent();
}

Paper PapersPage::chosenPaper() const
{
    const RequiredPaper *required = current();
    return required ? m_papers.paper(required->id) : Paper();
}

/** "Birth certificate · 2 pages · 300 dpi, colour" */
QString PapersPage::headingOf(const Paper &paper) const
{
    const RequiredPaper *required = m_procedure.paper(paper.id);
    const QList<PaperPage> kept = PageStack(paper.pages).kept();
    QStringList parts{required ? required->name : paper.name};
    if (!paper.pages.isEmpty()) {
        parts.append(tr("%n page(s)", nullptr, static_cast<int>(kept.size())));
    }
    if (!kept.isEmpty() && kept.constFirst().dpi > 0) {
        parts.append(kept.constFirst().isColour ? tr("%1 dpi, colour").arg(kept.constFirst().dpi) : tr("%1 dpi, grey").arg(kept.constFirst().dpi));
    }
    return parts.join(QStringLiteral(" · "));
}

/** How something of it comes in, with the keys and what is taken. */
QString PapersPage::waysLine() const
{
    QStringList ways;
    if (m_scan.isThere && !m_scan.profile.isEmpty()) {
        const QString profile = m_scan.isLocked ? tr("%1, settled by the administrator").arg(m_scan.profile) : m_scan.profile;
        ways.append(tr("%1 scan: %2 (P another way)").arg(m_keyMap.shown(KeyAct::Scan), profile));
    }
    if (!m_fileRules.isEmpty()) {
        ways.append(tr("%1 file: %2").arg(m_keyMap.shown(KeyAct::TakeInFile), m_fileRules));
    }
    if (const auto held = static_cast<int>(heldFor(chosenPaper().id).size()); held > 0) {
        ways.append(tr("%1 use a paper filed before: %2").arg(m_keyMap.shown(KeyAct::Reuse)).arg(held));
    }
    ways.append(tr("%1 scan later").arg(m_keyMap.shown(KeyAct::ScanLater)));
    return ways.join(QStringLiteral("   "));
}

QString PapersPage::progressLine(const QString &paper) const
{
    if (m_splitAt) {
        return QStringLiteral("● ") + tr("Page %1 and all after it go to another paper. Choose it with ↑ ↓ and press Enter; %2 leaves them where they are.").arg(*m_splitAt + 1).arg(m_keyMap.shown(KeyAct::Back));
    }
    if (m_scan.into.isEmpty()) {
        return {};
    }
    if (m_scan.into != paper) {
        const RequiredPaper *other = m_procedure.paper(m_scan.into);
        return QStringLiteral("● ") + tr("Being scanned: %1. %2 stops it; what came is kept.").arg(other ? other->name : m_scan.into, m_keyMap.shown(KeyAct::Back));
    }
    return QStringLiteral("● ") + tr("Page %1 is being scanned. %2 stops it; what came is kept.").arg(std::max(1, m_scan.page)).arg(m_keyMap.shown(KeyAct::Back));
}

QString PapersPage::scanRefusal() const
{
    if (!m_scan.into.isEmpty()) {
        return tr("A stack is being scanned already. Nothing was lost. Wait until it is done, or stop it with %1.").arg(m_keyMap.shown(KeyAct::Back));
    }
    if (m_scan.profile.isEmpty()) {
        return tr("How this office scans is not written down, so nothing was scanned. Take the paper in as a file, or have the IT person look at the file scan.json.");
    }
    return {};
}

void PapersPage::wantAnswers(const Paper &paper)
{
    QStringList pages;
    for (const PaperPage &page : PageStack(paper.pages).kept()) {
        pages.append(page.digest);
    }
    if (paper.id != m_wantedFor || pages != m_wantedPages) {
        m_wantedFor = paper.id;
        m_wantedPages = pages;
        m_answers.clear();
        Q_EMIT actsChanged();
        Q_EMIT answersWanted(paper.id);
    }
}

void PapersPage::setReadAnswers(const QString &paper, const QList<ReadAnswer> &answers)
{
    if (paper != m_wantedFor) {
        return;
    }
    m_answers.clear();
    for (const ReadAnswer &answer : answers) {
        if (!m_decided.contains(answer.field + u'=' + answer.value)) {
            m_answers.append(answer);
        }
    }
    drawCurrent();
    Q_EMIT actsChanged();
}

const ReadAnswer *PapersPage::offered() const
{
    return m_answers.isEmpty() || m_wantedFor != chosenPaper().id ? nullptr : &m_answers.constFirst();
}

QString PapersPage::offerLine(const QString &paper) const
{
    if (m_answers.isEmpty() || m_wantedFor != paper) {
        return {};
    }
    const ReadAnswer &answer = m_answers.constFirst();
    QString line = QStringLiteral("◇ ") + tr("Read on page %1, compare it: %2: %3").arg(answer.page).arg(answer.label, answer.shown) + QStringLiteral("   ")
        + tr("%1 into the declaration   %2 not").arg(m_keyMap.shown(KeyAct::TakeOffer), m_keyMap.shown(KeyAct::KeepMine));
    if (m_answers.size() > 1) {
        line += QStringLiteral("   ") + tr("(%n more)", nullptr, static_cast<int>(m_answers.size()) - 1);
    }
    return line;
}

void PapersPage::endOffer(bool takes)
{
    if (!offered()) {
        return;
    }
    const ReadAnswer answer = m_answers.takeFirst();
    m_decided.append(answer.field + u'=' + answer.value);
    if (takes) { // what else was read for that field is out of the question now
        m_answers.removeIf([&answer](const ReadAnswer &one) { return one.field == answer.field; });
        Q_EMIT answerTaken(answer);
        Q_EMIT said({Notice::Kind::Told, tr("%1: %2 stands in the declaration now.").arg(answer.label, answer.shown), {}});
    }
    drawCurrent();
    Q_EMIT actsChanged();
}

bool PapersPage::keyOnTable(QKeyEvent &event)
{
    PageTray *tray = m_details->tray();
    const Qt::KeyboardModifiers with = event.modifiers() & ~Qt::KeypadModifier;
    const int key = event.key();
    const Paper paper = chosenPaper();
    if (key == Qt::Key_Delete && with == Qt::NoModifier && (!paper.files.isEmpty() || paper.pages.isEmpty())) {
        leaveOutFile();
        return true;
    }
    if (key == Qt::Key_Insert && with == Qt::NoModifier && paper.pages.isEmpty() && m_scan.isThere) {
        scan(0, false);
        return true;
    }
    // ↑ ↓ are the list's, so all that is done with pages is done from here too.
    const bool isSideways = key == Qt::Key_Left || key == Qt::Key_Right;
    const bool isMove = with == Qt::ControlModifier && (isSideways || key == Qt::Key_Up || key == Qt::Key_Down);
    const bool isTurn = key == Qt::Key_R && (with == Qt::NoModifier || with == Qt::ShiftModifier);
    const bool isPlain = with == Qt::NoModifier && (isSideways || key == Qt::Key_Delete || key == Qt::Key_Insert || key == Qt::Key_S || key == Qt::Key_Space);
    if (paper.pages.isEmpty() || !(isMove || isTurn || isPlain)) {
        return isMove; // the list would leave its line
    }
    QCoreApplication::sendEvent(tray, &event);
    return true;
}

void PapersPage::wish(PageTray::Wish wish, int at)
{
    const Paper paper = chosenPaper();
    if (at < 0 || at >= paper.pages.size()) {
        return;
    }
    PageTray *tray = m_details->tray();
    switch (wish) {
    case PageTray::Wish::Enlarge:
        openLarge(at);
        return;
    case PageTray::Wish::MoveEarlier:
    case PageTray::Wish::MoveLater: {
        const int to = wish == PageTray::Wish::MoveEarlier ? at - 1 : at + 1;
        if (to >= 0 && to < paper.pages.size()) {
            changePages([at, to](PageStack &stack) { stack.move(at, to); });
            tray->choose(to);
        }
        return;
    }
    case PageTray::Wish::LeaveOut:
        changePages([at](PageStack &stack) { stack.leaveOut(at); });
        Q_EMIT said({Notice::Kind::Told, tr("Page %1 is left out of the copy. It stays here; Del puts it back.").arg(at + 1), {}});
        return;
    case PageTray::Wish::PutBack:
        changePages([at](PageStack &stack) { stack.restore(at); });
        return;
    case PageTray::Wish::TurnRight:
    case PageTray::Wish::TurnLeft:
        Q_EMIT pageTurnAsked(paper.id, at, paper.pages.at(at), wish == PageTray::Wish::TurnRight ? 1 : 3);
        return;
    case PageTray::Wish::Insert:
        scan(at, false);
        return;
    case PageTray::Wish::Split:
        beginSplit(at);
        return;
    }
}

void PapersPage::scan(int before, bool replaces)
{
    if (const QString refusal = m_scan.isThere ? scanRefusal() : tr("This desk has no scanner, so nothing was scanned. Take the paper in as a file."); !refusal.isEmpty()) {
        Q_EMIT said({Notice::Kind::Told, refusal, {}});
    } else if (const RequiredPaper *required = current()) {
        Q_EMIT fellSilent();
        Q_EMIT scanAsked(required->id, before, replaces);
    }
}

void PapersPage::scanAgain()
{
    const int at = m_large >= 0 ? m_large : m_details->tray()->chosen();
    if (chosenPaper().pages.isEmpty() || at < 0) {
        Q_EMIT said({Notice::Kind::Told, tr("This paper has no page yet that could be scanned anew. Nothing was changed. %1 scans the first one.").arg(m_keyMap.shown(KeyAct::Scan)), {}});
        return;
    }
    scan(at, true);
}

// Who waits at the counter does not wait for a feeder: the paper was seen, and its scan is owed before the dossier goes on.
void PapersPage::scanLater()
{
    const RequiredPaper *required = current();
    if (!required) {
        return;
    }
    const QString name = required->name;
    if (m_papers.paper(required->id).state != Paper::State::Met) {
        decide(Paper::State::Met);
    }
    Q_EMIT said({Notice::Kind::Told,
        tr("\"%1\" is ticked as seen and is scanned later. Once accepted, the dossier stands in the list of those not digitised yet, until it is done.").arg(name), {}});
}

/** The next page that is left out, after the chosen one and round, goes into the copy again. */
void PapersPage::putBackNext()
{
    const QList<PaperPage> pages = chosenPaper().pages;
    const auto count = static_cast<int>(pages.size());
    const int from = std::max(0, m_details->tray()->chosen());
    for (int step = 0; step < count; ++step) {
        const int at = (from + step) % count;
        if (pages.at(at).isBlank) {
            changePages([at](PageStack &stack) { stack.restore(at); });
            m_details->tray()->choose(at);
            return;
        }
    }
    Q_EMIT said({Notice::Kind::Told, tr("No page of this paper is left out. Nothing was changed."), {}});
}

void PapersPage::changePages(const std::function<void(PageStack &)> &change)
{
    const Paper paper = chosenPaper();
    if (m_stackOf != paper.id || m_stack.pages() != paper.pages) {
        m_stackOf = paper.id;
        m_stack = PageStack(paper.pages);
    }
    change(m_stack);
    m_split.reset();
    m_undo = m_stack.canTakeBack() ? Undo::Pages : m_undo;
    storePages(paper.id, m_stack.pages());
}

void PapersPage::storePages(const QString &id, const QList<PaperPage> &pages)
{
    Paper paper = m_papers.paper(id);
    if (const RequiredPaper *required = m_procedure.paper(id)) {
        paper.name = required->name;
    }
    paper.pages = pages;
    store(paper);
}

void PapersPage::setTurned(const QString &id, const PaperPage &before, const PaperPage &page)
{
    const QList<PaperPage> pages = m_papers.paper(id).pages;
    const auto at = static_cast<int>(pages.indexOf(before));
    if (at < 0) {
        return; // it was scanned anew meanwhile, or went elsewhere
    }
    if (m_stackOf != id || m_stack.pages() != pages) {
        m_stackOf = id;
        m_stack = PageStack(pages);
    }
    m_stack.replace(at, page);
    m_split.reset();
    m_undo = Undo::Pages;
    storePages(id, m_stack.pages());
}

void PapersPage::beginSplit(int at)
{
    if (m_procedure.papers.size() < 2) {
        Q_EMIT said({Notice::Kind::Told, tr("This procedure has no other paper to which pages could go. Nothing was changed."), {}});
        return;
    }
    closeLarge();
    m_splitAt = at;
    m_splitFrom = chosenPaper().id;
    m_table->setFocus();
    Q_EMIT fellSilent();
    drawCurrent();
}

bool PapersPage::endSplit()
{
    const RequiredPaper *to = current();
    if (!m_splitAt || !to) {
        return false;
    }
    if (to->id == m_splitFrom) {
        Q_EMIT said({Notice::Kind::Told, tr("They lie with this paper already. Choose another one with ↑ ↓, or leave them here with %1.").arg(m_keyMap.shown(KeyAct::Back)), {}});
        return true;
    }
    m_stackOf = std::exchange(m_splitFrom, {});
    m_stack = PageStack(m_papers.paper(m_stackOf).pages);
    const QList<PaperPage> moved = m_stack.split(*std::exchange(m_splitAt, std::nullopt));
    if (moved.isEmpty()) {
        return true;
    }
    storePages(m_stackOf, m_stack.pages());
    storePages(to->id, m_papers.paper(to->id).pages + moved);
    m_split = Split{m_stackOf, to->id, moved};
    m_undo = Undo::Pages;
    Q_EMIT actsChanged();
    Q_EMIT said({Notice::Kind::Told,
        tr("%n page(s) went to \"%1\". %2 takes them back.", nullptr, static_cast<int>(moved.size())).arg(to->name, m_keyMap.shown(KeyAct::Undo)), {}});
    return true;
}

void PapersPage::dropSplit()
{
    m_splitAt.reset();
    const auto &papers = m_procedure.papers;
    const auto from = std::find_if(papers.cbegin(), papers.cend(), [this](const RequiredPaper &one) { return one.id == m_splitFrom; });
    m_splitFrom.clear();
    if (from != papers.cend()) {
        m_table->selectRow(static_cast<int>(from - papers.cbegin()));
    }
    drawCurrent();
}

void PapersPage::takeBackPages()
{
    if (const std::optional<Split> split = std::exchange(m_split, std::nullopt)) {
        const QList<PaperPage> there = m_papers.paper(split->to).pages;
        const qsizetype left = there.size() - split->pages.size();
        if (left < 0 || there.mid(left) != split->pages) {
            forgetChanges();
            Q_EMIT said({Notice::Kind::Told, tr("Those pages were changed since, so they stay where they are. S moves them back from there."), {}});
            return;
        }
        storePages(split->to, there.first(left));
    }
    m_stack.takeBack();
    const QString id = m_stackOf;
    m_undo = m_stack.canTakeBack() ? Undo::Pages : m_leftOut ? Undo::File : Undo::Nothing;
    storePages(id, m_stack.pages());
    const auto &papers = m_procedure.papers;
    const auto row = std::find_if(papers.cbegin(), papers.cend(), [&id](const RequiredPaper &one) { return one.id == id; });
    if (row != papers.cend()) {
        m_table->selectRow(static_cast<int>(row - papers.cbegin()));
    }
}

void PapersPage::forgetChanges()
{
    m_stackOf.clear();
    m_stack = PageStack();
    m_split.reset();
    m_splitAt.reset();
    m_undo = m_leftOut ? Undo::File : Undo::Nothing;
}

void PapersPage::openLarge(int at)
{
    if (at < 0 || at >= chosenPaper().pages.size()) {
        return;
    }
    m_large = at;
    m_view->show(); // before the rest goes, or the keyboard would leave the page with it
    m_view->setFocus();
    m_work->hide();
    layout()->activate(); // so that it is painted once, at its place
    showLarge();
}

void PapersPage::showLarge()
{
    const Paper paper = chosenPaper();
    m_largeShown = paper.pages.at(m_large);
    const RequiredPaper *required = current();
    m_view->setPage(tr("%1 · page %2 of %3").arg(required ? required->name : paper.name).arg(m_large + 1).arg(paper.pages.size()), m_largeShown.isBlank);
    m_largeSettles.start();
}

/** What became of the page that is seen large is seen there. */
void PapersPage::followLarge()
{
    const QList<PaperPage> pages = chosenPaper().pages;
    if (m_large >= pages.size()) {
        closeLarge();
    } else if (m_large >= 0 && pages.at(m_large) != m_largeShown) {
        showLarge();
    }
}

void PapersPage::setPagePicture(const QString &attachment, const QImage &image)
{
    if (m_large >= 0 && m_largeShown.attachment == attachment) {
        m_view->setPicture(image);
    }
}

void PapersPage::closeLarge()
{
    if (m_large < 0) {
        return;
    }
    const int at = std::exchange(m_large, -1);
    m_largeSettles.stop();
    m_work->show();
    m_view->hide();
    m_view->clear();
    m_largeShown = {};
    m_details->tray()->choose(at);
    m_details->tray()->isVisibleTo(this) ? m_details->tray()->setFocus() : m_table->setFocus();
}

void PapersPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void PapersPage::arrange()
{
    const int pixels = font().pixelSize() > 0 ? font().pixelSize() : TextPixels;
    const bool isWide = width() >= BesideFrom * pixels / TextPixels;
    m_columns->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setSpacing(isWide ? 24 : 6);
    m_columns->setStretch(1, isWide ? 1 : 0);
    m_table->setMinimumHeight(LeastLines * m_table->verticalHeader()->defaultSectionSize());
    m_details->setLow(height() < LowUntil * pixels / TextPixels);
    m_details->setRoom(!isWide ? PaperDetails::Room::Line : height() < LargeFrom * pixels / TextPixels ? PaperDetails::Room::Column : PaperDetails::Room::LargeColumn);
}

} // namespace motcua
