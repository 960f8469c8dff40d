// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTcpServer>

namespace motcua::bench {

/**
 * A line with a rate and a delay in each direction, between whoever connects to it and a port of the loopback; works in the event loop of its thread.
 *
 * A chunk leaves when those before it are on the line, and arrives the delay later. No more than a short queue is taken off whoever sends, who is held
 * back by TCP then, as at a real line.
 */
class SlowLine : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 BitsPerSecond = 10'000'000; ///< each way
    static constexpr qint64 DelayMs = 20; ///< each way, so that a question takes 40 ms

    explicit SlowLine(quint16 target, QObject *parent = nullptr);

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

private:
    class Way;
    class Pair;

    QTcpServer m_server;
    quint16 m_target;
    QElapsedTimer m_running;
};

} // namespace motcua::bench
