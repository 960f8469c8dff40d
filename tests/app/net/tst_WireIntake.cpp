// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/WireIntake.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace motcua;

/** What the kernel counts of connections to a port. */
class tst_WireIntake : public QObject
{
    Q_OBJECT

private:
    /** Both ends of a connection; what is written at the far one comes in at the near one, read or not. */
    struct Line
    {
        explicit Line(QTcpServer &server)
        {
            near.connectToHost(QHostAddress::LocalHost, server.serverPort());
            if (!QTest::qWaitFor([&] { return near.state() == QAbstractSocket::ConnectedState && server.hasPendingConnections(); })) {
                qFatal("no connection");
            }
            far.reset(server.nextPendingConnection());
        }
        void bring(qsizetype bytes)
        {
            far->write(QByteArray(bytes, 'x'));
            if (!QTest::qWaitFor([this] { return far->bytesToWrite() == 0; })) {
                qFatal("not written");
            }
        }
        QTcpSocket near;
        std::unique_ptr<QTcpSocket> far;
    };
    [[nodiscard]] static QSet<quint16> portOf(const QTcpServer &server) { return {server.serverPort()}; }

    QTcpServer m_server;
    QTcpServer m_other;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
        QVERIFY(m_other.listen(QHostAddress::LocalHost));
    }

    void whatComesIsCounted_data()
    {
        QTest::addColumn<int>("bytes");
        for (const int bytes : {0, 1, 1'000, 100'000}) {
            QTest::addRow("%d", bytes) << bytes;
        }
    }
    void whatComesIsCounted()
    {
        QFETCH(int, bytes);
        WireIntake intake(portOf(m_server));
        Line line(m_server);
        line.bring(bytes);
        QTRY_COMPARE(intake.came(), std::optional<qint64>(bytes));
        QVERIFY(intake.isConnected());
        line.near.readAll();
        QCOMPARE(intake.came(), std::optional<qint64>(bytes)); // once
    }

    void ofWhatWasThereBeforeOnlyWhatIsNew()
    {
        Line line(m_server);
        line.bring(5'000);
        QTRY_COMPARE(line.near.bytesAvailable(), 5'000);
        WireIntake intake(portOf(m_server));
        QCOMPARE(intake.came(), std::optional<qint64>(0));
        line.bring(300);
        QTRY_COMPARE(intake.came(), std::optional<qint64>(300));
    }

    void otherPortsAreNot()
    {
        WireIntake intake(portOf(m_server));
        Line other(m_other);
        Line line(m_server);
        other.bring(10'000);
        line.bring(7);
        QTRY_COMPARE(other.near.bytesAvailable(), 10'000);
        QTRY_COMPARE(intake.came(), std::optional<qint64>(7));
    }

    void severalAreAddedAndWhatIsOverCounts()
    {
        WireIntake intake(portOf(m_server));
        auto first = std::make_unique<Line>(m_server);
        Line second(m_server);
        first->bring(100);
        second.bring(20);
        QTRY_COMPARE(intake.came(), std::optional<qint64>(120));
        first.reset();
        QCOMPARE(intake.came(), std::optional<qint64>(120));
        second.near.abort();
        QCOMPARE(intake.came(), std::optional<qint64>(120));
        QVERIFY(!intake.isConnected());
    }
};

QTEST_GUILESS_MAIN(tst_WireIntake)
#include "tst_WireIntake.moc"
