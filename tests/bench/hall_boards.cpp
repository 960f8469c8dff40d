// SPDX-License-Identifier: GPL-3.0-or-later
// A call on its way to two hundred boards: by TLS, with what a board reads of it, beside plain sockets that carry the same bytes and read nothing of them.
#include "app/feed/BoardFeed.h"
#include "app/feed/BoardReader.h"
#include "tests/bench/BenchBoards.h"
#include "tests/bench/Table.h"

#include <QDateTime>
#include <QFile>
#include <QSemaphore>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <functional>
#include <memory>
#include <vector>

namespace motcua::bench {

namespace {

constexpr int Boards = 200;
constexpr int Changes = 300; // timed, of each kind in turn
constexpr int WeekChanges = 20'000; // 60 desks, seven days
constexpr int WeekBoards = 8; // what each leaves is the same
constexpr int Patience = 60'000;

/** A full hall: 60 desks have somebody, 300 wait. */
BoardState fullState(int waiting)
{
    BoardState state;
    state.place.unitName = QStringLiteral("Trung tâm Phục vụ hành chính công phường Hòa An");
    const QList<QChar> letters{u'A', u'B', u'C', u'D', u'E'};
    qint64 at = 1'800'000'000'000;
    for (int desk = 1; desk <= 60; ++desk) {
        state.board.calls.append({BoardNumber{letters.at(desk % 5), desk, 0}, letters.at(desk % 5), desk, at, at, 1, desk % 2 == 0});
        at -= 60'000;
    }
    for (const QChar letter : letters) {
        state.board.groups.append({letter, waiting, WaitRange{20, 35}});
        ServiceGroup named;
        named.letter = QString(letter);
        named.name = QStringLiteral("Đăng ký hộ tịch");
        named.nameEn = QStringLiteral("Civil status");
        state.place.rules.groups.append(named);
        QList<BoardNumber> line;
        for (int n = 61; n <= 120; ++n) {
            line.append({letter, n, 0});
        }
        state.board.lines.append(line);
    }
    state.board.isLive = true;
    state.board.atMs = at;
    return state;
}

qint64 residentKib()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4 : 0;
}

void must(bool holds, const char *what)
{
    if (!holds) {
        qFatal("boards: %s", what);
    }
}

/** A thread with its events: the desk's program on one, all the walls on the other, and whoever measures sleeps meanwhile. */
class Side
{
public:
    Side()
    {
        m_here.moveToThread(&m_thread);
        m_thread.start();
    }
    ~Side()
    {
        m_thread.quit();
        m_thread.wait();
    }
    void now(const std::function<void()> &work)
    {
        QMetaObject::invokeMethod(&m_here, work, Qt::BlockingQueuedConnection);
    }
    void soon(const std::function<void()> &work)
    {
        QMetaObject::invokeMethod(&m_here, work, Qt::QueuedConnection);
    }

private:
    QThread m_thread;
    QObject m_here;
};

/** Waits until all boards have been counted. */
class Arrivals
{
public:
    void begin() { m_there = 0; }
    /** On the thread of the walls. */
    void count(qint64 more, qint64 all)
    {
        const qint64 before = m_there;
        m_there += more;
        if (before < all && m_there >= all) {
            m_whole.release();
        }
    }
    void await() { must(m_whole.tryAcquire(1, Patience), "a board did not get it"); }

private:
    qint64 m_there = 0;
    QSemaphore m_whole;
};

/** The feed as the program has it, and its boards. */
class Fed
{
public:
    explicit Fed(int boards)
        : m_boards(boards)
    {
        Result<feed::FeedSetup> setup = feed::FeedSetup::make(QStringLiteral("127.0.0.1"), 0, {}, QDateTime::currentMSecsSinceEpoch());
        must(static_cast<bool>(setup), "no certificate");
        Result<feed::BoardInvitation> invited = setup->invite(QStringLiteral("bench"), QDateTime::currentMSecsSinceEpoch());
        must(static_cast<bool>(invited), "no invitation");
        m_desk.now([&] {
            m_feed = std::make_unique<feed::BoardFeed>();
            m_feed->setUp(setup->toJson());
            m_feed->show(fullState(0));
            invited->port = m_feed->standing().port;
        });
        must(invited->port != 0, "nobody listens");
        m_walls.now([&] {
            for (int i = 0; i < m_boards; ++i) {
                auto reader = std::make_unique<feed::BoardReader>(*invited);
                QObject::connect(reader.get(), &BoardSource::changed, reader.get(), [this, one = reader.get()] {
                    const Board &board = one->state().board;
                    m_arrivals.count(board.isLive && board.groups.constFirst().waiting == m_waiting ? 1 : 0, m_boards);
                });
                reader->start();
                m_readers.push_back(std::move(reader));
            }
        });
        m_arrivals.await();
    }
    ~Fed()
    {
        m_walls.now([this] { m_readers.clear(); });
        m_desk.now([this] { m_feed.reset(); });
    }

    /** Milliseconds until the last board has read it. */
    double change(int waiting)
    {
        const BoardState state = fullState(waiting);
        m_walls.now([&] {
            m_arrivals.begin();
            m_waiting = waiting;
        });
        return timed([&] {
            m_desk.soon([this, &state] { m_feed->show(state); });
            m_arrivals.await();
        });
    }

private:
    int m_boards = 0;
    Arrivals m_arrivals;
    int m_waiting = 0; ///< that is looked for
    std::unique_ptr<feed::BoardFeed> m_feed;
    std::vector<std::unique_ptr<feed::BoardReader>> m_readers;
    Side m_desk;
    Side m_walls;
};

/** As many sockets, without TLS and without a reader: the bytes are counted. */
class Bare
{
public:
    Bare()
    {
        quint16 port = 0;
        m_desk.now([&] {
            m_server = std::make_unique<QTcpServer>();
            m_server->setListenBacklogSize(Boards);
            port = m_server->listen(QHostAddress::LocalHost) ? m_server->serverPort() : 0;
            QObject::connect(m_server.get(), &QTcpServer::newConnection, m_server.get(), [this] {
                while (QTcpSocket *one = m_server->nextPendingConnection()) {
                    one->setSocketOption(QAbstractSocket::LowDelayOption, 1);
                    m_served.push_back(one);
                    m_came.release();
                }
            });
        });
        must(port != 0, "no bare server");
        m_walls.now([&] {
            for (int i = 0; i < Boards; ++i) {
                auto socket = std::make_unique<QTcpSocket>();
                QObject::connect(socket.get(), &QTcpSocket::readyRead, socket.get(), [this, one = socket.get()] { m_arrivals.count(one->readAll().size(), m_all); });
                socket->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
                m_sockets.push_back(std::move(socket));
            }
        });
        must(m_came.tryAcquire(Boards, Patience), "no bare connections");
    }
    ~Bare()
    {
        m_walls.now([this] { m_sockets.clear(); });
        m_desk.now([this] { m_server.reset(); });
    }

    double change(const QByteArray &bytes)
    {
        m_walls.now([&] {
            m_arrivals.begin();
            m_all = Boards * bytes.size();
        });
        return timed([&] {
            m_desk.soon([this, &bytes] {
                for (QTcpSocket *one : m_served) {
                    one->write(bytes);
                    (void)one->flush();
                }
            });
            m_arrivals.await();
        });
    }

private:
    Arrivals m_arrivals;
    qint64 m_all = 0; ///< bytes of all sockets
    QSemaphore m_came;
    std::unique_ptr<QTcpServer> m_server;
    std::vector<QTcpSocket *> m_served; ///< the server's
    std::vector<std::unique_ptr<QTcpSocket>> m_sockets;
    Side m_desk;
    Side m_walls;
};

} // namespace

void benchBoards(Table &table)
{
    {
        Fed fed(Boards);
        Bare bare;
        Samples ours;
        Samples floor;
        for (int i = 1; i <= 20; ++i) {
            (void)fed.change(i);
            (void)bare.change(fullState(i).toJson());
        }
        for (int i = 1; i <= Changes; ++i) {
            ours.add(fed.change(1'000 + i));
            floor.add(bare.change(fullState(1'000 + i).toJson()));
        }
        table.row(QStringLiteral("a call on the last of %1 boards, p99, beside a bare broadcast").arg(Boards), ours.at(0.99), floor.at(0.99), ours.at(0.99) / floor.at(0.99),
            Table::Holds::AtMost, 4.0);
        table.note(QStringLiteral("the same in the middle"), QStringLiteral("%1 ms beside %2 ms").arg(ours.at(0.5), 0, 'f', 1).arg(floor.at(0.5), 0, 'f', 1));
    }
    Fed fed(WeekBoards);
    for (int i = 1; i <= WeekChanges / 20; ++i) {
        (void)fed.change(10'000 + i); // what comes once is there then
    }
    const qint64 before = residentKib();
    for (int i = 1; i <= WeekChanges; ++i) {
        (void)fed.change(100'000 + i);
    }
    table.bound(QStringLiteral("memory that %1 changes leave, on the desk and %2 boards").arg(WeekChanges).arg(WeekBoards), static_cast<double>(residentKib() - before) / 1024,
        static_cast<double>(before) / 1024, 2, QStringLiteral("MiB"));
}

} // namespace motcua::bench
