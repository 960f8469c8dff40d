// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/SlowLine.h"

#include <QQueue>
#include <QTcpSocket>
#include <QTimer>

namespace motcua::bench {

namespace {

constexpr qint64 NsPerByte = 8'000'000'000 / SlowLine::BitsPerSecond;
constexpr qint64 DelayNs = SlowLine::DelayMs * 1'000'000;
constexpr qint64 QueueNs = 25'000'000; // what waits before the line: this process may be late by as much before the line stands idle
constexpr qint64 Chunk = 4096;

} // namespace

/** One direction of one connection. */
class SlowLine::Way
{
public:
    Way(QTcpSocket &from, QTcpSocket &to)
        : m_from(from)
        , m_to(to)
    {
    }

    /** Moves what may move at `nowNs`. */
    void move(qint64 nowNs)
    {
        while (m_from.bytesAvailable() > 0 && m_freeNs - nowNs < QueueNs) {
            const QByteArray bytes = m_from.read(Chunk);
            m_freeNs = qMax(m_freeNs, nowNs) + bytes.size() * NsPerByte;
            m_way.enqueue({m_freeNs + DelayNs, bytes});
        }
        while (!m_way.isEmpty() && m_way.head().first <= nowNs) {
            m_to.write(m_way.dequeue().second);
        }
        if (m_way.isEmpty() && m_from.bytesAvailable() == 0 && m_from.state() == QAbstractSocket::UnconnectedState) {
            m_to.disconnectFromHost();
        }
    }

private:
    QTcpSocket &m_from;
    QTcpSocket &m_to;
    qint64 m_freeNs = 0; ///< when the line has taken what was given to it
    QQueue<QPair<qint64, QByteArray>> m_way; ///< when it arrives
};

/** One connection through the line; goes with its client's socket. */
class SlowLine::Pair : public QObject
{
public:
    Pair(QTcpSocket *client, SlowLine &line)
        : QObject(client)
        , m_line(line)
        , m_up(*client, m_far)
        , m_down(m_far, *client)
    {
        for (QTcpSocket *socket : {client, &m_far}) {
            socket->setReadBufferSize(16 * Chunk); // the rest stays with the sender
            connect(socket, &QTcpSocket::readyRead, this, [this] { move(); });
        }
        connect(&m_far, &QTcpSocket::connected, this, [this] {
            m_far.setSocketOption(QAbstractSocket::LowDelayOption, 1);
            move();
        });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        m_far.connectToHost(QHostAddress(QHostAddress::LocalHost), line.m_target);
        m_tick.setTimerType(Qt::PreciseTimer);
        connect(&m_tick, &QTimer::timeout, this, [this] { move(); });
        m_tick.start(1);
    }

private:
    void move()
    {
        const qint64 now = m_line.m_running.nsecsElapsed();
        if (m_far.state() == QAbstractSocket::ConnectedState || m_far.state() == QAbstractSocket::UnconnectedState) {
            m_up.move(now);
        }
        m_down.move(now);
    }

    SlowLine &m_line;
    QTcpSocket m_far;
    QTimer m_tick;
    Way m_up;
    Way m_down;
};

SlowLine::SlowLine(quint16 target, QObject *parent)
    : QObject(parent)
    , m_target(target)
{
    m_running.start();
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection()) {
            client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            new Pair(client, *this);
        }
    });
    if (!m_server.listen(QHostAddress(QHostAddress::LocalHost))) {
        qFatal("no port for the slow line: %s", qPrintable(m_server.errorString()));
    }
}

} // namespace motcua::bench
