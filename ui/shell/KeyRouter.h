// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/KeyMap.h"

#include <QObject>
#include <QTimer>

class QKeyEvent;
class QWidget;

namespace motcua {

/**
 * Gives the window's keys to the window before the focused field can eat them: a line edit would take Ctrl+E, Ctrl+K and Ctrl+U for itself.
 *
 * Only keys pressed inside `window` count. Undo stays with a text field that has something to undo. A key that must not be hit by mistake acts once it was
 * held for HeldMs.
 */
class KeyRouter : public QObject
{
    Q_OBJECT

public:
    static constexpr int HeldMs = 1000;

    explicit KeyRouter(QWidget *window);

    void setKeys(const KeyMap &keys) { m_keys = keys; }
    [[nodiscard]] const KeyMap &keys() const { return m_keys; }

Q_SIGNALS:
    void keyActed(motcua::KeyAct act, int number);

    /** Enter alone. `handled` is set by the receiver; when it stays false the focused widget gets the key. */
    void enterPressed(QWidget *focused, bool *handled);

    /** A digit alone. */
    void digitPressed(int digit, bool *handled);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool pressed(QWidget *widget, const QKeyEvent &event);
    [[nodiscard]] bool belongsToField(QWidget *widget, const KeyBinding &binding) const;

    void hold(const KeyBinding &binding);

    QWidget *m_window = nullptr;
    KeyMap m_keys;
    KeyBinding m_held;
    QTimer m_holds;
};

} // namespace motcua
