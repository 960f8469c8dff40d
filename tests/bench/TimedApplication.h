// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/Table.h"

#include <QApplication>
#include <QElapsedTimer>

namespace motcua::bench {

/** An application that takes the time of every turn of its event loop: how long the window's thread was busy with one thing, and whether that painted. */
class TimedApplication : public QApplication
{
public:
    TimedApplication(int &argc, char **argv);

    bool notify(QObject *receiver, QEvent *event) override;

    /**
     * Milliseconds from now, through `work`, to the end of the painting in which `there` was true. Ends the program when that takes 30 s.
     *
     * Runs the event loop from the top, so it must not be called from within an event.
     */
    [[nodiscard]] double untilPainted(const std::function<void()> &work, const std::function<bool()> &there);

    /** Turns that painted since the last forget(). */
    [[nodiscard]] const Samples &frames() const { return m_frames; }
    /** Of the same turns the time the window's thread itself was running, which a busy machine does not lengthen. */
    [[nodiscard]] const Samples &frameWork() const { return m_frameWork; }
    /** Longest turn since the last forget(), painting or not. */
    [[nodiscard]] double longestTurn() const { return m_longestTurn; }
    void forget();

private:
    int m_depth = 0;
    bool m_painted = false;
    bool m_waiting = false;
    std::function<bool()> m_there;
    QElapsedTimer m_since;
    double m_reached = 0;
    Samples m_frames;
    Samples m_frameWork;
    double m_longestTurn = 0;
};

} // namespace motcua::bench
