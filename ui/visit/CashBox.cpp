// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/CashBox.h"

#include "models/form/Typed.h"
#include "ui/visit/PaymentWords.h"
#include "ui/widgets/FlowRow.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Restyle.h"
#include "ui/widgets/WrapLabel.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace motcua {

namespace {

constexpr qsizetype OfferedNotes = 3;

} // namespace

CashBox::CashBox(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_offers(new FlowRow)
{
    auto *label = new QLabel(tr("Given"), this);
    m_edit->setAccessibleName(tr("Amount given"));
    m_edit->setAccessibleDescription(tr("for example 500k"));
    m_edit->setPlaceholderText(QStringLiteral("500k"));
    m_edit->setAlignment(Qt::AlignRight);
    m_edit->setInputMethodHints(Qt::ImhPreferNumbers | Qt::ImhNoPredictiveText);
    m_edit->installEventFilter(this);
    auto *exact = new KeyButton(tr("Exact"), QStringLiteral("="), KeyButton::Role::Plain, this);
    exact->setObjectName(QStringLiteral("exact"));
    const auto words = [this](QWidget *of) {
        auto *made = new WrapLabel(of);
        made->setAccessibleName(QString());
        return made;
    };
    m_word = words(this);
    m_word->setProperty("level", QStringLiteral("section"));
    m_change = new QLabel(this);
    m_change->setObjectName(QStringLiteral("change"));
    m_change->setProperty("level", QStringLiteral("number"));
    m_inNotes = words(this);
    m_inNotes->setObjectName(QStringLiteral("notes"));
    m_drawer = words(this);
    m_drawer->setObjectName(QStringLiteral("drawer"));

    m_offers->setGaps(8, 4);
    m_offers->addWidget(label);
    m_offers->addWidget(m_edit);
    m_offers->addWidget(exact);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(m_offers);
    column->addSpacing(8);
    column->addWidget(m_word);
    column->addWidget(m_change);
    column->addWidget(m_inNotes);
    column->addWidget(m_drawer);

    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_facts.payment.given = typedMoney(text);
        draw();
        Q_EMIT given(m_facts.payment.given);
    });
    connect(m_edit, &QLineEdit::editingFinished, this, &CashBox::tidy);
    connect(exact, &KeyButton::clicked, this, &CashBox::giveExactly);
}

void CashBox::setFacts(const FeeFacts &facts)
{
    const bool sameOffers = facts.notes == m_facts.notes && facts.due() == m_facts.due();
    const bool isAnotherVisit = facts.purpose != m_facts.purpose;
    m_facts = facts;
    if (isAnotherVisit || typedMoney(m_edit->text()) != facts.payment.given) {
        const QSignalBlocker quiet(m_edit);
        m_edit->setText(facts.payment.given ? edited(FieldType::Money, QString::number(facts.payment.given->dong)) : QString());
    }
    if (!sameOffers) {
        offerNotes();
    }
    draw();
}

void CashBox::giveExactly()
{
    write(m_facts.due());
}

void CashBox::tidy()
{
    if (const std::optional<Money> amount = typedMoney(m_edit->text())) {
        const QSignalBlocker quiet(m_edit);
        m_edit->setText(edited(FieldType::Money, QString::number(amount->dong)));
    }
}

bool CashBox::isUnreadable() const
{
    return !m_edit->text().trimmed().isEmpty() && !m_facts.payment.given;
}

void CashBox::write(Money amount)
{
    m_edit->setText(edited(FieldType::Money, QString::number(amount.dong)));
}

void CashBox::offerNotes()
{
    // The caret does not vanish with a button: it goes where the amount is typed.
    for (KeyButton *button : std::as_const(m_notes)) {
        if (button->hasFocus()) {
            m_edit->setFocus();
        }
        button->hide();
        button->deleteLater();
    }
    m_notes.clear();
    QList<Money> values;
    for (const Note &note : std::as_const(m_facts.notes)) {
        if (note.value > m_facts.due() && values.size() < OfferedNotes) {
            values.prepend(note.value);
        }
    }
    QWidget *before = findChild<KeyButton *>(QStringLiteral("exact"));
    for (const Money value : std::as_const(values)) {
        auto *button = new KeyButton(typedWords(value), {}, KeyButton::Role::Plain, this);
        button->setAccessibleName(tr("Given: %1").arg(value.toString()));
        connect(button, &KeyButton::clicked, this, [this, value] { write(value); });
        m_offers->addWidget(button);
        setTabOrder(before, button);
        before = button;
        m_notes.append(button);
    }
}

void CashBox::draw()
{
    const Money due = m_facts.due();
    const Payment &payment = m_facts.payment;
    const Money back = payment.change(due);
    const Change change = Change::of(back, m_facts.notes);
    QString inNotes = notesWords(change.notes);
    QString drawer;
    bool isEnough = true;
    QString tone;
    switch (payment.state(due)) {
    case Payment::State::Short:
        m_word->setText(tr("STILL MISSING"));
        m_change->setText(payment.shortBy(due).toString());
        tone = QStringLiteral("warning");
        break;
    case Payment::State::Enough:
        m_word->setText(tr("CHANGE"));
        m_change->setText(back.toString());
        if (m_facts.notes.isEmpty()) {
            inNotes.clear();
        } else if (change.rest > Money{0}) {
            const QString rest = tr("%1 cannot be given back in notes").arg(change.rest.toString());
            inNotes = inNotes.isEmpty() ? rest : tr("%1; %2").arg(inNotes, rest);
        } else if (back == Money{0}) {
            inNotes = tr("nothing goes back");
        }
        break;
    case Payment::State::NothingDue:
    case Payment::State::Later:
    case Payment::State::Unsaid:
        m_word->setText(tr("CHANGE"));
        m_change->setText(QStringLiteral("—"));
        inNotes = isUnreadable() ? tr("This is no amount yet. Type it as 500k, 1,5tr or 500.000.") : tr("type what was given, as 500k");
        tone = isUnreadable() ? QStringLiteral("warning") : QStringLiteral("secondary");
        break;
    }
    if (m_facts.drawer && back > Money{0}) {
        const std::optional<Change> lying = Change::from(*m_facts.drawer, back, m_facts.notes);
        isEnough = lying.has_value();
        if (!isEnough) {
            drawer = tr("This drawer cannot give that back. Ask for a smaller note, or take VietQR, transfer or card.");
        } else if (lying->notes != change.notes) {
            drawer = tr("This drawer has enough with %1").arg(notesWords(lying->notes));
        }
    }
    m_inNotes->setText(inNotes);
    restyle(m_inNotes, "tone", payment.state(due) == Payment::State::Short ? QString() : tone);
    restyle(m_change, "tone", payment.state(due) == Payment::State::Enough ? QString() : payment.state(due) == Payment::State::Short ? tone : QStringLiteral("secondary"));
    m_drawer->setText(isEnough ? drawer : QStringLiteral("▲ ") + drawer);
    restyle(m_drawer, "tone", isEnough ? QString() : QStringLiteral("warning"));
    m_drawer->setVisible(!drawer.isEmpty());
}

bool CashBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->text() == u"=") {
        giveExactly();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace motcua
