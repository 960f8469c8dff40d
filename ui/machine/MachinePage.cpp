// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine/MachinePage.h"

#include "ui/machine/MachineRow.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Spoken.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr int MostThing = 200; // px at text of 14 px: a longer name breaks
constexpr int BasePixels = 14;

} // namespace

MachinePage::MachinePage(QWidget *parent)
    : Page(parent)
    , m_summary(new MachineRow(this))
    , m_look(new KeyButton(tr("Look again"), QStringLiteral("R"), KeyButton::Role::Plain, this))
    , m_copy(new KeyButton(tr("Copy all of it"), QStringLiteral("Ctrl+C"), KeyButton::Role::Plain, this))
{
    connect(m_look, &KeyButton::clicked, this, &MachinePage::lookAsked);
    connect(m_copy, &KeyButton::clicked, this, &MachinePage::copy);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_summary, 1, Qt::AlignVCenter);
    head->addWidget(m_look, 0, Qt::AlignTop);
    head->addWidget(m_copy, 0, Qt::AlignTop);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(8, 8, 16, 16);
    m_column->setSpacing(0);
    m_column->addLayout(head);
    m_column->addStretch(1);
}

void MachinePage::setView(const MachineView &view)
{
    if (view == m_view) {
        return;
    }
    const auto *before = qobject_cast<MachineRow *>(focusWidget());
    const QString thing = before && before != m_summary ? before->line().thing : QString();
    m_view = view;
    m_summary->setLine({view.state, view.summary, {}, {}});
    while (m_blocks.size() < view.parts.size()) {
        Block made{.title = new QLabel(this), .lines = new QVBoxLayout};
        made.title->setProperty("level", QStringLiteral("section"));
        made.title->setTextFormat(Qt::PlainText);
        made.title->setContentsMargins(8, 12, 0, 2);
        speakAs(made.title, QAccessible::Heading);
        made.lines->setSpacing(0);
        m_column->insertWidget(m_column->count() - 1, made.title);
        m_column->insertLayout(m_column->count() - 1, made.lines);
        m_blocks.append(made);
    }
    for (qsizetype at = 0; at < m_blocks.size(); ++at) {
        draw(m_blocks[at], view.parts.value(at));
    }
    measure();
    if (!thing.isEmpty() && before->line().thing != thing) {
        const QList<MachineRow *> rows = shownRows();
        const auto same = std::find_if(rows.cbegin(), rows.cend(), [&thing](const MachineRow *row) { return row->line().thing == thing; });
        (same == rows.cend() ? m_summary : *same)->setFocus(Qt::OtherFocusReason);
    }
}

void MachinePage::draw(Block &block, const MachineView::Part &part)
{
    block.title->setText(part.title);
    block.title->setVisible(!part.lines.isEmpty());
    while (block.rows.size() < part.lines.size()) {
        auto *row = new MachineRow(this);
        QWidget *before = block.rows.isEmpty() ? nullptr : block.rows.constLast();
        block.rows.append(row);
        block.lines->addWidget(row);
        if (before) {
            setTabOrder(before, row); // else it would come after all those that were there before it
        }
    }
    for (qsizetype at = 0; at < block.rows.size(); ++at) {
        MachineRow *row = block.rows.at(at);
        if (at < part.lines.size()) {
            row->setLine(part.lines.at(at));
        }
        row->setVisible(at < part.lines.size());
    }
}

void MachinePage::measure()
{
    const QList<MachineRow *> rows = shownRows();
    const int pixels = font().pixelSize() > 0 ? font().pixelSize() : BasePixels;
    int mark = 0;
    int thing = 0;
    for (const MachineRow *row : rows.mid(1)) { // the first is a sentence, and has its line to itself
        mark = std::max(mark, row->markWidth());
        thing = std::max(thing, row->thingWidth());
    }
    thing = std::min(thing, MostThing * pixels / BasePixels);
    for (MachineRow *row : rows) {
        row->setWidths(row == m_summary ? row->markWidth() : mark, thing);
    }
}

QList<MachineRow *> MachinePage::shownRows() const
{
    QList<MachineRow *> rows{m_summary};
    for (const Block &block : m_blocks) {
        std::copy_if(block.rows.cbegin(), block.rows.cend(), std::back_inserter(rows), [](const MachineRow *row) { return !row->isHidden(); });
    }
    return rows;
}

QString MachinePage::asText() const
{
    QStringList lines{heading() + QStringLiteral(" · ") + m_view.place, m_summary->words()};
    for (const Block &block : m_blocks) {
        if (block.title->isHidden()) {
            continue;
        }
        lines += {QString(), block.title->text()};
        for (const MachineRow *row : block.rows) {
            if (!row->isHidden()) {
                lines.append(row->words());
            }
        }
    }
    return lines.join(u'\n') + u'\n';
}

void MachinePage::copy()
{
    QGuiApplication::clipboard()->setText(asText());
    Q_EMIT said({Notice::Kind::Done, tr("Copied. Paste it into a message, or read it out. Nothing in it is of a citizen."), {}});
}

void MachinePage::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (isPlain && event->key() == Qt::Key_R) {
        Q_EMIT lookAsked();
    } else if (isPlain && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down || event->key() == Qt::Key_Home || event->key() == Qt::Key_End)) {
        walk(event->key());
    } else {
        Page::keyPressEvent(event);
    }
}

void MachinePage::walk(int key)
{
    const QList<MachineRow *> rows = shownRows();
    const qsizetype now = rows.indexOf(qobject_cast<MachineRow *>(focusWidget()));
    const qsizetype last = rows.size() - 1;
    const qsizetype next = key == Qt::Key_Home ? 0 : key == Qt::Key_End ? last : key == Qt::Key_Up ? std::max<qsizetype>(now - 1, 0) : std::min(now + 1, last);
    rows.at(next)->setFocus(key == Qt::Key_Up || key == Qt::Key_Home ? Qt::BacktabFocusReason : Qt::TabFocusReason);
}

void MachinePage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        measure();
    }
}

void MachinePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    measure();
    Q_EMIT seen(true);
}

void MachinePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    Q_EMIT seen(false);
}

QString MachinePage::heading() const
{
    return tr("This machine");
}

QList<PageAct> MachinePage::acts() const
{
    QList<PageAct> acts;
    if (m_offersDesks) {
        acts.append({KeyAct::NextToDo, tr("Machines of the desks"), {}});
    }
    acts.append({KeyAct::Main, tr("Back to work"), {}, true});
    return acts;
}

void MachinePage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        Q_EMIT left();
    } else if (act == KeyAct::NextToDo) {
        Q_EMIT desksAsked();
    }
}

void MachinePage::setOffersDesks(bool offers)
{
    if (std::exchange(m_offersDesks, offers) != offers) {
        Q_EMIT actsChanged();
    }
}

QWidget *MachinePage::firstField() const
{
    return m_summary;
}

} // namespace motcua
