// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/CallQueue.h"

#include <QMetaEnum>
#include <QTest>

using namespace motcua;

using Reason = Announcer::Reason;

/** The order in which calls are said, and which of them are not. */
class tst_CallQueue : public QObject
{
    Q_OBJECT

    const QTime Noon{12, 0};

    static TicketCall call(int number, int desk = 1) { return {u"A%1"_qs.arg(number, 3, 10, QLatin1Char('0')), desk, {}, {}}; }

    static QStringList told(const QList<CallQueue::Dropped> &dropped)
    {
        QStringList all;
        for (const CallQueue::Dropped &one : dropped) {
            all.append(one.call.number + u' ' + QString::fromLatin1(QMetaEnum::fromType<Reason>().valueToKey(static_cast<int>(one.reason))));
        }
        return all;
    }

private Q_SLOTS:
    void theFirstThatCameIsTheFirstToBeSaid()
    {
        CallQueue queue{CallLimits()};
        for (int i = 1; i <= 5; ++i) {
            QVERIFY(queue.put(call(i), i).isEmpty());
        }
        for (int i = 1; i <= 5; ++i) {
            const CallQueue::Turn turn = queue.take(10, Noon);
            QVERIFY(turn.call == call(i) && turn.dropped.isEmpty());
        }
        QVERIFY(queue.isEmpty() && !queue.take(10, Noon).call);
    }

    void whoIsCalledAgainIsSaidOnce()
    {
        CallQueue queue{CallLimits()};
        (void)queue.put(call(1, 1), 0);
        (void)queue.put(call(2), 0);
        QCOMPARE(told(queue.put(call(1, 7), 5)), QStringList(u"A001 CalledAgain"_qs));
        QVERIFY(queue.take(6, Noon).call == call(2));
        QVERIFY(queue.take(6, Noon).call == call(1, 7)); // by the desk that called last
        (void)queue.put(call(1, 7), 7); // what has been said may be called any number of times
        QVERIFY(queue.take(8, Noon).call == call(1, 7));
    }

    void whatWaitedTooLongIsNotSaid()
    {
        CallQueue queue{{.staleAfterMs = 100}};
        (void)queue.put(call(1), 0);
        (void)queue.put(call(2), 50);
        (void)queue.put(call(3), 51);
        const CallQueue::Turn turn = queue.take(151, Noon);
        QCOMPARE(told(turn.dropped), (QStringList{u"A001 TooOld"_qs, u"A002 TooOld"_qs}));
        QVERIFY(turn.call == call(3)); // as old as it may be
    }

    void theOldestGoWhereTooManyWait()
    {
        CallQueue queue{{.most = 2}};
        (void)queue.put(call(1), 0);
        (void)queue.put(call(2), 0);
        QCOMPARE(told(queue.put(call(3), 0)), QStringList(u"A001 TooMany"_qs));
        QVERIFY(queue.take(0, Noon).call == call(2));
    }

    void thereAreHoursOfQuiet_data()
    {
        QTest::addColumn<QTime>("from");
        QTest::addColumn<QTime>("until");
        QTest::addColumn<QTime>("now");
        QTest::addColumn<bool>("quiet");
        const QTime evening(17, 30);
        const QTime morning(7, 0);
        QTest::newRow("over midnight: before") << evening << morning << QTime(17, 29, 59) << false;
        QTest::newRow("over midnight: from its first minute") << evening << morning << evening << true;
        QTest::newRow("over midnight: in the night") << evening << morning << QTime(0, 0) << true;
        QTest::newRow("over midnight: its last moment") << evening << morning << QTime(6, 59, 59) << true;
        QTest::newRow("over midnight: when it is over") << evening << morning << morning << false;
        QTest::newRow("at noon: in it") << QTime(11, 30) << QTime(13, 0) << Noon << true;
        QTest::newRow("at noon: before") << QTime(11, 30) << QTime(13, 0) << QTime(11, 29) << false;
        QTest::newRow("at noon: when it is over") << QTime(11, 30) << QTime(13, 0) << QTime(13, 0) << false;
        QTest::newRow("none without an end") << evening << QTime() << QTime(20, 0) << false;
        QTest::newRow("none without a beginning") << QTime() << morning << QTime(2, 0) << false;
        QTest::newRow("none where both are one") << morning << morning << morning << false;
    }
    void thereAreHoursOfQuiet()
    {
        QFETCH(QTime, from);
        QFETCH(QTime, until);
        QFETCH(QTime, now);
        QFETCH(bool, quiet);
        const CallLimits limits{.quietFrom = from, .quietUntil = until};
        QCOMPARE(limits.isQuiet(now), quiet);
        QVERIFY((CallLimits{.volume = 0, .quietFrom = from, .quietUntil = until}).isQuiet(now)); // as good as nothing
        CallQueue queue(limits);
        (void)queue.put(call(1), 0);
        const CallQueue::Turn turn = queue.take(0, now);
        QCOMPARE(turn.call.has_value(), !quiet);
        QCOMPARE(told(turn.dropped), quiet ? QStringList(u"A001 Quiet"_qs) : QStringList());
    }
};

QTEST_APPLESS_MAIN(tst_CallQueue)
#include "tst_CallQueue.moc"
