// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/KeyRouter.h"

#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>

namespace motcua {

KeyRouter::KeyRouter(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    m_holds.setSingleShot(true);
    m_holds.setInterval(HeldMs);
    connect(&m_holds, &QTimer::timeout, this, [this] { Q_EMIT keyActed(m_held.act, m_held.number); });
    qApp->installEventFilter(this);
}

bool KeyRouter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyRelease && m_holds.isActive() && !static_cast<QKeyEvent *>(event)->isAutoRepeat()) {
        m_holds.stop(); // whichever key it is: they are held no longer together
    }
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) {
        return false;
    }
    // A key reaches the widget after its QWindow and may then climb its parents: it is judged once, at the focused widget.
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || widget->window() != m_window || (QApplication::focusWidget() && widget != QApplication::focusWidget())) {
        return false;
    }
    const auto &key = *static_cast<QKeyEvent *>(event);
    if (event->type() == QEvent::ShortcutOverride) {
        const auto found = m_keys.binding(key.keyCombination());
        if (found && !belongsToField(widget, *found)) {
            event->accept();
            return true;
        }
        return false;
    }
    return pressed(widget, key);
}

bool KeyRouter::pressed(QWidget *widget, const QKeyEvent &event)
{
    const QKeyCombination combination(event.modifiers() & ~Qt::KeypadModifier, Qt::Key(event.key()));
    const auto found = m_keys.binding(combination);
    if (found) {
        if (belongsToField(widget, *found)) {
            return false;
        }
        if (found->act == KeyAct::SilentAlarm) {
            if (!event.isAutoRepeat()) {
                hold(*found);
            }
            return true;
        }
        // A key that is held down acts once: else one long press would go from the papers to an acceptance nobody looked at.
        if (!event.isAutoRepeat()) {
            Q_EMIT keyActed(found->act, found->number);
        }
        return true;
    }
    bool handled = false;
    if (combination.keyboardModifiers() == Qt::NoModifier && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)) {
        Q_EMIT enterPressed(widget, &handled);
    } else if (combination.keyboardModifiers() == Qt::NoModifier && event.key() >= Qt::Key_1 && event.key() <= Qt::Key_9) {
        Q_EMIT digitPressed(event.key() - Qt::Key_0, &handled);
    }
    return handled;
}

void KeyRouter::hold(const KeyBinding &binding)
{
    m_held = binding;
    m_holds.start();
}

bool KeyRouter::belongsToField(QWidget *widget, const KeyBinding &binding) const
{
    if (binding.act == KeyAct::Undo) {
        const auto *line = qobject_cast<QLineEdit *>(widget);
        return line && line->isUndoAvailable();
    }
    return false;
}

} // namespace motcua
