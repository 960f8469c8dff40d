// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossier/CorrectPage.h"

#include "models/base/Text.h"
#include "ui/form/FieldRow.h"
#include "ui/messages/FormWords.h"
#include "ui/messages/Language.h"
#include "ui/messages/Sentence.h"
#include "ui/widgets/CategoryBox.h"
#include "ui/widgets/RowGroup.h"
#include "ui/widgets/SecretEdit.h"
#include "ui/widgets/WrapLabel.h"

#include <QApplication>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr int MostReason = 200;
constexpr int LineHeight = 30; // px
constexpr int WidestLine = 800; // px; a reason is read better in lines that end

} // namespace

CorrectPage::CorrectPage(QWidget *parent)
    : Page(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(16, 12, 16, 16);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, const QWidget *now) {
        if (const Line *line = now && isAncestorOf(now) ? focused() : nullptr; now && isAncestorOf(now) && (line ? line->path : QString()) != m_focused) {
            m_focused = line ? line->path : QString();
            Q_EMIT actsChanged();
        }
    });
}

void CorrectPage::setAddresses(AddressBook *addresses)
{
    m_addresses = addresses;
}

void CorrectPage::setKeys(const KeyMap &keys)
{
    m_keys = keys;
    for (const Line &line : std::as_const(m_lines)) {
        line.row->setOfferKey(keys.shown(KeyAct::TakeOffer));
    }
}

void CorrectPage::begin(const CorrectFacts &facts, const CorrectDraft &draft)
{
    m_facts = facts;
    m_said = draft.said;
    m_busy = false;
    build();
    for (const QString &path : draft.chosen) {
        add(path);
    }
    m_reason->setText(draft.reason);
    follow();
    Q_EMIT headingChanged();
}

void CorrectPage::build()
{
    delete m_content;
    m_lines.clear();
    m_focused.clear();
    m_approver = nullptr;
    m_password = nullptr;
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_column->addWidget(m_content, 0, Qt::AlignTop);
    QString about = m_facts.dossier.procedureName();
    if (const QString person = m_facts.dossier.role(QStringLiteral("applicant.name")).text; !person.isEmpty()) {
        about += QStringLiteral(" · ") + person;
    }
    column->addWidget(new WrapLabel(about, m_content, "secondary"));

    m_find = new CategoryBox(
        [this](const QString &typed) {
            const QStringList wanted = text::foldedWords(typed);
            QList<CategoryBox::Entry> entries;
            for (const Correction::Question &question : m_said.questions()) {
                const QString name = questionName(m_said.form().schema(), question);
                const QString value = shownAnswer(question.field, question.typed(m_said.before(question.path)));
                // What is written there is searched too: the officer reads the mistake off the slip, which is Vietnamese whatever is spoken here.
                if (text::fits(wanted, name + u' ' + question.field.label + u' ' + value)) {
                    entries.append({question.path, name + QStringLiteral(": ") + value});
                }
            }
            return entries;
        },
        false, m_content);
    m_find->setPlaceholderText(tr("A few letters of the field or of what is written there, without tone marks"));
    m_find->setMaximumWidth(WidestLine);
    column->addWidget(addLabel(tr("What is wrong"), m_find));
    column->addWidget(m_find);
    connect(m_find, &CategoryBox::chosen, this, &CorrectPage::choose);

    m_answers = new QVBoxLayout;
    m_answers->setSpacing(12);
    column->addLayout(m_answers);

    m_reason = new CategoryBox(
        [](const QString &typed) {
            const QStringList wanted = text::foldedWords(typed);
            QList<CategoryBox::Entry> entries;
            for (const QString &one : {tr("The citizen says so"), tr("Typed wrong"), tr("Read wrong from a paper"), tr("The citizen shows another paper")}) {
                if (text::fits(wanted, one)) {
                    entries.append({one, one});
                }
            }
            return entries;
        },
        true, m_content);
    m_reason->setMaxLength(MostReason);
    m_reason->setMaximumWidth(WidestLine);
    m_reason->setPlaceholderText(tr("in your own words, or a few letters of a usual one"));
    column->addWidget(addLabel(tr("Why it is put right (kept in the history)"), m_reason));
    column->addWidget(m_reason);
    connect(m_reason, &QLineEdit::textChanged, this, &CorrectPage::follow);
    addApprover();

    auto *title = new WrapLabel(tr("WILL HAPPEN"), m_content);
    title->setProperty("level", QStringLiteral("section"));
    title->setContentsMargins(0, 8, 0, 0);
    column->addWidget(title);
    m_follows = new QVBoxLayout;
    m_follows->setSpacing(4);
    column->addLayout(m_follows);
    m_content->show();
}

void CorrectPage::addApprover()
{
    if (!m_facts.needsApprover) {
        return;
    }
    auto *column = qobject_cast<QVBoxLayout *>(m_content->layout());
    column->addWidget(new WrapLabel(tr("A supervisor stands beside you and signs in here. You stay signed in."), m_content, "secondary"));
    m_approver = new QLineEdit(m_content);
    m_approver->setMaxLength(MostReason);
    m_password = new SecretEdit(m_content);
    for (QLineEdit *line : {m_approver, static_cast<QLineEdit *>(m_password)}) {
        line->setMaximumWidth(WidestLine);
        column->addWidget(addLabel(line == m_approver ? tr("Sign-in name of the supervisor") : tr("Their password"), line));
        column->addWidget(line);
        connect(line, &QLineEdit::textChanged, this, &CorrectPage::follow);
    }
}

QLabel *CorrectPage::addLabel(const QString &text, QWidget *buddy)
{
    auto *label = new WrapLabel(text, m_content, "secondary");
    label->setBuddy(buddy);
    buddy->setAccessibleName(text);
    return label;
}

QString CorrectPage::standsWords(const Correction::Question &asked) const
{
    return tr("Stands now: %1").arg(shownAnswer(asked.field, asked.typed(m_said.before(asked.path))));
}

/** The line of an answer, made if it is not there yet; null for what the form does not ask now. */
CorrectPage::Line *CorrectPage::add(const QString &path)
{
    const auto there = std::find_if(m_lines.begin(), m_lines.end(), [&path](const Line &line) { return line.path == path; });
    if (there != m_lines.end()) {
        return &*there;
    }
    const QList<Correction::Question> questions = m_said.questions();
    const auto asked = std::find_if(questions.cbegin(), questions.cend(), [&path](const Correction::Question &one) { return one.path == path; });
    if (asked == questions.cend()) {
        return nullptr;
    }
    Line line;
    line.path = path;
    line.asked = *asked;
    line.box = new RowGroup(m_content);
    line.box->setTitle(questionName(m_said.form().schema(), *asked).section(QStringLiteral(" · "), 1));
    line.row = new FieldRow(asked->field, path, m_said.day(), m_addresses, line.box->lines(), 0, line.box);
    line.row->setOfferKey(m_keys.shown(KeyAct::TakeOffer));
    line.row->begin(asked->typed(m_said.after(path)));
    line.stands = new WrapLabel(standsWords(*asked), line.box, "secondary");
    line.box->lines()->addWidget(line.stands, 1, 1, 1, 2);
    connect(line.row, &FieldRow::changed, this, [this, question = *asked](const QString &, const FieldValue &value) {
        say(question, value);
        follow();
    });
    m_answers->addWidget(line.box);
    line.box->show();
    m_lines.append(line);
    link();
    return &m_lines.last();
}

/** From what is looked for over the answers to the reason. */
void CorrectPage::link()
{
    QWidget *before = m_find;
    for (const Line &line : std::as_const(m_lines)) {
        for (QWidget *stop : line.row->stops()) {
            setTabOrder(before, stop);
            before = stop;
        }
    }
    setTabOrder(before, m_reason);
}

void CorrectPage::choose(const QString &path)
{
    m_find->setEntry({});
    if (Line *line = add(path)) {
        m_content->layout()->activate(); // a field that has no place yet takes no focus
        line->row->stop()->setFocus(Qt::TabFocusReason); // selects what is there, to be typed over
    }
    follow();
}

void CorrectPage::say(const Correction::Question &asked, const FieldValue &typed)
{
    m_said.set(asked.path, asked.meant(typed));
    const QList<Line> lines = m_lines;
    for (const Line &line : lines) {
        if (line.asked.section != asked.section || line.path == asked.path) {
            continue;
        }
        if (line.asked.isAbsence) {
            line.row->setValue(line.asked.typed(m_said.filed().value(line.path)));
        } else if (asked.isAbsence && m_said.after(asked.path).state == FieldValue::State::DeclaredAbsent) {
            drop(line);
        }
    }
}

/** With what is answered of a section, or is not any more, the part is there or declared absent. */
void CorrectPage::drawAbsence(const Line &answered)
{
    for (const Line &line : std::as_const(m_lines)) {
        if (line.asked.isAbsence && line.asked.section == answered.asked.section && line.path != answered.path) {
            line.row->setValue(line.asked.typed(m_said.filed().value(line.path)));
        }
    }
}

void CorrectPage::drop(const Line &gone)
{
    m_lines.removeIf([&gone](const Line &one) { return one.path == gone.path; });
    gone.row->deleteLater();
    gone.box->hide();
    gone.box->deleteLater();
    link();
}

void CorrectPage::leaveAsItWas()
{
    const Line *line = focused();
    if (!line) {
        return;
    }
    const Line gone = *line;
    m_said.set(gone.path, m_said.before(gone.path));
    m_find->setFocus(Qt::TabFocusReason);
    drop(gone);
    drawAbsence(gone);
    follow();
    Q_EMIT actsChanged();
}

const CorrectPage::Line *CorrectPage::focused() const
{
    const QWidget *widget = window()->focusWidget();
    const auto found = std::find_if(m_lines.cbegin(), m_lines.cend(), [widget](const Line &line) { return line.row->owns(widget); });
    return found == m_lines.cend() ? nullptr : &*found;
}

void CorrectPage::follow()
{
    judge();
    drawFollows();
    Q_EMIT tasksChanged();
    Q_EMIT actsChanged();
}

void CorrectPage::judge()
{
    const QList<Violation> wrong = m_said.violations();
    for (const Line &line : std::as_const(m_lines)) {
        const auto found = std::find_if(wrong.cbegin(), wrong.cend(), [&line](const Violation &one) { return one.field == line.path; });
        line.row->setProblem(found == wrong.cend() ? std::nullopt : std::optional(*found));
    }
}

void CorrectPage::drawFollows()
{
    while (QLayoutItem *item = m_follows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto put = [this](const QString &text, const char *tone) {
        auto *label = new WrapLabel(text, m_content, tone);
        m_follows->addWidget(label);
        label->show();
    };
    for (const QString &warning : correctionWarnings(m_facts, m_said)) {
        put(QStringLiteral("▲ ") + warning, "warning");
    }
    for (const QString &line : correctionFollows(m_facts, m_said)) {
        put(line, "");
    }
}

QList<CorrectPage::Want> CorrectPage::wants() const
{
    QList<Want> wants;
    if (!m_find) {
        return wants;
    }
    const QList<Violation> wrong = m_said.violations();
    for (const Violation &one : wrong) {
        wants.append({sentence(one, answerName(m_said.form().schema(), one.field)), one.field, m_find});
    }
    if (m_lines.isEmpty()) {
        wants.append({tr("It is not said what is wrong."), {}, m_find});
    } else if (m_said.changes().isEmpty()) {
        wants.append({tr("Nothing stands otherwise than before."), m_lines.constFirst().path, m_find});
    }
    if (m_reason->text().trimmed().isEmpty()) {
        wants.append({tr("The reason is missing."), {}, m_reason});
    }
    if (m_approver && m_approver->text().trimmed().isEmpty()) {
        wants.append({tr("The supervisor has not signed in."), {}, m_approver});
    } else if (m_password && m_password->text().isEmpty()) {
        wants.append({tr("The supervisor's password is missing."), {}, m_password});
    }
    return wants;
}

void CorrectPage::lookAgain()
{
    const QList<Want> wanted = wants();
    if (wanted.isEmpty()) {
        return;
    }
    const Want &next = wanted.constFirst();
    // What no longer holds is put right where it stands, also where nobody chose it.
    Line *line = next.path.isEmpty() ? nullptr : add(next.path);
    if (line) {
        line->row->point();
        m_content->layout()->activate();
    }
    QWidget *where = line ? line->row->target() : next.where;
    (where ? where : next.where)->setFocus(Qt::TabFocusReason);
    judge();
    Q_EMIT said({Notice::Kind::Told, next.words, {}});
}

void CorrectPage::rebase(const Dossier &now, const QStringList &paths)
{
    m_facts.dossier = now;
    m_said = m_said.onto(now);
    for (const QString &path : paths) {
        add(path);
    }
    for (const Line &line : std::as_const(m_lines)) {
        line.stands->setText(standsWords(line.asked));
        if (paths.contains(line.path) && !m_said.said().contains(line.path)) {
            line.row->setValue(line.asked.typed(m_said.before(line.path)));
        }
    }
    setRefused();
    follow();
}

void CorrectPage::setFacts(const CorrectFacts &facts)
{
    const bool isTold = facts.slips == m_facts.slips && facts.held == m_facts.held;
    m_facts = facts;
    if (!isTold) { // lines under the reader's eyes are not drawn anew for nothing
        drawFollows();
    }
}

void CorrectPage::forget()
{
    delete std::exchange(m_content, nullptr);
    m_lines.clear();
    m_focused.clear();
    m_find = nullptr;
    m_reason = nullptr;
    m_approver = nullptr;
    m_password = nullptr;
    m_follows = nullptr;
    m_facts = {};
    m_said = {};
    m_busy = false;
}

CorrectDraft CorrectPage::draft() const
{
    CorrectDraft draft{m_said, {}, m_reason ? m_reason->text() : QString()};
    for (const Line &line : m_lines) {
        draft.chosen.append(line.path);
    }
    return draft;
}

QString CorrectPage::approver() const
{
    return m_approver ? m_approver->text().trimmed() : QString();
}

QString CorrectPage::password() const
{
    return m_password ? m_password->text() : QString();
}

void CorrectPage::setBusy(bool busy)
{
    m_busy = busy;
    if (m_content && m_content->isEnabled() == busy) {
        m_caret = busy ? window()->focusWidget() : m_caret.data();
        m_content->setEnabled(!busy);
        if (!busy && m_caret && isVisible() && m_content->isAncestorOf(m_caret)) {
            m_caret->setFocus(Qt::OtherFocusReason);
        }
    }
    Q_EMIT actsChanged();
}

void CorrectPage::setRefused()
{
    if (m_password) {
        (void)m_password->take();
    }
    setBusy(false);
}

QString CorrectPage::heading() const
{
    const QString code = m_facts.dossier.code;
    return code.isEmpty() ? tr("Correct what was said") : tr("Correct after acceptance · %1").arg(code);
}

QList<PageAct> CorrectPage::acts() const
{
    QList<PageAct> acts;
    const QList<Want> wanted = wants();
    if (!wanted.isEmpty()) {
        acts.append({KeyAct::NextToDo, {}, {}, false});
    }
    if (const Line *line = focused()) {
        acts.append({KeyAct::Drop, tr("Leave it as it was"), {}, true});
        if (line->row->field().mayBeAbsent || line->row->field().mayFollow) {
            acts.append({KeyAct::EmptyKind, {}, {}, true});
        }
        if (line->row->isOffering()) {
            acts.append({KeyAct::TakeOffer, {}, {}, false});
        }
    }
    const QString refusal = m_busy ? tr("The correction is being recorded. Please wait a moment.")
        : !wanted.isEmpty()        ? tr("Not recorded yet: %1 Nothing was lost. Ctrl+E goes there.").arg(wanted.constFirst().words)
                                   : QString();
    acts.append({KeyAct::Main, tr("Record the correction"), refusal, true});
    return acts;
}

void CorrectPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        Q_EMIT decided();
    } else if (act == KeyAct::NextToDo) {
        lookAgain();
    } else if (act == KeyAct::Drop) {
        leaveAsItWas();
    } else if (const Line *line = focused(); line && act == KeyAct::TakeOffer) {
        line->row->takeOffer();
    } else if (line && act == KeyAct::EmptyKind && !line->row->nextEmptyKind()) {
        Q_EMIT said({Notice::Kind::Told, tr("This field holds an answer. Nothing was changed. Delete it first to say why it stays empty."), {}});
    }
}

bool CorrectPage::enter(QWidget *focusedWidget)
{
    if (focusedWidget && (focusedWidget == m_find || focusedWidget == m_reason)) {
        auto *box = static_cast<CategoryBox *>(focusedWidget);
        if (box->isListOpen()) {
            box->takeListed();
            return focusedWidget == m_find;
        }
        if (focusedWidget == m_find && !m_find->text().trimmed().isEmpty()) {
            Q_EMIT said({Notice::Kind::Told, tr("No field fits these letters. Nothing was changed. Type fewer letters, or another word."), {}});
            return true;
        }
    } else if (const Line *line = focused(); line && line->row->isListOpen()) {
        line->row->takeListed();
    }
    return false;
}

bool CorrectPage::closeInner()
{
    for (CategoryBox *box : {m_find, m_reason}) {
        if (box && box->isListOpen()) {
            box->closeList();
            return true;
        }
    }
    if (const Line *line = focused(); line && line->row->isListOpen()) {
        line->row->closeList();
        return true;
    }
    return false;
}

QWidget *CorrectPage::firstField() const
{
    return m_find;
}

QStringList CorrectPage::tasks() const
{
    QStringList tasks;
    for (const Want &want : wants()) {
        tasks.append(want.words.chopped(want.words.endsWith(u'.') ? 1 : 0));
    }
    return tasks;
}

} // namespace motcua
