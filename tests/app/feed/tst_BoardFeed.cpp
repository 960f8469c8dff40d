// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feed/BoardFeed.h"
#include "app/feed/BoardReader.h"
#include "app/net/TlsIdentity.h"
#include "tests/app/hall/BoardSamples.h"

#include <QSignalSpy>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <memory>
#include <semaphore>
#include <thread>
#include <vector>

using namespace motcua;
using namespace motcua::feed;
using namespace motcua::test;

namespace {

BoardState told(int waiting)
{
    BoardState state{boardOf(fullHall()), boardPlace(), 3};
    state.board.groups.first().waiting = waiting;
    return state;
}

/** Shows itself as any desk would, and says whatever it is told to. */
class Impostor : public QTcpServer
{
public:
    explicit Impostor(const FeedSetup &setup)
        : m_identity(*TlsIdentity::fromPem(setup.certificate, setup.key.clone()))
    {
        listen(QHostAddress::LocalHost);
    }
    void say(const QByteArray &bytes)
    {
        for (QSslSocket *one : m_lines) {
            one->write(bytes);
        }
    }
    [[nodiscard]] bool isAsked() const { return m_asked > 0; }

protected:
    void incomingConnection(qintptr handle) override
    {
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(handle);
        QSslConfiguration tls;
        tls.setProtocol(QSsl::TlsV1_3OrLater);
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        tls.setLocalCertificateChain(m_identity.chain());
        tls.setPrivateKey(m_identity.key());
        socket->setSslConfiguration(tls);
        connect(socket, &QSslSocket::readyRead, this, [this, socket] {
            m_asked += socket->readAll().size();
            if (!m_lines.contains(socket)) {
                m_lines.append(socket);
                socket->write("HTTP/1.1 200 OK\r\n\r\n" + first);
            }
        });
        connect(socket, &QObject::destroyed, this, [this, socket] { m_lines.removeAll(socket); });
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        socket->startServerEncryption();
    }

public:
    QByteArray first = {};

private:
    TlsIdentity m_identity;
    QList<QSslSocket *> m_lines;
    qsizetype m_asked = 0;
};

QByteArray frameOf(const BoardState &state)
{
    return "event: board\ndata: {\"at\":5,\"now\":6,\"board\":" + state.toJson() + "}\n\n";
}

} // namespace

/** The board from a desk to its screens, by real TLS. */
class tst_BoardFeed : public QObject
{
    Q_OBJECT

private:
    static constexpr BoardReader::Patience Soon{.silentMs = 1'500, .joinMs = 4'000, .firstWaitMs = 20, .longestWaitMs = 100};

    void begin(const BoardFeed::Limits &limits = {.beatMs = 200})
    {
        m_feed = std::make_unique<BoardFeed>(limits);
        m_feed->setUp(m_setup.toJson());
        QVERIFY(m_feed->standing().isListening);
        m_invitation.port = m_feed->standing().port;
    }
    [[nodiscard]] std::unique_ptr<BoardReader> joined() const
    {
        auto reader = std::make_unique<BoardReader>(m_invitation, Soon);
        reader->start();
        return reader;
    }
    static int waiting(const BoardReader &reader)
    {
        return reader.state().board.groups.isEmpty() ? -1 : reader.state().board.groups.constFirst().waiting;
    }
    /** A client that speaks for itself. */
    [[nodiscard]] std::unique_ptr<QSslSocket> bare() const
    {
        auto socket = std::make_unique<QSslSocket>();
        QSslConfiguration tls;
        tls.setProtocol(QSsl::TlsV1_3OrLater);
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket->setSslConfiguration(tls);
        socket->connectToHostEncrypted(u"127.0.0.1"_qs, m_invitation.port);
        return socket;
    }
    [[nodiscard]] QByteArray question() const { return "GET /board HTTP/1.1\r\nAuthorization: Bearer " + m_invitation.token + "\r\n\r\n"; }

    FeedSetup m_setup;
    BoardInvitation m_invitation;
    std::unique_ptr<BoardFeed> m_feed;

private Q_SLOTS:
    void init()
    {
        m_setup = *FeedSetup::make(u"127.0.0.1"_qs, 0, {}, QDateTime::currentMSecsSinceEpoch());
        m_invitation = *m_setup.invite(u"left"_qs, QDateTime::currentMSecsSinceEpoch());
    }
    void cleanup() { m_feed.reset(); }

    void whoeverJoinsHasTheBoardAndEachChangeInItsOrder()
    {
        begin();
        m_feed->show(told(1));
        const auto reader = joined();
        QTRY_VERIFY(reader->state().board.isLive);
        QCOMPARE(waiting(*reader), 1);
        QCOMPARE(reader->state().board.atMs, boardNow());
        QCOMPARE(m_feed->standing().screens, 1);
        QList<int> seen;
        connect(reader.get(), &BoardSource::changed, this, [&] { seen.append(waiting(*reader)); });
        for (int n = 2; n < 30; ++n) {
            m_feed->show(told(n));
        }
        QTRY_COMPARE(waiting(*reader), 29);
        QVERIFY(std::is_sorted(seen.cbegin(), seen.cend()));
        QVERIFY(!reader->failure());
    }

    void whatTellsTheSameIsSentOnceAndCountsOn()
    {
        begin();
        m_feed->show(told(1));
        const auto reader = joined();
        QTRY_VERIFY(reader->state().board.isLive);
        QSignalSpy changes(reader.get(), &BoardSource::changed);
        BoardState later = told(1);
        later.board.atMs += 2'000;
        m_feed->show(later);
        QTRY_COMPARE(reader->state().board.atMs, boardNow() + 2'000); // by a beat
        QVERIFY(changes.isEmpty());
    }

    void aWindowThatHangsIsNotLive()
    {
        begin({.beatMs = 100, .staleMs = 300});
        m_feed->show(told(1));
        const auto reader = joined();
        QTRY_VERIFY(reader->state().board.isLive);
        QTRY_VERIFY(!reader->state().board.isLive);
        QCOMPARE(waiting(*reader), 1);
        m_feed->show(told(1));
        QTRY_VERIFY(reader->state().board.isLive);
    }

    void aDeskThatGoesIsMissedAndFoundAgain()
    {
        begin();
        m_feed->show(told(1));
        const auto reader = joined();
        QTRY_VERIFY(reader->state().board.isLive);
        m_setup.port = m_invitation.port;
        m_feed.reset();
        QTRY_VERIFY(!reader->state().board.isLive);
        QCOMPARE(waiting(*reader), 1);
        QVERIFY(reader->failure());
        begin();
        m_feed->show(told(2));
        QTRY_VERIFY(reader->state().board.isLive);
        QCOMPARE(waiting(*reader), 2);
        QVERIFY(!reader->failure());
    }

    void aDeskThatFallsSilentIsNotLive()
    {
        Impostor desk(m_setup);
        desk.first = frameOf(told(7));
        m_invitation.port = desk.serverPort();
        const auto reader = joined();
        QTRY_VERIFY(reader->state().board.isLive);
        desk.first.clear();
        QTRY_VERIFY(!reader->state().board.isLive);
        QCOMPARE(reader->failure()->code, ErrorCode::NetTimedOut);
        QCOMPARE(waiting(*reader), 7);
    }

    void aStrangerIsToldNothingAndNotBelieved()
    {
        FeedSetup strangers = *FeedSetup::make(u"127.0.0.1"_qs, 0, {}, QDateTime::currentMSecsSinceEpoch());
        Impostor stranger(strangers);
        stranger.first = frameOf(told(9));
        m_invitation.port = stranger.serverPort();
        const auto reader = joined();
        QTRY_VERIFY(reader->failure());
        QCOMPARE(reader->failure()->code, ErrorCode::ServerUntrusted);
        QVERIFY(!stranger.isAsked()); // the token stayed here
        QVERIFY(reader->state().board.groups.isEmpty());
    }

    void aWrongTokenOpensNothing()
    {
        begin();
        m_feed->show(told(1));
        m_invitation.token = QByteArray(43, 'a');
        const auto reader = joined();
        QTRY_VERIFY(reader->failure());
        QCOMPARE(reader->failure()->code, ErrorCode::ServerRefused);
        QVERIFY(reader->state().board.groups.isEmpty());
    }

    void aScreenThatIsShutOutIsNotLiveAndTheOthersStay()
    {
        const BoardInvitation right = *m_setup.invite(u"right"_qs, QDateTime::currentMSecsSinceEpoch());
        begin();
        m_feed->show(told(1));
        const auto left = joined();
        const quint16 port = m_invitation.port;
        m_invitation = right;
        m_invitation.port = port;
        const auto other = joined();
        QTRY_VERIFY(left->state().board.isLive && other->state().board.isLive);
        QVERIFY(m_setup.shutOut(u"left"_qs));
        m_feed->setUp(m_setup.toJson());
        QTRY_VERIFY(left->failure() && left->failure()->code == ErrorCode::ServerRefused);
        QVERIFY(!left->state().board.isLive);
        QVERIFY(other->state().board.isLive);
    }

    void noMoreThanItsLimitAreFed()
    {
        begin({.screens = 3, .beatMs = 200});
        m_feed->show(told(1));
        std::vector<std::unique_ptr<BoardReader>> readers;
        for (int i = 0; i < 4; ++i) {
            readers.push_back(joined());
        }
        const auto live = [&] { return std::count_if(readers.cbegin(), readers.cend(), [](const auto &one) { return one->state().board.isLive; }); };
        const auto busy = [&] { return std::any_of(readers.cbegin(), readers.cend(), [](const auto &one) { return one->failure() && one->failure()->code == ErrorCode::ServerBusy; }); };
        QTRY_VERIFY(live() == 3 && busy());
        readers.erase(std::find_if(readers.begin(), readers.end(), [](const auto &one) { return one->state().board.isLive; }));
        QTRY_COMPARE(live(), 3);
    }

    void whoeverAsksForNothingOfOursIsLetGo_data()
    {
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("something else") << QByteArray("GET / HTTP/1.1\r\n\r\n") << QByteArray("HTTP/1.1 404");
        QTest::newRow("without a token") << QByteArray("GET /board HTTP/1.1\r\n\r\n") << QByteArray("HTTP/1.1 401");
        QTest::newRow("without an end") << QByteArray(BoardFeed::MostQuestion + 1, 'a') << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }
    void whoeverAsksForNothingOfOursIsLetGo()
    {
        QFETCH(QByteArray, asked);
        begin({.askMs = 500, .beatMs = 100});
        m_feed->show(told(1));
        const auto client = bare();
        QTRY_VERIFY(client->isEncrypted());
        client->write(asked);
        QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
        const QByteArray heard = client->readAll();
        QTEST(heard.left(12), "answer");
    }

    /** What it does not read costs one state, and when it reads again it has the newest. */
    void aScreenThatDoesNotReadCostsOneState()
    {
        begin({.beatMs = 100, .staleMs = 60'000, .stuckMs = 60'000});
        m_feed->show(told(0));
        std::binary_semaphore mayRead(0);
        std::atomic<bool> isThere = false;
        QByteArray all;
        std::thread screen([&] {
            const auto client = bare();
            (void)client->waitForEncrypted(10'000);
            client->write(question());
            (void)client->waitForBytesWritten(10'000);
            mayRead.acquire();
            while (!all.contains("\"w\":100}") && client->waitForReadyRead(10'000)) {
                all += client->readAll();
            }
            isThere = true;
        });
        BoardState big = told(0);
        big.board.groups.first().wait.reset();
        big.board.notices = QList<BoardNotice>(200, {QString(1'000, u'x'), QString(1'000, u'y'), {}, {}});
        const qint64 one = big.toJson().size();
        qint64 most = 0;
        const bool isFed = QTest::qWaitFor([this] { return m_feed->standing().screens == 1; }, 10'000);
        const auto served = m_feed->findChildren<QSslSocket *>();
        for (int n = 1; n <= 100 && isFed; ++n) {
            big.board.groups.first().waiting = n;
            m_feed->show(big);
            most = std::max(most, served.constFirst()->bytesToWrite() + served.constFirst()->encryptedBytesToWrite());
        }
        mayRead.release();
        const bool isRead = QTest::qWaitFor([&isThere] { return isThere.load(); }, 20'000);
        m_feed.reset(); // else the screen would wait
        screen.join();
        QVERIFY(isFed && isRead);
        QVERIFY2(most < 2 * one, qPrintable(u"%1 of %2"_qs.arg(most).arg(one)));
        QVERIFY(all.contains("\"w\":100}"));
        QVERIFY(all.count("event: board") < 20);
    }

    void aScreenThatIsStuckIsLetGo()
    {
        begin({.beatMs = 100, .staleMs = 60'000, .stuckMs = 500});
        BoardState big = told(0);
        big.board.notices = QList<BoardNotice>(900, {QString(1'000, u'x'), QString(1'000, u'y'), {}, {}});
        m_feed->show(told(0));
        const auto client = bare();
        client->setReadBufferSize(1'024);
        QTRY_VERIFY(client->isEncrypted());
        client->write(question());
        QTRY_COMPARE(m_feed->standing().screens, 1);
        for (int n = 1; n <= 20; ++n) {
            big.board.groups.first().waiting = n;
            m_feed->show(big);
        }
        QTRY_COMPARE(m_feed->standing().screens, 0);
    }

    void whatIsNoStateLeavesTheLastOneAndIsNotLive_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no board") << QByteArray("event: board\ndata: {\"at\":5,\"now\":6,\"board\":{}}\n\n") << ErrorCode::AnswerMalformed;
        QTest::newRow("no times") << QByteArray("event: beat\ndata: {}\n\n") << ErrorCode::AnswerMalformed;
        QTest::newRow("no JSON") << QByteArray("event: board\ndata: <html>\n\n") << ErrorCode::AnswerMalformed;
        QTest::newRow("without an end") << QByteArray(BoardState::MostBytes + 100'000, 'x') << ErrorCode::AnswerTooLarge;
    }
    void whatIsNoStateLeavesTheLastOneAndIsNotLive()
    {
        QFETCH(QByteArray, bytes);
        Impostor desk(m_setup);
        desk.first = frameOf(told(7));
        m_invitation.port = desk.serverPort();
        const auto reader = joined();
        QTRY_VERIFY(reader->state().board.isLive);
        QSignalSpy failed(reader.get(), &BoardSource::failed);
        desk.first.clear();
        desk.say("event: something newer\ndata: 1\n\n" + bytes);
        QTRY_VERIFY(!failed.isEmpty());
        QTEST(failed.constFirst().constFirst().value<Error>().code, "code");
        QVERIFY(!reader->state().board.isLive);
        QCOMPARE(waiting(*reader), 7);
    }

    /** A machine whose clock began anew with the power. */
    void theClockOnTheWallIsThatOfTheDesk()
    {
        begin();
        m_feed->show(told(1));
        const auto reader = joined();
        QTRY_VERIFY(reader->state().board.isLive);
        QVERIFY(std::abs(reader->nowMs() - QDateTime::currentMSecsSinceEpoch()) < 5'000);
        Impostor desk(m_setup);
        desk.first = frameOf(told(7));
        m_invitation.port = desk.serverPort();
        const auto other = joined();
        QTRY_VERIFY(other->state().board.isLive);
        QVERIFY(other->nowMs() < 60'000); // its desk says 6
    }

    void anAddressThatIsNotThereIsToldAndTriedAgain()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        m_setup.port = other.serverPort();
        m_feed = std::make_unique<BoardFeed>(BoardFeed::Limits{.againMs = 50});
        m_feed->setUp(m_setup.toJson());
        QVERIFY(m_feed->standing().failure);
        QVERIFY(!m_feed->standing().isListening);
        other.close();
        QTRY_VERIFY(m_feed->standing().isListening);
        m_feed->setUp({});
        QVERIFY(!m_feed->standing().isListening);
    }
};

QTEST_GUILESS_MAIN(tst_BoardFeed)
#include "tst_BoardFeed.moc"
