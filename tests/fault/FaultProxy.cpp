// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/FaultProxy.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <limits>
#include <memory>
#include <sys/socket.h>

namespace motcua::testsupport {

namespace {

constexpr int TickMs = 5;

using Kind = ProxyFault::Kind;
using Way = ProxyFault::Way;

const QHostAddress &loopback()
{
    static const QHostAddress address(QHostAddress::LocalHost);
    return address;
}

/** As a machine does that has lost the connection (RST). */
void reset(QTcpSocket &socket)
{
    if (socket.socketDescriptor() >= 0) {
        const linger now{1, 0};
        ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    }
    socket.abort();
}

/** In good order: what was written goes first, and nothing that came is left unread, for which the system would send RST. */
void close(QTcpSocket &socket)
{
    (void)socket.readAll();
    socket.disconnectFromHost();
}

} // namespace

/** The listening side, what is wrong now, and the counts. */
class FaultProxy::Line : public QObject
{
public:
    explicit Line(quint16 target)
        : m_target(target)
    {
        m_tick.setTimerType(Qt::PreciseTimer);
        m_tick.setInterval(TickMs);
        connect(&m_tick, &QTimer::timeout, this, &Line::tick);
        connect(&m_server, &QTcpServer::newConnection, this, &Line::accept);
    }

    quint16 listen()
    {
        m_holder.reset();
        if (!m_server.listen(loopback(), m_port)) {
            qFatal("no port for the proxy: %s", qPrintable(m_server.errorString()));
        }
        return m_port = m_server.serverPort();
    }

    void arm(const ProxyFault &fault);
    void mend();
    void accept();
    void tick();
    void strike(Pair &pair);
    void throwOut();

    [[nodiscard]] bool isOn(Kind kind) const { return fault.kind == kind && count.hasStruck && !m_isMended; }
    /** What comes from now on is after the fault. */
    [[nodiscard]] bool isAfter() const { return count.hasStruck && (!m_lasts || m_isMended); }
    [[nodiscard]] quint16 target() const { return m_target; }
    void remove(Pair *pair) { m_pairs.removeOne(pair); }

    ProxyFault fault = {};
    Count count = {};

private:
    QList<Pair *> m_pairs; ///< they go with the sockets of the server
    QTcpServer m_server{this};
    std::unique_ptr<QTcpSocket> m_holder; ///< keeps the port while nobody is let in
    quint16 m_port = 0;
    quint16 m_target;
    bool m_lasts = false;
    bool m_isMended = false;
    int m_ticks = 0;
    QTimer m_tick{this};
};

/** One connection through the line; goes with its client's socket. */
class FaultProxy::Pair : public QObject
{
public:
    Pair(QTcpSocket *near, Line &line)
        : QObject(near)
        , m_near(*near)
        , m_line(line)
        , m_isAfter(line.isAfter())
    {
        for (QTcpSocket *socket : {near, &m_far}) {
            connect(socket, &QTcpSocket::readyRead, this, [this] { move(); });
        }
        connect(&m_far, &QTcpSocket::connected, this, [this] {
            m_far.setSocketOption(QAbstractSocket::LowDelayOption, 1);
            move();
        });
        connect(&m_far, &QTcpSocket::disconnected, this, [this] { end(m_far, m_near); });
        connect(near, &QTcpSocket::disconnected, this, [this] { end(m_near, m_far); });
        m_far.connectToHost(loopback(), line.target());
    }
    ~Pair() override
    {
        m_far.disconnect(this);
        m_line.remove(this);
    }

    void move()
    {
        if (m_far.state() == QAbstractSocket::ConnectedState && !m_isShut) {
            pass(Way::Up, m_near, m_far);
        } else if (m_isShut) {
            (void)m_near.readAll();
        }
        pass(Way::Down, m_far, m_near);
    }
    /** A few bytes each way. */
    void trickle()
    {
        m_may = FaultProxy::TrickleBytes;
        pass(Way::Up, m_near, m_far);
        m_may = FaultProxy::TrickleBytes;
        pass(Way::Down, m_far, m_near);
        m_may = 0;
    }
    void throwOut()
    {
        m_isOver = true;
        reset(m_far);
        reset(m_near);
    }
    void closeBoth()
    {
        m_isOver = true;
        close(m_far);
        close(m_near);
    }
    void shut()
    {
        while (m_far.bytesToWrite() > 0 && m_far.waitForBytesWritten(1'000)) {
        }
        ::shutdown(static_cast<int>(m_far.socketDescriptor()), SHUT_WR);
        m_isShut = true;
    }
    /** The next that goes up goes twice, and all that went up once more on a connection of its own. */
    void replay()
    {
        auto *again = new QTcpSocket(&m_line);
        connect(again, &QTcpSocket::connected, again, [again, bytes = m_wentUp] { again->write(bytes); });
        connect(again, &QTcpSocket::readyRead, again, [again] { (void)again->readAll(); });
        connect(again, &QTcpSocket::disconnected, again, &QObject::deleteLater);
        again->connectToHost(loopback(), m_line.target());
        m_isTwice = true;
    }
    void change() { m_isChanged = true; }

private:
    [[nodiscard]] qint64 &counted(Way way) { return way == Way::Up ? m_line.count.up : m_line.count.down; }

    /** How many bytes may pass now. */
    [[nodiscard]] qint64 room(Way way)
    {
        if (m_line.isOn(Kind::Paused) || (m_line.isOn(Kind::OneWay) && way == Way::Down)) {
            return 0;
        }
        qint64 most = m_line.isOn(Kind::Trickling) ? m_may : std::numeric_limits<qint64>::max();
        if (m_line.fault.kind != Kind::None && !m_line.count.hasStruck && m_line.fault.way == way) {
            most = qMin(most, m_line.fault.at - counted(way));
        }
        return most;
    }

    void pass(Way way, QTcpSocket &from, QTcpSocket &to)
    {
        if (m_isOver) {
            return;
        }
        if (m_line.isOn(Kind::Swallowed)) {
            (void)from.readAll();
            return;
        }
        const QByteArray bytes = from.read(qMin(room(way), from.bytesAvailable()));
        hand(way, bytes, to);
        // Before the next byte, when there is one.
        const ProxyFault &fault = m_line.fault;
        if (from.bytesAvailable() > 0 && fault.kind != Kind::None && !m_line.count.hasStruck && fault.way == way && counted(way) >= fault.at) {
            m_line.strike(*this);
            move();
        }
    }

    void hand(Way way, QByteArray bytes, QTcpSocket &to)
    {
        if (bytes.isEmpty()) {
            return;
        }
        if (m_isChanged && m_line.fault.way == way) {
            bytes[0] = static_cast<char>(bytes[0] ^ 1);
            m_isChanged = false;
        }
        counted(way) += bytes.size();
        m_line.count.after += m_isAfter ? bytes.size() : 0;
        to.write(bytes);
        if (way == Way::Up && m_isTwice) {
            to.write(bytes);
            m_isTwice = false;
        } else if (way == Way::Up && m_line.fault.kind == Kind::Replayed) {
            m_wentUp += bytes;
        }
    }

    void end(QTcpSocket &gone, QTcpSocket &other)
    {
        if (!m_isOver && !m_line.isOn(Kind::Swallowed)) {
            const Way way = &gone == &m_near ? Way::Up : Way::Down;
            if (room(way) > 0 && other.state() == QAbstractSocket::ConnectedState) {
                pass(way, gone, other);
            }
        }
        m_isOver = true;
        other.disconnectFromHost();
        if (m_near.state() == QAbstractSocket::UnconnectedState) {
            m_near.deleteLater();
        }
    }

    QTcpSocket &m_near;
    QTcpSocket m_far;
    Line &m_line;
    bool m_isAfter;
    bool m_isOver = false;
    bool m_isShut = false;
    bool m_isTwice = false;
    bool m_isChanged = false;
    qint64 m_may = 0;
    QByteArray m_wentUp;
};

void FaultProxy::Line::arm(const ProxyFault &next)
{
    fault = {};
    throwOut();
    m_tick.stop();
    if (!m_server.isListening()) {
        listen();
    }
    fault = next;
    count = {};
    m_isMended = false;
    m_ticks = 0;
    m_lasts = std::any_of(ProxyFault::Table.begin(), ProxyFault::Table.end(), [&next](const ProxyFault::Row &row) { return row.kind == next.kind && row.lasts; });
}

void FaultProxy::Line::mend()
{
    if (m_isMended) {
        return;
    }
    m_isMended = true;
    if (m_lasts) {
        throwOut();
    }
    if (!m_server.isListening()) {
        listen();
    }
}

void FaultProxy::Line::throwOut()
{
    for (Pair *pair : QList<Pair *>(m_pairs)) {
        pair->throwOut();
    }
}

void FaultProxy::Line::accept()
{
    while (QTcpSocket *near = m_server.nextPendingConnection()) {
        near->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        ++count.connections;
        count.connectionsAfter += isAfter() ? 1 : 0;
        if (isOn(Kind::ResetAtOnce)) {
            connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
            reset(*near);
            continue;
        }
        m_pairs.append(new Pair(near, *this));
    }
}

void FaultProxy::Line::strike(Pair &pair)
{
    count.hasStruck = true;
    switch (fault.kind) {
    case Kind::Refused:
        m_server.close();
        // Somebody else could be given the port meanwhile.
        m_holder = std::make_unique<QTcpSocket>();
        (void)m_holder->bind(loopback(), m_port, QAbstractSocket::ReuseAddressHint | QAbstractSocket::ShareAddress);
        throwOut();
        break;
    case Kind::ResetAtOnce: throwOut(); break;
    case Kind::ResetUp:
    case Kind::ResetDown: pair.throwOut(); break;
    case Kind::ClosedUp:
    case Kind::ClosedDown: pair.closeBoth(); break;
    case Kind::Paused:
    case Kind::Trickling: m_tick.start(); break;
    case Kind::ChangedUp:
    case Kind::ChangedDown: pair.change(); break;
    case Kind::Replayed: pair.replay(); break;
    case Kind::HalfClosed: pair.shut(); break;
    case Kind::Swallowed:
    case Kind::OneWay:
    case Kind::None: break;
    }
}

void FaultProxy::Line::tick()
{
    const bool isOver = ++m_ticks > (fault.kind == Kind::Paused ? PauseMs / TickMs : TrickleTicks);
    if (isOver) {
        m_tick.stop();
        m_isMended = true;
    }
    for (Pair *pair : QList<Pair *>(m_pairs)) {
        if (isOver) {
            pair->move();
        } else if (fault.kind == Kind::Trickling) {
            pair->trickle();
        }
    }
}

FaultProxy::FaultProxy(quint16 target)
    : m_line(new Line(target))
{
    m_line->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_line, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(m_line, [this] { m_port = m_line->listen(); }, Qt::BlockingQueuedConnection);
}

FaultProxy::~FaultProxy()
{
    QMetaObject::invokeMethod(m_line, [this] { m_line->throwOut(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void FaultProxy::arm(const ProxyFault &fault)
{
    QMetaObject::invokeMethod(m_line, [this, fault] { m_line->arm(fault); }, Qt::BlockingQueuedConnection);
}

void FaultProxy::mend()
{
    QMetaObject::invokeMethod(m_line, [this] { m_line->mend(); }, Qt::BlockingQueuedConnection);
}

FaultProxy::Count FaultProxy::count() const
{
    Count count;
    QMetaObject::invokeMethod(m_line, [this, &count] { count = m_line->count; }, Qt::BlockingQueuedConnection);
    return count;
}

} // namespace motcua::testsupport
