// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine/MachineRow.h"

#include "ui/widgets/Restyle.h"
#include "ui/widgets/Spoken.h"
#include "ui/widgets/WrapLabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStringList>

namespace motcua {

namespace {

using State = MachineView::State;

QString shape(State state)
{
    switch (state) {
    case State::Waiting: return QStringLiteral("…");
    case State::Fine: return QStringLiteral("✔");
    case State::None: return QStringLiteral("–");
    case State::Look: return QStringLiteral("!");
    case State::Bad: return QStringLiteral("✖");
    }
    return {};
}

QString word(State state)
{
    switch (state) {
    case State::Waiting: return MachineRow::tr("looking");
    case State::Fine: return MachineRow::tr("fine");
    case State::None: return MachineRow::tr("none");
    case State::Look: return MachineRow::tr("see to it");
    case State::Bad: return MachineRow::tr("does not work");
    }
    return {};
}

QString tone(State state)
{
    switch (state) {
    case State::Waiting:
    case State::None: return QStringLiteral("secondary");
    case State::Fine: return QStringLiteral("done");
    case State::Look: return QStringLiteral("warning");
    case State::Bad: return QStringLiteral("danger");
    }
    return {};
}

} // namespace

MachineRow::MachineRow(QWidget *parent)
    : QFrame(parent)
    , m_mark(new QLabel(this))
    , m_thing(new QLabel(this))
    , m_text(new WrapLabel(this))
{
    setProperty("machineLine", true);
    setFocusPolicy(Qt::StrongFocus);
    speakAs(this, QAccessible::StaticText);
    m_mark->setTextFormat(Qt::PlainText);
    m_thing->setTextFormat(Qt::PlainText);
    m_thing->setProperty("level", QStringLiteral("heading"));
    m_thing->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(6, 2, 6, 2);
    row->setSpacing(12);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    row->addWidget(m_thing, 0, Qt::AlignTop);
    row->addWidget(m_text, 1, Qt::AlignTop);
}

void MachineRow::setLine(const MachineView::Line &line)
{
    m_line = line;
    m_mark->setText(shape(line.state) + u' ' + (line.word.isEmpty() ? word(line.state) : line.word));
    restyle(m_mark, "tone", tone(line.state));
    m_thing->setText(line.thing);
    m_thing->setVisible(!line.thing.isEmpty());
    m_text->setText(line.text);
    restyle(m_mark, "level", line.thing.isEmpty() ? QStringLiteral("heading") : QString());
    if (accessibleName() != words()) { // each setting is spoken
        setAccessibleName(words());
    }
}

QString MachineRow::words() const
{
    QStringList all{m_mark->text(), m_line.thing, m_line.text};
    all.removeAll(QString());
    return all.join(QStringLiteral(" · "));
}

int MachineRow::markWidth() const
{
    m_mark->ensurePolished();
    return m_mark->sizeHint().width();
}

int MachineRow::thingWidth() const
{
    m_thing->ensurePolished();
    return m_line.thing.isEmpty() ? 0 : m_thing->fontMetrics().horizontalAdvance(m_line.thing) + 2; // its hint is that of broken lines
}

void MachineRow::setWidths(int mark, int thing)
{
    m_mark->setFixedWidth(mark);
    m_thing->setFixedWidth(thing);
}

} // namespace motcua
