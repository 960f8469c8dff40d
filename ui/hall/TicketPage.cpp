// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hall/TicketPage.h"

#include "models/ticket/Appointment.h"
#include "models/ticket/TicketPhone.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace motcua {

namespace {

constexpr int Margin = 24;
constexpr int GroupsWidth = 380;
constexpr int PhoneWidth = 220;

} // namespace

TicketPage::TicketPage(QWidget *parent)
    : Page(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Margin, 20, Margin, Margin);
    row->setSpacing(32);
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    m_asked = new QLabel(this);
    m_asked->setWordWrap(true);
    m_groups = new QListWidget(this);
    m_groups->setAttribute(Qt::WA_InputMethodEnabled, false); // letters choose here, they are not typed
    m_groups->setFixedWidth(GroupsWidth);
    m_groups->setAccessibleName(tr("Service group"));
    m_groups->installEventFilter(this);
    m_asked->setBuddy(m_groups);
    left->addWidget(m_asked);
    left->addWidget(m_groups, 1);
    row->addLayout(left);

    m_right = new QWidget(this);
    auto *right = new QVBoxLayout(m_right);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(8);
    auto *needs = new QLabel(tr("What must the desk know? It is forgotten at the end of the day."), this);
    needs->setWordWrap(true);
    right->addWidget(needs);
    m_needs = new QVBoxLayout;
    m_needs->setSpacing(4);
    right->addLayout(m_needs);
    m_phoneAsked = new QLabel(tr("Telephone for a message when it is nearly their turn, if they want one"), this);
    m_phoneAsked->setWordWrap(true);
    m_phone = new QLineEdit(this);
    m_phone->setMaxLength(static_cast<int>(Appointment::LongestPhone));
    m_phone->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    m_phone->setFixedWidth(PhoneWidth);
    m_phoneAsked->setBuddy(m_phone);
    right->addWidget(m_phoneAsked);
    right->addWidget(m_phone);
    setAsksPhone(false);
    connect(m_phone, &QLineEdit::textChanged, this, &Page::actsChanged);
    right->addSpacing(20);
    m_number = new QLabel(this);
    m_number->setProperty("level", QStringLiteral("number"));
    m_number->setTextFormat(Qt::PlainText);
    m_told = new QLabel(this);
    m_told->setWordWrap(true);
    m_told->setTextFormat(Qt::PlainText);
    right->addWidget(m_number);
    right->addWidget(m_told);
    m_onPaper = new QLabel(this);
    m_onPaper->setWordWrap(true);
    m_onPaper->setTextFormat(Qt::PlainText);
    m_onPaper->hide();
    right->addWidget(m_onPaper);
    right->addStretch(1);
    row->addWidget(m_right, 1);
    row->addStretch(0);
    setTransferred({});
    connect(m_groups, &QListWidget::itemSelectionChanged, this, &Page::actsChanged);
}

void TicketPage::setGroups(const QList<GroupLine> &groups)
{
    if (groups == m_groupLines) {
        return;
    }
    const int row = chosen();
    m_groupLines = groups;
    m_groups->clear();
    for (const GroupLine &group : groups) {
        QString text = group.letter + QStringLiteral("   ") + group.name + QStringLiteral("   ") + tr("%n waiting", nullptr, group.waiting);
        m_groups->addItem(group.range.isEmpty() ? text : text + QStringLiteral(" · ") + group.range);
    }
    m_groups->setCurrentRow(row);
}

void TicketPage::setNeeds(const QList<NeedLine> &needs)
{
    qDeleteAll(m_boxes);
    m_boxes.clear();
    for (const NeedLine &need : needs) {
        auto *box = new QCheckBox(need.isPriority ? tr("%1 (called earlier)").arg(need.name) : need.name, this);
        box->setProperty("need", need.id);
        m_needs->addWidget(box);
        m_boxes.append(box);
    }
    if (!m_boxes.isEmpty()) {
        setTabOrder(m_boxes.constLast(), m_phone);
    }
}

void TicketPage::setAsksPhone(bool asks)
{
    if (!asks) {
        m_phone->clear();
    }
    m_phoneAsked->setVisible(asks);
    m_phone->setVisible(asks);
}

bool TicketPage::isPhoneWrong() const
{
    return !m_phone->text().trimmed().isEmpty() && TicketPhone::of(m_phone->text()).isEmpty();
}

void TicketPage::setDrawn(const QString &number, const QString &group, const QString &range)
{
    reset();
    m_number->setText(number);
    m_told->setText(range.isEmpty() ? tr("%1. Tell them the number; the next citizen can follow at once.").arg(group)
                                    : tr("%1. The wait is about %2. Tell them the number; the next citizen can follow at once.").arg(group, range));
    m_groups->setFocus();
}

void TicketPage::setPaper(const QString &number, Paper paper)
{
    if (number != m_number->text() && number != m_onPaperNumber && paper != Paper::Failed) {
        return; // the page is another one's by now
    }
    m_paper = paper;
    m_onPaperNumber = number;
    switch (paper) {
    case Paper::None:
        m_onPaper->clear();
        break;
    case Paper::UnderWay:
        m_onPaper->setText(tr("%1 is being printed.").arg(number));
        break;
    case Paper::Out:
        m_onPaper->setText(tr("%1 is printed.").arg(number));
        break;
    case Paper::Failed:
        m_onPaper->setText(tr("%1 is not on paper: tell them the number, or write it down.").arg(number));
        break;
    }
    m_onPaper->setVisible(paper != Paper::None);
    Q_EMIT actsChanged();
}

void TicketPage::setTransferred(const QString &number)
{
    m_transferred = number;
    m_asked->setText(number.isEmpty() ? tr("What do they come for? A letter or the arrows choose.")
                                      : tr("Where does %1 wait on? The time waited so far is kept. A letter or the arrows choose.").arg(number));
    m_right->setVisible(number.isEmpty());
    Q_EMIT headingChanged();
    Q_EMIT actsChanged();
}

void TicketPage::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT actsChanged();
}

void TicketPage::reset()
{
    m_groups->setCurrentRow(-1);
    for (QCheckBox *box : std::as_const(m_boxes)) {
        box->setChecked(false);
    }
    m_phone->clear();
    m_number->clear();
    m_told->clear();
    setPaper({}, Paper::None);
    setBusy(false);
}

// A list that gets the focus has a current row at once; only a selected one was chosen.
int TicketPage::chosen() const
{
    const QListWidgetItem *current = m_groups->currentItem();
    return current && current->isSelected() ? m_groups->currentRow() : -1;
}

// A letter means its group whenever it is pressed; the list's own search remembers letters and passes over the row it stands on.
bool TicketPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_groups || event->type() != QEvent::KeyPress) {
        return Page::eventFilter(watched, event);
    }
    const auto *pressed = static_cast<const QKeyEvent *>(event);
    if (pressed->modifiers() != Qt::NoModifier && pressed->modifiers() != Qt::ShiftModifier) {
        return Page::eventFilter(watched, event);
    }
    const bool isLetter = pressed->key() >= Qt::Key_A && pressed->key() <= Qt::Key_Z;
    for (qsizetype row = 0; isLetter && row < m_groupLines.size(); ++row) {
        if (m_groupLines.at(row).letter == QChar(pressed->key())) {
            m_groups->setCurrentRow(static_cast<int>(row));
            m_groups->item(static_cast<int>(row))->setSelected(true);
        }
    }
    const bool walks = pressed->key() == Qt::Key_Down || pressed->key() == Qt::Key_Up;
    if (walks && chosen() < 0 && m_groups->currentItem()) {
        m_groups->currentItem()->setSelected(true); // the first press chooses where one stands
        return true;
    }
    return isLetter || Page::eventFilter(watched, event);
}

QString TicketPage::heading() const
{
    return m_transferred.isEmpty() ? tr("Draw a ticket") : tr("Transfer %1").arg(m_transferred);
}

QList<PageAct> TicketPage::acts() const
{
    const QString refusal = m_busy ? tr("The ticket is on its way. Nothing was lost.")
        : chosen() < 0
        ? tr("It is not chosen yet what they come for. Nothing was changed. Press the letter of a group.")
        : isPhoneWrong() && m_transferred.isEmpty()
        ? tr("No message can be sent to this telephone. Nothing was changed. Write the ten digits of a mobile number, or leave it empty.")
        : QString();
    QList<PageAct> acts;
    if (m_paper != Paper::None && m_transferred.isEmpty()) {
        acts.append({KeyAct::Print, tr("Print %1 again").arg(m_onPaperNumber),
            m_paper == Paper::UnderWay ? tr("The ticket is being printed. Nothing was lost. Wait until it is out.") : QString(), true});
    }
    acts.append({KeyAct::Main, m_transferred.isEmpty() ? tr("Draw the ticket") : tr("Transfer"), refusal, true});
    return acts;
}

void TicketPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Print) {
        Q_EMIT printWished(m_onPaperNumber);
        return;
    }
    if (act != KeyAct::Main || chosen() < 0 || (isPhoneWrong() && m_transferred.isEmpty())) {
        return;
    }
    QStringList needs;
    for (const QCheckBox *box : std::as_const(m_boxes)) {
        if (box->isChecked()) {
            needs.append(box->property("need").toString());
        }
    }
    setBusy(true);
    Q_EMIT wished(m_groupLines.at(chosen()).letter, needs, TicketPhone::of(m_phone->text()));
}

QWidget *TicketPage::firstField() const
{
    return m_groups;
}

// Enter walks on from the list to what the desk must know, like from any other field.
bool TicketPage::enter(QWidget *focused)
{
    if (focused != m_groups || m_boxes.isEmpty() || !m_transferred.isEmpty()) {
        return false;
    }
    m_boxes.constFirst()->setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace motcua
