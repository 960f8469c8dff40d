// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/HallPanel.h"

#include "ui/shell/HallColumn.h"
#include "ui/shell/HallList.h"
#include "ui/shell/HallTime.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Restyle.h"
#include "ui/widgets/WrapLabel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedLayout>

#include <algorithm>

namespace motcua {

namespace {

constexpr int BasePixels = 14;
constexpr int NumberPixels = 40; // at text of 14 px
constexpr int ElapsedPixels = 16;
constexpr int MostHeld = 2; // rows; the others are scrolled to

QLabel *sectionLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("level", QStringLiteral("section"));
    return label;
}

void write(QLabel *label, const QString &text)
{
    if (label->text() != text) {
        label->setText(text);
    }
}

/** A label whose words change with the clock has room for the longest of them, so that no change moves anything. */
void fix(QLabel *label, const QString &longest)
{
    const QString shown = label->text();
    label->setText(longest);
    label->setFixedSize(label->sizeHint());
    label->setText(shown);
}

} // namespace

HallPanel::HallPanel(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("hallPanel"));
    setAccessibleName(tr("Hall"));
}

void HallPanel::makeReady()
{
    if (m_scroll) {
        return;
    }
    m_pauseBand = new QFrame(this);
    m_pauseBand->setObjectName(QStringLiteral("hallPause"));
    m_pause = new WrapLabel(m_pauseBand);
    auto *band = new QVBoxLayout(m_pauseBand);
    band->setContentsMargins(12, 8, 12, 8);
    band->addWidget(m_pause);

    // At large text, or over a strip of many lines, the panel can be lower than what is in it.
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *body = new QWidget(m_scroll);
    body->setProperty("ground", QStringLiteral("surface"));
    body->setAttribute(Qt::WA_StyledBackground);
    auto *blocks = new QVBoxLayout(body);
    blocks->setContentsMargins(12, 8, 12, 12);
    blocks->setSpacing(12);
    blocks->addWidget(currentBlock());
    blocks->addWidget(waitingBlock(), 1);
    blocks->addWidget(heldBlock());
    m_scroll->setWidget(body);
    m_column = new HallColumn(this);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_pauseBand);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_column, 1);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && m_scroll->widget()->isAncestorOf(now)) {
            m_scroll->ensureWidgetVisible(now, 0, 0);
        }
    });
    for (QLabel *sized : {m_number, m_elapsed}) {
        sized->installEventFilter(this);
    }
    setNarrow(m_isNarrow);
    m_next->setNow(m_nowMs);
    m_heldList->setNow(m_nowMs);
    m_next->setRows(m_facts.next);
    m_heldList->setRows(m_facts.held);
    drawButtons();
    measure();
    drawCurrent();
    drawLists();
}

void HallPanel::setVisible(bool visible)
{
    if (visible) {
        makeReady();
    }
    QFrame::setVisible(visible);
}

KeyButton *HallPanel::button(KeyAct act)
{
    auto *made = new KeyButton({}, {}, KeyButton::Role::Plain, this);
    connect(made, &KeyButton::clicked, this, [this, act] { Q_EMIT acted(act); });
    m_buttons.append({act, made});
    return made;
}

QWidget *HallPanel::currentBlock()
{
    auto *frame = new QFrame(this);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_title = sectionLabel(frame);
    m_number = new QLabel(frame);
    m_number->setTextFormat(Qt::PlainText);
    m_elapsed = new QLabel(frame);
    m_elapsed->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *numbers = new QHBoxLayout;
    numbers->setSpacing(4);
    numbers->addWidget(m_number, 1);
    numbers->addWidget(m_elapsed);

    auto *nobody = new QWidget(frame);
    m_hint = new WrapLabel(nobody);
    m_hint->setProperty("tone", QStringLiteral("secondary"));
    auto *hints = new QVBoxLayout(nobody);
    hints->setContentsMargins(0, 0, 0, 0);
    hints->addWidget(m_hint);
    hints->addStretch(1);

    auto *somebody = new QWidget(frame);
    m_what = new WrapLabel(somebody);
    m_calls = new QLabel(somebody);
    m_calls->setProperty("tone", QStringLiteral("accent"));
    m_mark = new WrapLabel(somebody);
    m_mark->setProperty("tone", QStringLiteral("accent"));
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_what, 1);
    line->addWidget(m_calls, 0, Qt::AlignTop);
    auto *lines = new QVBoxLayout(somebody);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(4);
    lines->addLayout(line);
    lines->addWidget(m_mark);
    lines->addStretch(1);
    for (const KeyAct act : {KeyAct::Begin, KeyAct::Recall, KeyAct::Hold, KeyAct::Finish}) {
        lines->addWidget(button(act));
    }
    m_turn = new QStackedLayout;
    m_turn->addWidget(nobody);
    m_turn->addWidget(somebody);
    column->addWidget(m_title);
    column->addLayout(numbers);
    column->addLayout(m_turn);
    return frame;
}

QWidget *HallPanel::waitingBlock()
{
    auto *frame = new QFrame(this);
    frame->setProperty("block", true);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(4);
    m_waiting = sectionLabel(frame);
    m_oldest = new QLabel(frame);
    m_oldest->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *head = new QHBoxLayout;
    head->addWidget(m_waiting, 1);
    head->addWidget(m_oldest);
    m_enough = new WrapLabel(frame);
    m_enough->setProperty("tone", QStringLiteral("warning"));
    m_range = new WrapLabel(frame);
    m_range->setProperty("tone", QStringLiteral("secondary"));
    m_next = new HallList(frame);
    m_next->setAccessibleName(tr("Waiting tickets"));
    m_nobody = new WrapLabel(frame);
    m_nobody->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_nobody->setProperty("tone", QStringLiteral("secondary"));
    m_queue = new QStackedLayout;
    m_queue->addWidget(m_next);
    m_queue->addWidget(m_nobody);
    column->addLayout(head);
    column->addWidget(m_enough);
    column->addWidget(m_range);
    column->addLayout(m_queue, 1);
    column->addWidget(button(KeyAct::CallNext));
    connect(m_next, &HallList::chosen, this, &HallPanel::ticketChosen);
    connect(m_next, &HallList::countChanged, this, &HallPanel::drawLists);
    return frame;
}

QWidget *HallPanel::heldBlock()
{
    auto *frame = new QFrame(this);
    frame->setProperty("block", true);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(4);
    m_held = sectionLabel(frame);
    m_heldList = new HallList(frame);
    m_heldList->setAccessibleName(tr("Tickets on hold"));
    m_heldList->setMostRows(MostHeld);
    column->addWidget(m_held);
    column->addWidget(m_heldList);
    column->addWidget(button(KeyAct::ResumeTicket));
    connect(m_heldList, &HallList::chosen, this, &HallPanel::heldChosen);
    connect(m_heldList, &HallList::countChanged, this, &HallPanel::drawLists);
    return frame;
}

void HallPanel::setKeys(const KeyMap &keys)
{
    m_keys = keys;
    if (m_scroll) {
        drawButtons();
        drawLists();
    }
}

void HallPanel::setActs(const QList<PageAct> &acts)
{
    m_acts = acts;
    if (m_scroll) {
        drawButtons();
    }
}

void HallPanel::drawButtons()
{
    for (const ActButton &one : std::as_const(m_buttons)) {
        const auto found = std::find_if(m_acts.cbegin(), m_acts.cend(), [&one](const PageAct &act) { return act.act == one.act; });
        const PageAct act = found == m_acts.cend() ? PageAct{.act = one.act} : *found;
        one.button->setWords(act.label.isEmpty() ? KeyMap::label(act.act) : act.label, act.key.isEmpty() ? m_keys.shown(act.act) : act.key);
        one.button->setRefused(!act.refusal.isEmpty());
        one.button->setToolTip(act.refusal);
    }
}

void HallPanel::setMostCalls(int most)
{
    m_mostCalls = most;
    if (m_scroll) {
        drawCurrent();
    }
}

void HallPanel::draw(const HallFacts &facts)
{
    if (facts == m_facts) {
        return;
    }
    m_facts = facts;
    if (!m_scroll) {
        return;
    }
    drawCurrent();
    m_next->setRows(facts.next);
    m_heldList->setRows(facts.held);
    drawLists();
}

void HallPanel::drawCurrent()
{
    const bool isCalled = m_facts.turn == HallFacts::Turn::Called;
    const bool isServing = m_facts.turn == HallFacts::Turn::Serving;
    const HallRow row = m_facts.turn == HallFacts::Turn::None ? HallRow() : m_facts.current.value_or(HallRow());
    write(m_title, isCalled ? QStringLiteral("○ ") + tr("CALLED, NOT HERE YET")
            : isServing     ? QStringLiteral("● ") + tr("BEING SERVED")
                            : tr("BEING SERVED"));
    restyle(m_title, "tone", isServing ? QStringLiteral("done") : isCalled ? QStringLiteral("accent") : QString());
    restyle(m_number, "tone", m_facts.turn == HallFacts::Turn::None ? QStringLiteral("secondary") : QString());
    measure(); // also the number has lost its font with that
    write(m_number, row.number.isEmpty() ? QStringLiteral("—") : row.number);
    m_number->setAccessibleName(row.number.isEmpty() ? tr("No ticket") : tr("Ticket %1").arg(row.number));
    write(m_what, row.what);
    m_calls->setVisible(isCalled);
    write(m_calls, tr("call %1/%2").arg(m_facts.calls).arg(m_mostCalls));
    write(m_mark, shownMark(row.mark).isEmpty() ? QStringLiteral(" ") : shownMark(row.mark)); // a space keeps its line
    for (const ActButton &one : std::as_const(m_buttons)) {
        const bool ofCalled = one.act == KeyAct::Begin || one.act == KeyAct::Recall;
        if (ofCalled || one.act == KeyAct::Hold || one.act == KeyAct::Finish) {
            const bool isShown = ofCalled ? !isServing : isServing;
            if (!isShown) {
                keepFocus(one.button);
            }
            one.button->setVisible(isShown);
        }
    }
    if (!isCalled && !isServing) {
        keepFocus(m_turn->widget(1));
    }
    m_turn->setCurrentIndex(isCalled || isServing ? 1 : 0);
    m_pauseBand->setVisible(!m_facts.pause.isEmpty() && !m_isNarrow);
    write(m_pause, m_facts.pause.isEmpty() ? QString() : QStringLiteral("‖ ") + m_facts.pause);
    m_pause->setAccessibleName(m_facts.pause);
    m_column->draw(m_facts, m_nowMs);
    drawTimes();
}

void HallPanel::drawLists()
{
    const bool canCall = m_facts.waiting > 0 && m_facts.pause.isEmpty();
    QStringList hint = {tr("Nobody is being served.")};
    if (canCall) {
        hint.append(tr("%1 calls the next one; Enter on a row calls that very ticket.").arg(m_keys.shown(KeyAct::CallNext)));
    }
    write(m_hint, hint.join(u' '));
    write(m_waiting, tr("WAITING %1").arg(m_facts.waiting));
    write(m_range, m_facts.range.isEmpty() ? QString() : tr("New ticket: %1").arg(m_facts.range));
    m_range->setVisible(!m_facts.range.isEmpty());
    write(m_enough, m_facts.enough.isEmpty() ? QString() : QStringLiteral("▲ ") + m_facts.enough);
    m_enough->setAccessibleName(m_facts.enough);
    m_enough->setVisible(!m_facts.enough.isEmpty());
    write(m_nobody, m_facts.waiting == 0 ? tr("Nobody waits.") : tr("The rows are not known here."));
    m_queue->setCurrentIndex(m_next->count() > 0 ? 0 : 1);
    write(m_held, tr("ON HOLD %1").arg(m_facts.held.size()));
    const bool hasHeld = m_heldList->count() > 0;
    m_heldList->setVisible(hasHeld);
    for (const ActButton &one : std::as_const(m_buttons)) {
        if (one.act == KeyAct::ResumeTicket) {
            if (!hasHeld) {
                keepFocus(one.button);
            }
            one.button->setVisible(hasHeld);
        }
    }
    drawTimes();
}

void HallPanel::keepFocus(QWidget *hiding)
{
    QWidget *focused = QApplication::focusWidget();
    if (!focused || (focused != hiding && !hiding->isAncestorOf(focused))) {
        return;
    }
    // To a list, where Space does nothing: the key that pressed a button must not press what came into its place.
    if (m_next->count() > 0) {
        m_next->setFocus(Qt::OtherFocusReason);
        return;
    }
    for (const ActButton &one : std::as_const(m_buttons)) {
        if (one.act == KeyAct::CallNext) {
            one.button->setFocus(Qt::OtherFocusReason);
        }
    }
}

void HallPanel::tick(qint64 nowMs)
{
    m_nowMs = nowMs;
    if (!m_scroll) {
        return;
    }
    m_next->setNow(nowMs);
    m_heldList->setNow(nowMs);
    drawTimes();
}

void HallPanel::drawTimes()
{
    const bool isKnown = m_nowMs > 0;
    const bool hasCurrent = isKnown && m_facts.turn != HallFacts::Turn::None && m_facts.current;
    write(m_elapsed, hasCurrent ? shownElapsed(m_facts.current->sinceMs, m_nowMs) : QString());
    const QString spoken = hasCurrent ? spokenMinutes(m_facts.current->sinceMs, m_nowMs) : QString();
    if (m_elapsed->accessibleName() != spoken) { // once a minute: each setting is spoken
        m_elapsed->setAccessibleName(spoken);
    }
    const bool hasOldest = isKnown && m_facts.waiting > 0 && m_facts.oldestSinceMs > 0;
    write(m_oldest, hasOldest ? tr("oldest %1").arg(shownMinutes(m_facts.oldestSinceMs, m_nowMs)) : QString());
    m_column->tick(m_facts, m_nowMs);
}

void HallPanel::setNarrow(bool narrow)
{
    m_isNarrow = narrow;
    if (!m_scroll) {
        return;
    }
    m_scroll->setVisible(!narrow);
    m_column->setVisible(narrow);
    m_pauseBand->setVisible(!m_facts.pause.isEmpty() && !narrow);
}

void HallPanel::measure()
{
    const int pixels = font().pixelSize() > 0 ? font().pixelSize() : BasePixels;
    QFont large = font();
    large.setBold(true);
    large.setPixelSize(NumberPixels * pixels / BasePixels);
    QFont number = large;
    number.setBold(m_facts.turn != HallFacts::Turn::None); // a bold dash would look like a bar
    m_number->setFont(number);
    large.setPixelSize(ElapsedPixels * pixels / BasePixels);
    m_elapsed->setFont(large);
    fix(m_elapsed, QStringLiteral("000:00"));
    fix(m_oldest, tr("oldest %1").arg(QStringLiteral("000′")));
}

void HallPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (m_scroll && event->type() == QEvent::FontChange) {
        measure();
    }
}

bool HallPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::StyleChange) { // a label that was dressed anew has lost its font
        measure();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace motcua
