// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossier/StepPage.h"

#include "models/base/VietnamTime.h"
#include "models/form/Typed.h"
#include "ui/dossier/AskedList.h"
#include "ui/dossier/IdentityBox.h"
#include "ui/dossier/ReceiverBox.h"
#include "ui/dossier/StepWords.h"
#include "ui/shell/ShownTime.h"
#include "ui/visit/PaymentWords.h"
#include "ui/widgets/OptionBox.h"
#include "ui/widgets/SecretEdit.h"
#include "ui/widgets/WrapLabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace motcua {

namespace {

constexpr int TextLines = 3;
constexpr int WidestColumn = 800; // px; a reason is read better in lines that end
constexpr int FollowsWidth = 264; // px
constexpr int LateMinute = 59; // an answer is in time until the day is over

} // namespace

StepPage::StepPage(QWidget *parent)
    : Page(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(16, 12, 16, 16);
}

void StepPage::setSheet(const StepSheet &sheet, QDate today)
{
    m_sheet = sheet;
    m_today = today;
    m_busy = false;
    build();
    setFocusPolicy(firstField() == this ? Qt::StrongFocus : Qt::NoFocus); // where there is nothing to say, the page itself takes the keys
    follow();
    Q_EMIT headingChanged();
}

void StepPage::build()
{
    delete m_content;
    m_numbered.clear();
    m_confirmed.clear();
    m_arrived.clear();
    m_receiver = nullptr;
    m_seenTo = nullptr;
    m_identity = nullptr;
    m_lost = nullptr;
    m_follows = nullptr;
    m_unpaid = nullptr;
    m_paid = nullptr;
    m_means = nullptr;
    m_asked = nullptr;
    m_answerBy = nullptr;
    m_due = nullptr;
    m_reason = nullptr;
    m_overrideBox = nullptr;
    m_override = nullptr;
    m_approver = nullptr;
    m_password = nullptr;

    m_content = new QWidget(this);
    auto *row = new QHBoxLayout(m_content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    auto *said = new QWidget(m_content); // as wide as a line is read well, with what follows right beside it
    said->setMaximumWidth(WidestColumn);
    said->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_fields = new QVBoxLayout(said);
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setSpacing(8);
    m_fields->addWidget(new WrapLabel(m_sheet.about, m_content, "secondary"));
    if (!m_sheet.hindrance.isEmpty()) {
        m_fields->addWidget(new WrapLabel(QStringLiteral("! ") + m_sheet.hindrance, m_content, "danger"));
    } else {
        for (qsizetype index = 0; index < m_sheet.warnings.size(); ++index) {
            auto *label = new WrapLabel(QStringLiteral("▲ ") + m_sheet.warnings.at(index), m_content, "warning");
            m_fields->addWidget(label);
            if (index < m_sheet.wantReason.size() && m_sheet.wantReason.at(index).word == Guard::Word::FeesCollected) {
                m_unpaid = label;
            }
        }
        addReceiver();
        addConfirmations();
        addIdentity();
        addFee();
        addAsked();
        addArrived();
        if (m_receiver && !m_sheet.isAnsweredByPost) {
            QAbstractButton *post = m_receiver->choices().constLast(); // the rarest takes no digit from the others
            number(post, post->accessibleName());
        }
        addTexts();
        addApprover();
    }
    m_fields->addStretch(1);
    row->addWidget(said, 1000);

    auto *card = new QFrame(m_content);
    card->setProperty("card", true);
    card->setFixedWidth(FollowsWidth);
    auto *follows = new QVBoxLayout(card);
    follows->setContentsMargins(16, 12, 16, 12);
    follows->setSpacing(8);
    auto *title = new QLabel(tr("WILL HAPPEN"), card);
    title->setProperty("level", QStringLiteral("section"));
    follows->addWidget(title);
    m_follows = new QVBoxLayout; // with the spacing of the card
    follows->addLayout(m_follows);
    m_followsDrawn.clear();
    row->addWidget(card, 0, Qt::AlignTop);
    row->addStretch(1);
    m_column->addWidget(m_content);
    m_content->show();
}

QLabel *StepPage::addTitle(const QString &title)
{
    auto *label = new WrapLabel(title, m_content);
    label->setProperty("level", QStringLiteral("section"));
    label->setContentsMargins(0, 8, 0, 0);
    m_fields->addWidget(label);
    return label;
}

QLabel *StepPage::addLabel(const QString &text, QWidget *buddy)
{
    auto *label = new WrapLabel(text, m_content, "secondary");
    label->setBuddy(buddy);
    buddy->setAccessibleName(text);
    return label;
}

QLineEdit *StepPage::addLine(const QString &label, const QString &hint, int most)
{
    auto *line = new QLineEdit(m_content);
    line->setMaxLength(most);
    line->setPlaceholderText(hint);
    m_fields->addWidget(addLabel(label, line));
    m_fields->addWidget(line);
    connect(line, &QLineEdit::textChanged, this, &StepPage::follow);
    return line;
}

// Several lines, and Enter still walks on: a new line is Shift+Enter, as in every messenger the officer knows.
QPlainTextEdit *StepPage::addText(const QString &label)
{
    auto *text = new QPlainTextEdit(m_content);
    text->setTabChangesFocus(true);
    text->setFixedHeight(text->fontMetrics().lineSpacing() * TextLines + 20);
    m_fields->addWidget(addLabel(label, text));
    m_fields->addWidget(text);
    connect(text, &QPlainTextEdit::textChanged, this, &StepPage::follow);
    return text;
}

void StepPage::number(QAbstractButton *button, const QString &words)
{
    m_numbered.append(button);
    button->setText(m_numbered.size() <= 9 ? QStringLiteral("%1  %2").arg(QString::number(m_numbered.size()), words) : words);
    button->setAccessibleName(words);
}

void StepPage::addFee()
{
    if (m_sheet.due == Money{}) {
        return;
    }
    addTitle(tr("FEE"));
    m_paid = new QCheckBox(m_content);
    number(m_paid, tr("%1 was taken now").arg(m_sheet.due.toString()));
    m_fields->addWidget(m_paid);
    m_means = new OptionBox(m_content);
    for (const PaymentMeans means : DeskMeans) {
        m_means->addOption(meansName(means), meansWords(means));
    }
    m_means->removeItem(0); // money that was taken came somehow
    m_means->setCode(meansName(PaymentMeans::Cash));
    m_means->setAccessibleName(tr("How it was paid"));
    m_means->setAccessibleDescription(m_means->accessibleName()); // the name of a list is heard as its value
    m_means->hide();
    m_fields->addWidget(m_means);
    connect(m_paid, &QCheckBox::toggled, m_means, &QWidget::setVisible);
    connect(m_paid, &QCheckBox::toggled, this, &StepPage::follow);
}

bool StepPage::isPaid() const
{
    return m_paid && m_paid->isChecked();
}

void StepPage::addAsked()
{
    if (!m_sheet.asks) {
        return;
    }
    addTitle(tr("WHAT IS ASKED FOR, ALL AT ONCE"));
    m_asked = new AskedList(m_content);
    m_asked->setPapers(m_sheet.papers);
    if (m_sheet.papers.isEmpty()) {
        m_asked->addOwn();
    }
    m_fields->addWidget(m_asked);
    connect(m_asked, &AskedList::edited, this, &StepPage::follow);
    m_answerBy = addLine(tr("To be answered by (may be left out)"), tr("a date"));
    m_answerBy->setInputMethodHints(Qt::ImhPreferNumbers);
}

void StepPage::addArrived()
{
    if (m_sheet.awaited.isEmpty()) {
        return;
    }
    addTitle(tr("WHAT CAME"));
    for (const SupplementItem &item : std::as_const(m_sheet.awaited)) {
        auto *box = new QCheckBox(m_content);
        number(box, item.reason.isEmpty() ? item.name : tr("%1 (asked for because: %2)").arg(item.name, item.reason));
        m_fields->addWidget(box);
        m_arrived.append(box);
        connect(box, &QCheckBox::toggled, this, &StepPage::follow);
    }
}

void StepPage::addTexts()
{
    if (m_sheet.promise != StatusStep::Promise::Never) {
        m_due = addLine(m_sheet.promise == StatusStep::Promise::Must ? tr("The new day of the result")
                                                                     : tr("Another day of the result (left out: as the law counts it)"),
            tr("a date after %1").arg(shownDate(m_sheet.promised.date())));
        m_due->setInputMethodHints(Qt::ImhPreferNumbers);
    }
    // What is asked for says why, paper by paper; a reason for the whole is then the officer's to add.
    m_reason = addText(m_sheet.needsReason && !m_sheet.asks ? tr("Reason, as the citizen will read it") : tr("Remark (may be left out)"));
    m_overrideBox = new QWidget(m_content);
    auto *column = new QVBoxLayout(m_overrideBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_override = addText(tr("Why it is done all the same (kept in the history)"));
    // Both move into a box of their own, which comes and goes with what is not confirmed.
    QLabel *label = qobject_cast<QLabel *>(m_fields->itemAt(m_fields->indexOf(m_override) - 1)->widget());
    m_fields->removeWidget(label);
    m_fields->removeWidget(m_override);
    column->addWidget(label);
    column->addWidget(m_override);
    m_fields->addWidget(m_overrideBox);
}

void StepPage::addApprover()
{
    if (!m_sheet.needsApprover) {
        return;
    }
    addTitle(tr("A SECOND PERSON ANSWERS FOR IT"));
    m_fields->addWidget(new WrapLabel(tr("A supervisor stands beside you and signs in here. You stay signed in."), m_content, "secondary"));
    m_approver = addLine(tr("Sign-in name of the supervisor"));
    m_password = new SecretEdit(m_content);
    m_fields->addWidget(addLabel(tr("Their password"), m_password));
    m_fields->addWidget(m_password);
    connect(m_password, &QLineEdit::textChanged, this, &StepPage::follow);
}

QDate StepPage::dateIn(const QLineEdit *line) const
{
    Field date;
    date.type = FieldType::Date;
    date.mayLieAhead = true;
    // Days to come are meant: a year of two digits is one of this century.
    return QDate::fromString(normalised(date, line->text(), m_today.addYears(50)), Qt::ISODate);
}

bool StepPage::anyWants() const
{
    return std::any_of(m_sheet.wantReason.cbegin(), m_sheet.wantReason.cend(),
        [this](const Guard &guard) { return guard.word != Guard::Word::FeesCollected || !isPaid(); });
}

bool StepPage::wantsOverride() const
{
    return anyWants() || !unconfirmed(true).isEmpty();
}

// A sheet for a lost slip is among it only as long as that is what they sign.
void StepPage::drawFollows()
{
    const QStringList &lines = isLost() && m_identity->signsSheet() && !m_sheet.followsLost.isEmpty() ? m_sheet.followsLost : m_sheet.follows;
    if (!m_follows || lines == m_followsDrawn) {
        return;
    }
    m_followsDrawn = lines;
    while (QLayoutItem *item = m_follows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString &line : lines) {
        auto *label = new WrapLabel(line, m_follows->parentWidget());
        m_follows->addWidget(label);
        label->show();
    }
}

void StepPage::follow()
{
    if (m_overrideBox) {
        m_overrideBox->setVisible(wantsOverride());
    }
    if (m_unpaid) {
        m_unpaid->setVisible(!isPaid());
    }
    followReceiver();
    drawFollows();
    Q_EMIT tasksChanged();
    Q_EMIT actsChanged();
}

QList<Want> StepPage::wants() const
{
    QList<Want> wants;
    const auto want = [&wants](bool isWanted, const QString &words, QWidget *where) {
        if (isWanted) {
            wants.append({words, where});
        }
    };
    if (!m_sheet.hindrance.isEmpty()) {
        return {};
    }
    for (const Want &one : m_receiver ? m_receiver->wants() : QList<Want>()) {
        want(true, one.words, one.where);
    }
    for (const Want &one : m_identity ? m_identity->wants() : QList<Want>()) {
        want(true, one.words, one.where);
    }
    const QList<Guard> hard = unconfirmed(false);
    for (qsizetype index = 0; index < m_sheet.confirmations.size(); ++index) {
        QCheckBox *box = m_confirmed.value(index);
        want(box && hard.contains(m_sheet.confirmations.at(index)), guardWarning(m_sheet.confirmations.at(index)), box);
    }
    if (m_asked) {
        want(m_asked->asked().isEmpty(), tr("Nothing is asked for yet."), m_asked->firstField());
        want(m_asked->firstUnfinished(), tr("Something is asked for without a reason."), m_asked->firstUnfinished());
    }
    if (m_answerBy && !m_answerBy->text().trimmed().isEmpty()) {
        want(!dateIn(m_answerBy).isValid() || dateIn(m_answerBy) < m_today, tr("The day to answer by is no day to come."), m_answerBy);
    }
    if (m_due) {
        const bool isMissing = m_due->text().trimmed().isEmpty();
        want(isMissing && m_sheet.promise == StatusStep::Promise::Must, tr("The new day is missing."), m_due);
        want(!isMissing && (!dateIn(m_due).isValid() || dateIn(m_due) <= m_sheet.promised.date()), tr("The new day is not later than the promise."), m_due);
    }
    want(m_sheet.needsReason && !m_sheet.asks && m_reason->toPlainText().trimmed().isEmpty(), tr("The reason is missing."), m_reason);
    const bool isUnsaid = m_override->toPlainText().trimmed().isEmpty();
    const QList<Guard> soft = unconfirmed(true);
    for (qsizetype index = 0; index < m_sheet.confirmations.size(); ++index) {
        // Ticking it is what is meant to happen; to go without is the exception.
        const Guard &guard = m_sheet.confirmations.at(index);
        want(isUnsaid && m_confirmed.value(index) && soft.contains(guard),
            guardWarning(guard) + u' ' + tr("Tick it, or say below why it is done all the same."), m_confirmed.value(index));
    }
    want(isUnsaid && anyWants(), tr("It is not said why it is done all the same."), m_override);
    if (m_approver) {
        want(m_approver->text().trimmed().isEmpty(), tr("The supervisor has not signed in."), m_approver);
        want(!m_approver->text().trimmed().isEmpty() && m_password->text().isEmpty(), tr("The supervisor's password is missing."), m_password);
    }
    return wants;
}

StepAnswer StepPage::answer() const
{
    StepAnswer answer;
    answer.said.receiver = m_receiver ? m_receiver->receiver() : std::nullopt;
    if (answer.said.receiver && !m_identity->isHidden()) {
        answer.said.receiver = m_identity->receiver();
    }
    if (isLost()) {
        answer.said.slipLost = LostSlip{m_identity->signsSheet() ? LostSlip::Signs::Sheet : LostSlip::Signs::Register};
    }
    for (qsizetype index = 0; index < m_sheet.confirmations.size(); ++index) {
        const QCheckBox *box = m_confirmed.value(index);
        const bool isWaived = this->isWaived(m_sheet.confirmations.at(index));
        if (!isWaived && (box ? box->isChecked() : who().has_value())) {
            answer.said.confirmed.append(m_sheet.confirmations.at(index).what);
        }
    }
    if (m_asked) {
        answer.said.asked = m_asked->asked();
    }
    for (qsizetype index = 0; index < m_arrived.size(); ++index) {
        if (m_arrived.at(index)->isChecked()) {
            answer.said.arrived.append(m_sheet.awaited.at(index));
        }
    }
    if (m_answerBy && dateIn(m_answerBy).isValid()) {
        answer.said.answerByMs = vietnamTime(dateIn(m_answerBy), QTime(23, LateMinute)).toMSecsSinceEpoch();
    }
    if (m_due && dateIn(m_due).isValid()) {
        answer.said.dueAtMs = vietnamTime(dateIn(m_due), m_sheet.promised.time()).toMSecsSinceEpoch();
    }
    if (m_reason) {
        answer.said.reason = m_reason->toPlainText().trimmed();
        if (answer.said.reason.isEmpty() && m_sheet.needsReason) {
            QStringList why;
            for (const SupplementItem &item : std::as_const(answer.said.asked)) {
                why.append(QStringLiteral("%1: %2").arg(item.name, item.reason));
            }
            answer.said.reason = why.join(QStringLiteral("; "));
        }
        answer.said.overrideReason = wantsOverride() ? m_override->toPlainText().trimmed() : QString();
    }
    if (isPaid()) {
        answer.paidBy = meansNamed(m_means->code());
    }
    if (m_approver) {
        answer.approver = m_approver->text().trimmed();
        answer.password = m_password->text();
    }
    return answer;
}

void StepPage::setOther(const QString &title)
{
    m_other = title;
    Q_EMIT actsChanged();
}

void StepPage::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT actsChanged();
}

void StepPage::setRefused()
{
    if (m_password) {
        (void)m_password->take();
    }
    setBusy(false);
}

QString StepPage::heading() const
{
    return m_sheet.title;
}

bool StepPage::takeTracking(const QString &text)
{
    return m_receiver && m_receiver->takeTracking(text);
}

QList<PageAct> StepPage::acts() const
{
    QList<PageAct> acts;
    const QList<Want> wanted = wants();
    if (!wanted.isEmpty()) {
        acts.append({KeyAct::NextToDo, {}, {}, false});
    }
    if (m_asked) {
        acts.append({KeyAct::AddRow, tr("Something else is missing"), {}, true});
    }
    if (!m_other.isEmpty()) {
        acts.append({KeyAct::Supplement, m_other, {}, true});
    }
    const QString refusal = m_busy ? tr("The step is being recorded. Please wait a moment.")
        : !m_sheet.hindrance.isEmpty() ? m_sheet.hindrance
        : !wanted.isEmpty()            ? tr("Not recorded yet: %1 Nothing was lost. Ctrl+E goes there.").arg(wanted.constFirst().words)
                                       : QString();
    acts.append({KeyAct::Main, m_sheet.title, refusal, true});
    return acts;
}

void StepPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        Q_EMIT decided();
    } else if (act == KeyAct::AddRow && m_asked) {
        m_asked->addOwn();
    } else if (act == KeyAct::Supplement) {
        Q_EMIT otherAsked();
    } else if (act == KeyAct::NextToDo) {
        const QList<Want> wanted = wants();
        if (!wanted.isEmpty()) {
            wanted.constFirst().where->setFocus(Qt::TabFocusReason);
            Q_EMIT said({Notice::Kind::Told, wanted.constFirst().words, {}});
        }
    }
}

QWidget *StepPage::firstField() const
{
    if (!m_numbered.isEmpty()) {
        return m_numbered.constFirst();
    }
    if (m_asked && m_asked->firstField()) {
        return m_asked->firstField();
    }
    return m_due ? static_cast<QWidget *>(m_due) : m_reason ? static_cast<QWidget *>(m_reason) : const_cast<StepPage *>(this);
}

QString StepPage::screen() const
{
    const bool turnsAway = m_sheet.asks || !m_other.isEmpty();
    return turnsAway ? Page::screen() + QStringLiteral("/asked") : Page::screen();
}

QStringList StepPage::tasks() const
{
    QStringList tasks;
    for (const Want &want : wants()) {
        tasks.append(want.words.chopped(want.words.endsWith(u'.') ? 1 : 0));
    }
    return tasks;
}

// A digit that no text field took ticks what bears its number.
void StepPage::keyPressEvent(QKeyEvent *event)
{
    const int place = event->key() - Qt::Key_1;
    if (event->modifiers().testFlag(Qt::ControlModifier) || event->modifiers().testFlag(Qt::AltModifier) || place < 0
        || place >= std::min<qsizetype>(m_numbered.size(), 9)) {
        Page::keyPressEvent(event);
        return;
    }
    QAbstractButton *button = m_numbered.at(place);
    button->setFocus(Qt::ShortcutFocusReason);
    button->click();
}

} // namespace motcua
