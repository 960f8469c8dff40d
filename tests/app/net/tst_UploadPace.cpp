// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/UploadPace.h"

#include <QTest>

using namespace motcua;

/** No more leaves in any time than the rate allows, and no less than it promises. */
class tst_UploadPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsToTheRate_data();
    void keepsToTheRate();
    void aPauseIsNotSavedUp();
    void nothingIsLostToRounding();
    void waitingIsEnough();
};

void tst_UploadPace::keepsToTheRate_data()
{
    QTest::addColumn<qint64>("rate");
    QTest::addColumn<qint64>("wanted");
    QTest::newRow("slow, in small pieces") << qint64(8'000) << qint64(100);
    QTest::newRow("slow, all at once") << qint64(8'000) << qint64(1'000'000);
    QTest::newRow("fast") << qint64(10'000'000) << qint64(65'536);
    QTest::newRow("a byte a second") << qint64(1) << qint64(10);
}

void tst_UploadPace::keepsToTheRate()
{
    QFETCH(qint64, rate);
    QFETCH(qint64, wanted);
    UploadPace pace(rate);
    qint64 sent = 0;
    constexpr qint64 Milliseconds = 10'000;
    for (qint64 ms = 0; ms <= Milliseconds; ++ms) {
        for (qint64 given = 1; given > 0;) {
            given = pace.take(wanted, ms);
            QVERIFY(given <= wanted);
            sent += given;
        }
        QVERIFY2(sent <= rate * ms / 1'000 + std::max<qint64>(rate / 4, 1), qPrintable(QString::number(ms)));
    }
    QVERIFY(sent >= rate * Milliseconds / 1'000);
}

void tst_UploadPace::aPauseIsNotSavedUp()
{
    UploadPace pace(1'000);
    QCOMPARE(pace.take(10'000, 0), 250);
    QCOMPARE(pace.take(10'000, 3'600'000), 250);
    QCOMPARE(pace.take(10'000, 3'600'000), 0);
    QCOMPARE(pace.take(10'000, 0), 0); // a clock that went back gives nothing
}

void tst_UploadPace::nothingIsLostToRounding()
{
    UploadPace pace(333);
    (void)pace.take(10'000, 0);
    qint64 sent = 0;
    for (qint64 ms = 1; ms <= 3'000; ++ms) {
        sent += pace.take(10'000, ms);
    }
    QCOMPARE(sent, 999);
}

void tst_UploadPace::waitingIsEnough()
{
    for (const qint64 rate : {1, 50, 5'000, 5'000'000}) {
        UploadPace pace(rate);
        (void)pace.take(1'000'000'000, 0);
        QVERIFY(pace.waitMs() >= 1);
        QVERIFY2(pace.take(1'000'000'000, pace.waitMs()) > 0, qPrintable(QString::number(rate)));
    }
}

QTEST_GUILESS_MAIN(tst_UploadPace)
#include "tst_UploadPace.moc"
