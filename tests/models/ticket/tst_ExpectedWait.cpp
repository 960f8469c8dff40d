// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/ExpectedWait.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace motcua;

class tst_ExpectedWait : public QObject
{
    Q_OBJECT

    static constexpr qint64 Minute = 60'000;

    static QList<qint64> minutes(const QList<int> &all)
    {
        QList<qint64> made;
        for (const int one : all) {
            made.append(one * Minute);
        }
        return made;
    }

    static QList<qint64> tensOf(const QList<qint64> &served) { return QList<qint64>(std::max<qsizetype>(served.size(), 3), 10 * Minute); }

    /** "10–25", or "none". */
    static QString shown(const std::optional<WaitRange> &wait)
    {
        return wait ? u"%1–%2"_qs.arg(wait->fromMinutes).arg(wait->toMinutes) : u"none"_qs;
    }

private Q_SLOTS:
    void whoCanStillBeServedIsReckonedFromTheUsualService_data()
    {
        QTest::addColumn<int>("minutesLeft");
        QTest::addColumn<int>("desks");
        QTest::addColumn<QList<qint64>>("served");
        QTest::addColumn<int>("count"); // -1: none
        const QList<qint64> tens = minutes({10, 10, 10});
        QTest::addRow("as many as fit one after another") << 50 << 1 << tens << 5;
        QTest::addRow("what is begun and not ended does not count") << 59 << 1 << tens << 5;
        QTest::addRow("two desks take twice as many") << 50 << 2 << tens << 10;
        QTest::addRow("desks share what is left over") << 15 << 2 << tens << 3;
        QTest::addRow("the usual service is the middle one") << 40 << 1 << minutes({4, 20, 8, 60, 6}) << 5;
        QTest::addRow("no time") << 0 << 1 << tens << 0;
        QTest::addRow("past closing") << -5 << 1 << tens << 0;
        QTest::addRow("slips of the finger are no services") << 5 << 1 << minutes({0, 0, 0}) << 5;
        QTest::addRow("no desk serves") << 50 << 0 << tens << -1;
        QTest::addRow("too few are known") << 50 << 1 << minutes({10, 10}) << -1;
    }
    void whoCanStillBeServedIsReckonedFromTheUsualService()
    {
        QFETCH(int, minutesLeft);
        QFETCH(int, desks);
        QFETCH(QList<qint64>, served);
        QFETCH(int, count);
        QCOMPARE(servedWithin(minutesLeft * Minute, desks, served).value_or(-1), count);
        QVERIFY(servedWithin(std::numeric_limits<qint64>::max(), std::numeric_limits<int>::max(), tensOf(served)).value_or(0) >= 0);
    }

    void isReckonedFromTheUsualAndTheSlowService_data()
    {
        QTest::addColumn<int>("ahead");
        QTest::addColumn<int>("desks");
        QTest::addColumn<QList<qint64>>("served");
        QTest::addColumn<QString>("expected");
        const QList<qint64> tens = minutes({10, 10, 10});
        const QList<qint64> mixed = minutes({4, 20, 8, 10, 6}); // usual 8, slow 10
        QTest::addRow("next, and the desk may be free") << 0 << 1 << tens << u"0–10"_qs;
        QTest::addRow("one ahead") << 1 << 1 << tens << u"10–20"_qs;
        QTest::addRow("four ahead") << 4 << 1 << tens << u"40–50"_qs;
        QTest::addRow("as many desks as people ahead") << 2 << 2 << tens << u"10–20"_qs;
        QTest::addRow("more desks than people ahead") << 2 << 3 << tens << u"0–10"_qs;
        QTest::addRow("a round that is not full does not count") << 5 << 3 << tens << u"10–20"_qs;
        QTest::addRow("the usual is the middle one, the slow the fourth of five") << 10 << 1 << mixed << u"80–110"_qs;
        QTest::addRow("of an even number the shorter middle one") << 10 << 1 << minutes({5, 5, 10, 10}) << u"50–110"_qs;
        QTest::addRow("rounded outwards") << 1 << 1 << minutes({7, 7, 7}) << u"5–15"_qs;
        QTest::addRow("a millisecond over goes up") << 0 << 1 << QList<qint64>{5 * Minute + 1, 1, 1} << u"0–10"_qs;
        QTest::addRow("a millisecond under goes down") << 1 << 1 << QList<qint64>(3, 5 * Minute - 1) << u"0–10"_qs;
        QTest::addRow("under five minutes") << 1 << 1 << minutes({1, 1, 1}) << u"0–5"_qs;
        QTest::addRow("no time at all is still a range") << 9 << 1 << minutes({0, 0, 0}) << u"0–5"_qs;
        QTest::addRow("below nothing ahead is nothing") << -3 << 1 << tens << u"0–10"_qs;
        QTest::addRow("the last that is not capped") << 46 << 1 << tens << u"460–470"_qs;
        QTest::addRow("capped at one end") << 47 << 1 << minutes({10, 11, 11}) << u"480–480"_qs;
        QTest::addRow("capped at the far end only") << 40 << 1 << minutes({10, 10, 20}) << u"400–480"_qs;
        QTest::addRow("more than anybody can wait")
            << std::numeric_limits<int>::max() << 1 << QList<qint64>(3, std::numeric_limits<qint64>::max()) << u"480–480"_qs;
    }
    void isReckonedFromTheUsualAndTheSlowService()
    {
        QFETCH(int, ahead);
        QFETCH(int, desks);
        QFETCH(QList<qint64>, served);
        QFETCH(QString, expected);
        QCOMPARE(shown(expectedWait(ahead, desks, served)), expected);
    }

    void nothingIsToldFromNothing_data()
    {
        QTest::addColumn<int>("desks");
        QTest::addColumn<QList<qint64>>("served");
        QTest::addColumn<bool>("isTold");
        QTest::addRow("no desk") << 0 << minutes({10, 10, 10}) << false;
        QTest::addRow("fewer desks than none") << -1 << minutes({10, 10, 10}) << false;
        QTest::addRow("no service yet") << 1 << QList<qint64>() << false;
        QTest::addRow("two services") << 1 << minutes({10, 10}) << false;
        QTest::addRow("three services") << 1 << minutes({10, 10, 10}) << true;
        QTest::addRow("three, one of which ended before it began") << 1 << minutes({10, -1, 10}) << false;
        QTest::addRow("four, one of which ended before it began") << 1 << minutes({10, -1, 10, 10}) << true;
    }
    void nothingIsToldFromNothing()
    {
        QFETCH(int, desks);
        QFETCH(QList<qint64>, served);
        QFETCH(bool, isTold);
        QCOMPARE(expectedWait(1, desks, served).has_value(), isTold);
    }

    void onlyTheLastThirtyCountInAnyOrder()
    {
        // Of these thirty the usual is 10 minutes; without one of the tens, or with one of the morning, it would be 20.
        const QList<qint64> slowMorning(100, 60 * Minute);
        QList<qint64> afternoon = QList<qint64>(15, 10 * Minute) + QList<qint64>(15, 20 * Minute);
        QCOMPARE(shown(expectedWait(4, 2, afternoon)), u"20–60"_qs);
        QCOMPARE(shown(expectedWait(4, 2, slowMorning + afternoon)), u"20–60"_qs);
        // What is no duration takes nobody's place among the thirty.
        QCOMPARE(shown(expectedWait(4, 2, slowMorning + afternoon + QList<qint64>{-1})), u"20–60"_qs);
        QCOMPARE(shown(expectedWait(4, 2, slowMorning + afternoon.sliced(1))), u"40–60"_qs);
        std::reverse(afternoon.begin(), afternoon.end());
        QCOMPARE(shown(expectedWait(4, 2, slowMorning + afternoon)), u"20–60"_qs);
    }

    void morePeopleNeverShortenItAndMoreDesksNeverLengthenIt_data()
    {
        QTest::addColumn<QList<qint64>>("served");
        QTest::addRow("alike") << minutes({10, 10, 10});
        QTest::addRow("skewed") << minutes({2, 3, 3, 4, 5, 40, 90});
        QTest::addRow("crooked") << QList<qint64>{61'234, 123'456, 299'999, 300'001, 777'777, 1'000'003};
        QTest::addRow("long") << minutes({400, 500, 600});
    }
    void morePeopleNeverShortenItAndMoreDesksNeverLengthenIt()
    {
        QFETCH(QList<qint64>, served);
        for (int desks = 1; desks <= 12; ++desks) {
            for (int ahead = 0; ahead <= 150; ++ahead) {
                const auto wait = expectedWait(ahead, desks, served);
                const auto oneMore = expectedWait(ahead + 1, desks, served);
                const auto oneDeskMore = expectedWait(ahead, desks + 1, served);
                QVERIFY(wait && oneMore && oneDeskMore);
                QVERIFY(oneMore->fromMinutes >= wait->fromMinutes && oneMore->toMinutes >= wait->toMinutes);
                QVERIFY(oneDeskMore->fromMinutes <= wait->fromMinutes && oneDeskMore->toMinutes <= wait->toMinutes);
                QVERIFY(wait->fromMinutes % 5 == 0 && wait->toMinutes % 5 == 0);
                QVERIFY(wait->fromMinutes >= 0 && wait->toMinutes <= 480);
                QVERIFY(wait->fromMinutes < wait->toMinutes || wait->fromMinutes == 480);
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_ExpectedWait)
#include "tst_ExpectedWait.moc"
