// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/HallColumn.h"

#include "ui/shell/HallTime.h"
#include "ui/widgets/Restyle.h"
#include "ui/widgets/Spoken.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace motcua {

namespace {

constexpr int Room = HallColumn::Width - 8; // px inside the frame of a block
constexpr int WordPixels = 14; // the column does not grow with the text, so its words stay at the size of 100 %
constexpr int NumberPixels = 20;

void say(QWidget *frame, const QString &name)
{
    if (frame->accessibleName() != name) { // each setting is spoken
        frame->setAccessibleName(name);
        frame->setToolTip(name);
    }
}

void write(QLabel *label, const QString &text)
{
    if (label->text() != text) {
        label->setText(text);
    }
    label->setVisible(!text.isEmpty());
}

} // namespace

HallColumn::HallColumn(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("hallColumn"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 8);
    column->setSpacing(12);
    m_pause = block();
    m_current = block();
    m_waiting = block();
    m_held = block();
    m_pause.frame->setProperty("band", true);
    column->addStretch(1);
    measure();
}

HallColumn::Block HallColumn::block()
{
    Block made;
    made.frame = new QFrame(this);
    made.frame->setProperty("stop", true);
    made.frame->setFocusPolicy(Qt::TabFocus); // so that a reader of the screen can stop at it
    speakAs(made.frame, QAccessible::StaticText);
    auto *lines = new QVBoxLayout(made.frame);
    lines->setContentsMargins(0, 4, 0, 4);
    lines->setSpacing(0);
    const auto line = [this, &made, lines] {
        auto *label = new QLabel(made.frame);
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->installEventFilter(this);
        lines->addWidget(label);
        return label;
    };
    made.shape = line();
    made.number = line();
    made.word = line();
    layout()->addWidget(made.frame);
    return made;
}

void HallColumn::measure()
{
    QFont words = font();
    words.setPixelSize(WordPixels);
    QFont numbers = words;
    numbers.setBold(true);
    numbers.setPixelSize(NumberPixels);
    for (const Block &one : {m_pause, m_current, m_waiting, m_held}) {
        one.shape->setFont(words);
        one.word->setFont(words);
        QFont fitting = numbers; // a number of five signs is written smaller, not cut
        while (fitting.pixelSize() > WordPixels && QFontMetrics(fitting).horizontalAdvance(one.number->text()) > Room) {
            fitting.setPixelSize(fitting.pixelSize() - 1);
        }
        one.number->setFont(fitting);
    }
}

void HallColumn::draw(const HallFacts &facts, qint64 nowMs)
{
    m_pause.frame->setVisible(!facts.pause.isEmpty());
    write(m_pause.shape, QStringLiteral("‖"));
    write(m_pause.number, {});
    write(m_pause.word, tr("paused"));
    say(m_pause.frame, facts.pause);

    const bool isCalled = facts.turn == HallFacts::Turn::Called;
    const bool isServing = facts.turn == HallFacts::Turn::Serving;
    write(m_current.shape, isServing ? QStringLiteral("●") : QStringLiteral("○"));
    const QString tone = isServing ? QStringLiteral("done") : isCalled ? QStringLiteral("accent") : QStringLiteral("secondary");
    restyle(m_current.shape, "tone", tone);
    write(m_current.number, facts.current && facts.turn != HallFacts::Turn::None ? facts.current->number : QString());
    write(m_current.word, isServing ? tr("serving") : isCalled ? tr("called") : tr("nobody"));

    write(m_waiting.shape, QStringLiteral("⋮"));
    write(m_waiting.number, QString::number(facts.waiting));
    write(m_held.shape, QStringLiteral("◷"));
    write(m_held.number, QString::number(facts.held.size()));
    write(m_held.word, tr("on hold"));
    m_held.frame->setVisible(!facts.held.isEmpty());
    tick(facts, nowMs);
    measure();
}

void HallColumn::tick(const HallFacts &facts, qint64 nowMs)
{
    const bool isKnown = nowMs > 0;
    const QString number = facts.current ? facts.current->number : QString();
    QStringList current = {facts.turn == HallFacts::Turn::None ? tr("Nobody is being served.")
            : facts.turn == HallFacts::Turn::Called            ? tr("Called, not here yet: %1").arg(number)
                                                               : tr("Being served: %1").arg(number)};
    if (facts.current && facts.turn != HallFacts::Turn::None) {
        current.append(isKnown ? spokenMinutes(facts.current->sinceMs, nowMs) : QString());
        current.append(facts.current->mark);
        current.removeAll(QString());
    }
    say(m_current.frame, current.join(QStringLiteral(", ")));
    const bool hasOldest = isKnown && facts.oldestSinceMs > 0;
    write(m_waiting.word, hasOldest ? tr("wait %1").arg(shownMinutes(facts.oldestSinceMs, nowMs)) : tr("waiting"));
    QStringList waiting{facts.waiting == 0 ? tr("Nobody waits.")
            : hasOldest ? tr("Waiting: %1, the oldest %2").arg(facts.waiting).arg(spokenMinutes(facts.oldestSinceMs, nowMs))
                        : tr("Waiting: %1").arg(facts.waiting), facts.enough};
    waiting.removeAll(QString());
    say(m_waiting.frame, waiting.join(QStringLiteral(", ")));
    say(m_held.frame, tr("On hold: %1").arg(facts.held.size()));
}

void HallColumn::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (m_held.frame && event->type() == QEvent::FontChange) {
        measure();
    }
}

bool HallColumn::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::StyleChange) { // a label that was dressed anew has lost its font
        measure();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace motcua
