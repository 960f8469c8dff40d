// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/MiniPanel.h"

#include "ui/shell/HallTime.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Restyle.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>
#include <array>
#include <utility>

namespace motcua {

namespace {

constexpr int TextPixels = 14;
constexpr int TicketPixels = 28; // at text of 14 px
constexpr std::array Acts{KeyAct::CallNext, KeyAct::Begin, KeyAct::Recall, KeyAct::Hold, KeyAct::Finish, KeyAct::ResumeTicket};

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/** Whether an officer whose turn is so wants this key before their eyes. */
bool isOffered(KeyAct act, const HallFacts &facts)
{
    switch (facts.turn) {
    case HallFacts::Turn::None:
        return act == KeyAct::CallNext || (act == KeyAct::ResumeTicket && !facts.held.isEmpty());
    case HallFacts::Turn::Called:
        return act == KeyAct::Begin || act == KeyAct::Recall;
    case HallFacts::Turn::Serving:
        return act == KeyAct::Hold || act == KeyAct::Finish;
    }
    return false;
}

} // namespace

MiniPanel::MiniPanel(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("miniPanel"));
    setAccessibleName(tr("Small window"));
    setFocusPolicy(Qt::StrongFocus); // no button has the keyboard by itself: Space must not call anybody
    m_number = plainLabel(this);
    m_state = plainLabel(this);
    m_elapsed = plainLabel(this);
    m_waiting = plainLabel(this);
    m_oldest = plainLabel(this);
    m_oldest->setProperty("tone", QStringLiteral("secondary"));
    auto *turn = new QHBoxLayout;
    turn->setSpacing(8);
    turn->addWidget(m_number);
    turn->addWidget(m_state);
    turn->addWidget(m_elapsed);
    turn->addStretch(1);
    turn->addSpacing(16);
    turn->addWidget(m_waiting);
    turn->addWidget(m_oldest);
    auto *keys = new QHBoxLayout;
    keys->setSpacing(8);
    const auto button = [this, keys](KeyAct act) {
        auto *made = new KeyButton({}, {}, KeyButton::Role::Plain, this);
        connect(made, &KeyButton::clicked, this, [this, act] { Q_EMIT acted(act); });
        m_buttons.append({act, made});
        keys->addWidget(made);
    };
    for (const KeyAct act : Acts) {
        button(act);
    }
    keys->addStretch(1);
    button(KeyAct::MiniMode);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(12, 8, 12, 8);
    lines->setSpacing(8);
    lines->addLayout(turn);
    lines->addLayout(keys);
    m_number->installEventFilter(this);
    drawButtons();
    drawTurn();
}

bool MiniPanel::isOwn(KeyAct act)
{
    return std::find(Acts.begin(), Acts.end(), act) != Acts.end() || act == KeyAct::GuidanceOnly || act == KeyAct::Undo;
}

void MiniPanel::setKeys(const KeyMap &keys)
{
    m_keys = keys;
    drawButtons();
}

void MiniPanel::setActs(const QList<PageAct> &acts)
{
    m_acts = acts;
    drawButtons();
}

void MiniPanel::setMostCalls(int most)
{
    m_mostCalls = most;
    drawTurn();
}

void MiniPanel::draw(const HallFacts &facts)
{
    if (facts != m_facts) {
        m_facts = facts;
        drawTurn();
        drawButtons();
    }
}

void MiniPanel::drawTurn()
{
    const bool isCalled = m_facts.turn == HallFacts::Turn::Called;
    const bool isServing = m_facts.turn == HallFacts::Turn::Serving;
    const QString number = isCalled || isServing ? m_facts.current.value_or(HallRow()).number : QString();
    m_number->setText(number.isEmpty() ? QStringLiteral("—") : number);
    m_number->setAccessibleName(number.isEmpty() ? tr("No ticket") : tr("Ticket %1").arg(number));
    QString state;
    if (isCalled) {
        state = QStringLiteral("○ ") + tr("Called, not here yet (%1/%2)").arg(m_facts.calls).arg(m_mostCalls);
    } else if (isServing) {
        state = QStringLiteral("● ") + tr("Being served");
    } else if (!m_facts.pause.isEmpty()) {
        state = QStringLiteral("‖ ") + m_facts.pause;
    } else {
        state = tr("Nobody is being served");
    }
    m_state->setText(state);
    restyle(m_state, "tone", isServing ? QStringLiteral("done") : isCalled ? QStringLiteral("accent") : QStringLiteral("secondary"));
    m_waiting->setText(tr("Waiting %1").arg(m_facts.waiting));
    measure();
    drawTimes();
}

void MiniPanel::drawButtons()
{
    for (const ActButton &one : std::as_const(m_buttons)) {
        const auto found = std::find_if(m_acts.cbegin(), m_acts.cend(), [&one](const PageAct &act) { return act.act == one.act; });
        const PageAct act = found == m_acts.cend() ? PageAct{.act = one.act} : *found;
        const bool isWay = one.act == KeyAct::MiniMode;
        const QString label = isWay ? tr("Whole window") : act.label.isEmpty() ? KeyMap::label(act.act) : act.label;
        one.button->setWords(label, act.key.isEmpty() ? m_keys.shown(act.act) : act.key);
        one.button->setRefused(!act.refusal.isEmpty());
        one.button->setToolTip(act.refusal);
        const bool isShown = isWay || isOffered(one.act, m_facts);
        if (!isShown && one.button->hasFocus()) {
            setFocus(Qt::OtherFocusReason);
        }
        one.button->setVisible(isShown);
    }
}

void MiniPanel::tick(qint64 nowMs)
{
    m_nowMs = nowMs;
    drawTimes();
}

void MiniPanel::drawTimes()
{
    const bool isKnown = m_nowMs > 0;
    const bool hasCurrent = isKnown && m_facts.turn != HallFacts::Turn::None && m_facts.current;
    m_elapsed->setText(hasCurrent ? shownElapsed(m_facts.current->sinceMs, m_nowMs) : QString());
    const bool hasOldest = isKnown && m_facts.waiting > 0 && m_facts.oldestSinceMs > 0;
    m_oldest->setText(hasOldest ? tr("oldest %1").arg(shownMinutes(m_facts.oldestSinceMs, m_nowMs)) : QString());
}

void MiniPanel::measure()
{
    const int pixels = font().pixelSize() > 0 ? font().pixelSize() : TextPixels;
    QFont large = font();
    large.setPixelSize(TicketPixels * pixels / TextPixels);
    large.setBold(m_facts.turn != HallFacts::Turn::None);
    m_number->setFont(large);
}

void MiniPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        measure();
    }
}

bool MiniPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::StyleChange) { // a label that was dressed anew has lost its font
        measure();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace motcua
