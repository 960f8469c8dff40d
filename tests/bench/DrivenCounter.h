// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/TimedApplication.h"
#include "ui/messages/Language.h"
#include "ui/shell/Counter.h"

#include <QTemporaryDir>

#include <memory>

namespace motcua::bench {

/** The whole window of a training centre with some dossiers in it, signed in and driven by keys alone. */
class DrivenCounter
{
public:
    DrivenCounter(TimedApplication &application, int dossiers);
    ~DrivenCounter();
    Q_DISABLE_COPY_MOVE(DrivenCounter)

    /** To whatever has the caret; what types a sign brings its text. */
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, const QString &text = {}) const;
    /** As an input method commits it. */
    void commit(const QString &text) const;
    /** Presses and waits until it is there, untimed. Ends the program when that takes 30 s. */
    void go(const std::function<void()> &work, const std::function<bool()> &there);

    /** Signs in with the password alone, the name stands there already. */
    void unlock();
    template <typename Wanted>
    [[nodiscard]] Wanted *shown() const
    {
        return qobject_cast<Wanted *>(window()->page());
    }
    [[nodiscard]] Counter *counter() const { return m_counter.get(); }
    [[nodiscard]] MainWindow *window() const { return m_counter->window(); }

private:
    TimedApplication &m_application;
    Language m_vietnamese;
    QTemporaryDir m_folder;
    QString m_person;
    QString m_password;
    std::unique_ptr<SignIn> m_door;
    std::unique_ptr<Counter> m_counter;
};

/** Sends a key and its release. */
void sendKey(QWidget *target, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, const QString &text = {});

} // namespace motcua::bench
