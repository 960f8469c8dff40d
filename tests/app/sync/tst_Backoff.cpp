// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/Backoff.h"

#include <QTest>

using namespace motcua::sync;

class tst_Backoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doublesUpToItsCap()
    {
        Backoff backoff(5'000, 300'000);
        QList<int> waits;
        for (int i = 0; i < 40; ++i) {
            waits.append(backoff.next(0.5));
        }
        QCOMPARE(waits.first(8), (QList<int>{5'000, 10'000, 20'000, 40'000, 80'000, 160'000, 300'000, 300'000}));
        QCOMPARE(waits.constLast(), 300'000);
        QCOMPARE(backoff.failures(), 40);
        backoff.succeeded();
        QCOMPARE(backoff.next(0.5), 5'000);
    }

    void isSpreadByAQuarter_data()
    {
        QTest::addColumn<double>("chance");
        QTest::addColumn<int>("wait");
        QTest::newRow("earliest") << 0.0 << 7'500;
        QTest::newRow("middle") << 0.5 << 10'000;
        QTest::newRow("latest") << 1.0 << 12'500;
        QTest::newRow("a chance that is none") << 7.0 << 12'500;
    }

    void isSpreadByAQuarter()
    {
        QFETCH(double, chance);
        Backoff backoff(10'000, 60'000);
        QTEST(backoff.next(chance), "wait");
    }

    void waitsAsLongAsTheOtherSideAsks_data()
    {
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("wait");
        QTest::newRow("less than planned") << 1'000 << 5'000;
        QTest::newRow("more than the cap") << 400'000 << 400'000;
        QTest::newRow("a week") << 7 * 24 * 3'600'000 << 3'600'000;
        QTest::newRow("before now") << -5 << 5'000;
    }

    void waitsAsLongAsTheOtherSideAsks()
    {
        QFETCH(int, asked);
        Backoff backoff(5'000, 300'000);
        QTEST(backoff.next(0.5, asked), "wait");
    }
};

QTEST_APPLESS_MAIN(tst_Backoff)
#include "tst_Backoff.moc"
