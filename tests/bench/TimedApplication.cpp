// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/TimedApplication.h"

#include <QThread>
#include <QTimer>

#include <ctime>

namespace motcua::bench {

namespace {

double threadMs()
{
    timespec now = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace

TimedApplication::TimedApplication(int &argc, char **argv)
    : QApplication(argc, argv)
{
    setQuitOnLastWindowClosed(false);
}

bool TimedApplication::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread()) {
        return QApplication::notify(receiver, event);
    }
    m_painted = m_painted || event->type() == QEvent::Paint;
    if (m_depth > 0) {
        return QApplication::notify(receiver, event);
    }
    ++m_depth;
    bool answer = false;
    const double before = threadMs();
    const double ms = timed([&] { answer = QApplication::notify(receiver, event); });
    --m_depth;
    m_longestTurn = std::max(m_longestTurn, ms);
    if (std::exchange(m_painted, false)) {
        m_frames.add(ms);
        m_frameWork.add(threadMs() - before);
        if (m_waiting && m_there()) {
            m_waiting = false;
            m_reached = static_cast<double>(m_since.nsecsElapsed()) / 1e6;
            exit(0);
        }
    }
    return answer;
}

double TimedApplication::untilPainted(const std::function<void()> &work, const std::function<bool()> &there)
{
    m_there = there;
    m_waiting = true;
    QTimer patience;
    patience.setSingleShot(true);
    connect(&patience, &QTimer::timeout, this, [] { qFatal("nothing was painted for 30 s"); });
    patience.start(30'000);
    m_since.start();
    work();
    exec();
    return m_reached;
}

void TimedApplication::forget()
{
    m_frames = {};
    m_frameWork = {};
    m_longestTurn = 0;
}

} // namespace motcua::bench
