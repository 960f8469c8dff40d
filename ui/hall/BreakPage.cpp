// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hall/BreakPage.h"

#include "models/ticket/DeskHours.h"
#include "ui/widgets/PaperTable.h"
#include "ui/widgets/Restyle.h"
#include "ui/widgets/WrapLabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace motcua {

namespace {

constexpr int Margin = 24;
constexpr int TimeWidth = 96;
constexpr int Columns = 4; // shape, who and where, forms, what becomes of them

} // namespace

BreakPage::BreakPage(QWidget *parent)
    : Page(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, 16, Margin, 20);
    column->setSpacing(8);
    m_keysLine = new WrapLabel(this);
    column->addWidget(m_keysLine);
    m_table = new PaperTable(Columns, this);
    m_table->setAccessibleName(tr("On hold at this desk"));
    m_table->installEventFilter(this);
    column->addWidget(m_table, 1);
    column->addSpacing(8);
    column->addWidget(kindRow());

    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    auto *label = new QLabel(tr("Back at"), this);
    m_backAt = new QLineEdit(this);
    m_backAt->setFixedWidth(TimeWidth);
    m_backAt->setMaxLength(8);
    m_backAt->setAccessibleName(label->text());
    m_backAt->setAttribute(Qt::WA_InputMethodEnabled, false); // digits
    label->setBuddy(m_backAt);
    m_words = new WrapLabel(this);
    row->addWidget(label);
    row->addWidget(m_backAt);
    row->addWidget(m_words, 1);
    column->addLayout(row);
    connect(m_backAt, &QLineEdit::textChanged, this, &BreakPage::judge);
}

QWidget *BreakPage::kindRow()
{
    auto *widget = new QWidget(this);
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    const auto add = [this, widget, row](const QString &words) {
        auto *button = new QRadioButton(words, widget);
        row->addWidget(button);
        connect(button, &QRadioButton::toggled, this, &BreakPage::judge);
        return button;
    };
    m_break = add(tr("Break"));
    m_backOffice = add(tr("Back office: at work here, nobody is called"));
    m_close = add(tr("Close the desk for today"));
    row->addStretch(1);
    return widget;
}

void BreakPage::setFacts(const BreakFacts &facts)
{
    m_facts = facts;
    m_fates = QList<int>(facts.held.size(), BreakChoice::Stays);
    m_busy = false;
    m_close->setVisible(facts.mayClose);
    m_break->setChecked(true);
    m_backAt->setText(facts.backAt.isValid() ? facts.backAt.toString(u"HH:mm") : QString());
    QStringList keys{tr("S stays on hold"), tr("Q back to the queue, with the time waited so far")};
    if (!facts.desks.isEmpty()) {
        keys.insert(1, tr("D to another desk, with the time waited so far (again: the next desk)"));
    }
    m_keysLine->setText(facts.held.isEmpty() ? tr("Nobody is on hold. These forms stay under \"My drafts\".") : keys.join(QStringLiteral(" · ")));
    m_table->setRowCount(static_cast<int>(facts.held.size() + facts.drafts.size()));
    fill();
    m_table->setCurrentCell(0, 1);
    judge();
}

void BreakPage::fill()
{
    int row = 0;
    for (const HeldLine &one : std::as_const(m_facts.held)) {
        const QStringList who{one.number, one.place, one.age};
        m_table->put(row, {QStringLiteral("◷"), who.join(QStringLiteral(" · ")), one.forms.join(QStringLiteral(", ")), fateWords(m_fates.at(row))});
        ++row;
    }
    for (const QString &draft : std::as_const(m_facts.drafts)) {
        m_table->put(row++, {QStringLiteral("○"), draft, {}, tr("stays under \"My drafts\"")});
    }
}

QString BreakPage::fateWords(int fate) const
{
    if (fate == BreakChoice::Queue) {
        return QStringLiteral("↺ ") + tr("back to the queue");
    }
    if (fate >= 0) {
        return QStringLiteral("→ ") + m_facts.desks.value(fate);
    }
    return kind() == BreakChoice::Kind::Break && m_time.isValid() ? tr("stays until %1").arg(m_time.toString(u"HH:mm")) : tr("stays on hold");
}

BreakChoice::Kind BreakPage::kind() const
{
    return m_backOffice->isChecked() ? BreakChoice::Kind::BackOffice : m_close->isChecked() ? BreakChoice::Kind::Close : BreakChoice::Kind::Break;
}

void BreakPage::judge()
{
    const QTime typed = typedTime(m_backAt->text());
    m_time = typed.isValid() && typed > m_facts.now ? typed : QTime();
    const bool isBreak = kind() == BreakChoice::Kind::Break;
    m_backAt->setEnabled(isBreak);
    const bool isEmpty = m_backAt->text().trimmed().isEmpty();
    const bool isWrong = isBreak && !isEmpty && !m_time.isValid();
    m_words->setText(!isBreak  ? QString()
            : isEmpty          ? tr("e.g. 13:00")
            : m_time.isValid() ? tr("The hall is told: on a break until %1.").arg(m_time.toString(u"HH:mm"))
            : typed.isValid()  ? QStringLiteral("✖ ") + tr("is past already")
                               : QStringLiteral("✖ ") + tr("not a time; type it like 13:00 or 1300"));
    restyle(m_words, "tone", isWrong ? QStringLiteral("danger") : QStringLiteral("secondary"));
    fill();
    Q_EMIT headingChanged();
    Q_EMIT actsChanged();
}

void BreakPage::mark(QChar letter)
{
    const int row = m_table->currentRow();
    if (row < 0) {
        return;
    }
    if (row >= m_fates.size()) {
        Q_EMIT said({Notice::Kind::Told, tr("A form that nobody waits for stays under \"My drafts\". Handing over the shift gives it to a colleague."), {}});
        return;
    }
    if (letter == u'D' && m_facts.desks.isEmpty()) {
        Q_EMIT said({Notice::Kind::Told, tr("No other desk is open today. Nothing was changed. Q puts them back into the queue."), {}});
        return;
    }
    int &fate = m_fates[row];
    fate = letter == u'S' ? BreakChoice::Stays : letter == u'Q' ? BreakChoice::Queue : fate < 0 ? 0 : static_cast<int>((fate + 1) % m_facts.desks.size());
    fill();
}

bool BreakPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *pressed = static_cast<const QKeyEvent *>(event);
        const bool isPlain = pressed->modifiers() == Qt::NoModifier || pressed->modifiers() == Qt::ShiftModifier;
        if (isPlain && (pressed->key() == Qt::Key_S || pressed->key() == Qt::Key_D || pressed->key() == Qt::Key_Q)) {
            mark(QChar(pressed->key()));
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void BreakPage::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT actsChanged();
}

QString BreakPage::heading() const
{
    return tr("Before the break");
}

QList<PageAct> BreakPage::acts() const
{
    const bool isBreak = kind() == BreakChoice::Kind::Break;
    const QString refusal = m_busy ? tr("The desk is changing over. Nothing was lost.")
        : isBreak && !m_time.isValid()
        ? tr("When you are back is no time of today that is still ahead. Nothing was changed. Type it like 13:00.")
        : QString();
    const QString main = isBreak ? tr("Take a break") : kind() == BreakChoice::Kind::Close ? tr("Close the desk") : tr("To the back office");
    return {{KeyAct::Break, tr("Hand over the shift"), m_busy ? refusal : QString(), true}, {KeyAct::Main, main, refusal, true}};
}

void BreakPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Break) {
        Q_EMIT handOverAsked();
    } else if (act == KeyAct::Main) {
        setBusy(true);
        Q_EMIT chosen({kind(), m_time, m_fates});
    }
}

QWidget *BreakPage::firstField() const
{
    return m_table;
}

// Enter walks on from the list to when one is back, like from any other field.
bool BreakPage::enter(QWidget *focused)
{
    if (focused != m_table || !m_backAt->isEnabled()) {
        return false;
    }
    m_backAt->setFocus(Qt::TabFocusReason);
    m_backAt->selectAll();
    return true;
}

} // namespace motcua
