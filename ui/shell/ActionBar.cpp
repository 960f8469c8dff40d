// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ActionBar.h"

#include "ui/widgets/KeyButton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSet>

#include <algorithm>

namespace motcua {

ActionBar::ActionBar(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("actionBar"));
    setMinimumHeight(Height);
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(12, 4, 12, 4);
    m_row->setSpacing(8);
    m_row->setSizeConstraint(QLayout::SetNoConstraint); // what does not fit gives way; the window never grows for it
    m_row->addStretch(1);
}

void ActionBar::draw(const QList<PageAct> &acts, const KeyMap &keys)
{
    // The main act leaves and comes back at its place, so a button that holds the focus is reused where the act is the same.
    QList<PageAct> shown;
    m_shown.clear();
    for (const PageAct &act : acts) {
        if (act.onBar) {
            shown.append(act);
            m_shown.append(act.act);
        }
    }
    const auto role = [](const PageAct &act) { return act.act == KeyAct::Main ? KeyButton::Role::Main : KeyButton::Role::Plain; };
    while (m_buttons.size() > shown.size()) {
        KeyButton *last = m_buttons.takeLast();
        last->hide();
        last->deleteLater();
    }
    for (int index = 0; index < shown.size(); ++index) {
        const PageAct &act = shown.at(index);
        const QString wanted = act.act == KeyAct::Main ? QStringLiteral("main") : QString();
        if (index < m_buttons.size() && m_buttons.at(index)->property("role").toString() != wanted) {
            m_buttons.at(index)->hide();
            m_buttons.at(index)->deleteLater();
            m_buttons[index] = nullptr;
        }
        if (index >= m_buttons.size()) {
            m_buttons.append(nullptr);
        }
        if (!m_buttons.at(index)) {
            m_buttons[index] = new KeyButton({}, {}, role(act), this);
        }
        KeyButton *button = m_buttons.at(index);
        button->disconnect(this);
        button->setWords(act.label.isEmpty() ? KeyMap::label(act.act) : act.label,
            act.key.isEmpty() ? keys.shown(act.act) : act.key);
        button->setRefused(!act.refusal.isEmpty());
        button->setToolTip(act.refusal);
        connect(button, &KeyButton::clicked, this, [this, kind = act.act] { Q_EMIT pressed(kind); });
    }
    while (QLayoutItem *item = m_row->takeAt(0)) {
        delete item;
    }
    for (KeyButton *button : std::as_const(m_buttons)) {
        if (button->property("role").toString() == u"main") {
            m_row->addStretch(1);
        }
        m_row->addWidget(button);
    }
    if (m_buttons.isEmpty() || m_buttons.constLast()->property("role").toString() != u"main") {
        m_row->addStretch(1);
    }
    fit();
}

QSize ActionBar::minimumSizeHint() const
{
    return {0, std::max(Height, m_row->minimumSize().height())};
}

void ActionBar::fit()
{
    const QMargins margins = m_row->contentsMargins();
    int needed = margins.left() + margins.right();
    for (const KeyButton *button : std::as_const(m_buttons)) {
        button->ensurePolished(); // one that was made just now does not know the size of its letters yet
        needed += button->sizeHint().width() + m_row->spacing();
    }
    // First what is there for somebody new to the page, then what others see, then from the right; the main act never.
    QList<qsizetype> order;
    for (const KeyAct act : {KeyAct::Guide, KeyAct::ShowToCitizen}) {
        order.append(m_shown.indexOf(act));
    }
    for (qsizetype at = m_buttons.size() - 1; at >= 0; --at) {
        order.append(at);
    }
    QSet<qsizetype> away;
    for (const qsizetype at : std::as_const(order)) {
        if (needed <= width()) {
            break;
        }
        if (at >= 0 && m_shown.at(at) != KeyAct::Main && !away.contains(at) && !m_buttons.at(at)->hasFocus()) {
            needed -= m_buttons.at(at)->sizeHint().width() + m_row->spacing();
            away.insert(at);
        }
    }
    for (qsizetype at = 0; at < m_buttons.size(); ++at) {
        KeyButton *button = m_buttons.at(at);
        // One that was just made is hidden and is shown by its layout a turn later, unless somebody said that it is not to be.
        if (button->isHidden() != away.contains(at) || !button->testAttribute(Qt::WA_WState_ExplicitShowHide)) {
            button->setHidden(away.contains(at));
        }
    }
}

void ActionBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

bool ActionBar::event(QEvent *event)
{
    const bool isDone = QFrame::event(event);
    if (event->type() == QEvent::LayoutRequest) { // the words of a button have become larger, or there are others
        fit();
    }
    return isDone;
}

} // namespace motcua
