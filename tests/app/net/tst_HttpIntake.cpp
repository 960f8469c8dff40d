// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/net/NetBench.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace motcua;
using namespace motcua::test;

/** Heads without an end, as fast as the loopback brings them, and what is none. */
class tst_HttpIntake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHeadWithoutAnEndIsBrokenOff_data()
    {
        QTest::addColumn<QByteArray>("beginning");
        QTest::addColumn<QByteArray>("piece");
        QTest::newRow("headers") << QByteArray("HTTP/1.1 200 OK\r\n") << QByteArray("X: y\r\n");
        QTest::newRow("a header") << QByteArray("HTTP/1.1 200 OK\r\nX: ") << QByteArray("y");
        QTest::newRow("always about to come") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n");
    }
    void aHeadWithoutAnEndIsBrokenOff()
    {
        QFETCH(QByteArray, beginning);
        QFETCH(QByteArray, piece);
        const QByteArray much = piece.repeated(64 * 1024 / piece.size() + 1);
        TestServer server(
            [&](TestServer::Connection &connection) {
                if (connection.readRequest() && connection.write(beginning)) {
                    while (connection.write(much)) { }
                }
            },
            m_bench.serverTls());
        HttpClient client(m_bench.setup(server.port()));
        const auto answer = answered(client.send({.path = u"/"_qs}));
        QVERIFY2(!answer && answer.error().code == ErrorCode::AnswerMalformed, qPrintable(told(answer)));
        QCOMPARE(answer.error().detail, u"a head without an end"_qs);
    }

    // The kernel counts for the whole process: what one client of a port is shown is not taken for a head that another waits for.
    void whatAnotherClientTakesInIsNoHead()
    {
        constexpr int Answers = 4;
        const QByteArray much(7 * 1024 * 1024, 'x');
        std::atomic<int> given = 0;
        TestServer server(
            [&](TestServer::Connection &connection) {
                while (const auto request = connection.readRequest()) {
                    if (request->startsWith("GET /late")) {
                        while (given < Answers) {
                            std::this_thread::yield();
                        }
                        connection.answer("200 OK", "Content-Type: application/json\r\n", "{}");
                    } else if (connection.answer("200 OK", "Content-Type: application/zstd\r\n", much)) {
                        ++given;
                    }
                }
            },
            m_bench.serverTls());
        HttpClient waits(m_bench.setup(server.port()));
        HttpClient takes(m_bench.setup(server.port()));
        const auto late = waits.send({.path = u"/late"_qs});
        for (int i = 0; i < Answers; ++i) {
            const auto answer = answered(takes.send({.path = u"/much"_qs}));
            QVERIFY2(answer && answer->body.size() == much.size(), qPrintable(told(answer)));
        }
        const auto answer = answered(late);
        QVERIFY2(answer, qPrintable(told(answer)));
    }

private:
    NetBench m_bench;
};

QTEST_GUILESS_MAIN(tst_HttpIntake)
#include "tst_HttpIntake.moc"
