// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/LockOut.h"
#include "app/security/Random.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace motcua;
using namespace motcua::security;

class tst_LockOut : public QObject
{
    Q_OBJECT

    // 2026-09-21 08:00 in Vietnam, four hours after the machine started.
    static constexpr qint64 Wall = 1790038800000;
    static constexpr qint64 Boot = 4 * 3600 * 1000;

    static Moment at(qint64 seconds)
    {
        return {Wall + seconds * 1000, Boot + seconds * 1000, "start-1"};
    }

private Q_SLOTS:
    void thePauseDoublesUpToAQuarterOfAnHour_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<int>("seconds");
        const QList<int> pauses = {0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900};
        for (int failures = 0; failures < pauses.size(); ++failures) {
            QTest::addRow("%d failures", failures) << failures << pauses[failures];
        }
        QTest::addRow("a million") << 1000000 << 900;
        QTest::addRow("fewer than none") << -3 << 0;
    }
    void thePauseDoublesUpToAQuarterOfAnHour()
    {
        QFETCH(int, failures);
        QTEST(LockOut::delaySeconds(failures), "seconds");
    }

    void growsWithEachFailureAndEndsWithTheRightPassword()
    {
        const QTemporaryDir folder;
        LockOut lockOut(folder.filePath(u"desk"_qs));
        const Id hoa = random::id(1);
        QCOMPARE(lockOut.wait(hoa, at(0)), 0);
        QCOMPARE(lockOut.failed(hoa, SignInFailure::Means::Password, at(0)), 1);
        QCOMPARE(lockOut.wait(hoa, at(0)), 1);
        QCOMPARE(lockOut.wait(hoa, at(1)), 0);
        QCOMPARE(lockOut.failed(hoa, SignInFailure::Means::Password, at(1)), 2);
        QCOMPARE(lockOut.failed(hoa, SignInFailure::Means::Password, at(3)), 4);
        QCOMPARE(lockOut.wait(hoa, at(3)), 4);
        QCOMPARE(lockOut.wait(hoa, at(6)), 1);
        QCOMPARE(lockOut.wait(hoa, {Wall + 6999, Boot + 6999, "start-1"}), 1);
        QCOMPARE(lockOut.wait(hoa, at(7)), 0);
        lockOut.succeeded(hoa);
        QCOMPARE(lockOut.failed(hoa, SignInFailure::Means::Password, at(100)), 1);
    }

    void nobodyElseWaits()
    {
        const QTemporaryDir folder;
        LockOut lockOut(folder.filePath(u"desk"_qs));
        const Id hoa = random::id(1);
        for (int failure = 0; failure < 20; ++failure) {
            lockOut.failed(hoa, SignInFailure::Means::Password, at(failure));
        }
        QVERIFY(lockOut.wait(hoa, at(20)) > 800);
        QCOMPARE(lockOut.wait(random::id(2), at(20)), 0);
        QCOMPARE(lockOut.wait({}, at(20)), 0);
    }

    // Four failures at second 0: eight seconds to wait. What is left when the machine shows these clocks?
    void noClockShortensTheWait_data()
    {
        QTest::addColumn<qint64>("wallSeconds");
        QTest::addColumn<qint64>("bootSeconds");
        QTest::addColumn<bool>("restarted");
        QTest::addColumn<int>("left");
        constexpr qint64 Year = 365 * 86400;
        QTest::addRow("three seconds later") << qint64(3) << qint64(3) << false << 5;
        QTest::addRow("clock put a year on, three seconds later") << Year << qint64(3) << false << 5;
        QTest::addRow("clock put a year back, three seconds later") << -Year << qint64(3) << false << 5;
        QTest::addRow("clock put back, but the wait is over") << -Year << qint64(8) << false << 0;
        QTest::addRow("restarted, three seconds by the wall") << qint64(3) << qint64(-10000) << true << 5;
        QTest::addRow("restarted, a minute by the wall") << qint64(60) << qint64(-10000) << true << 0;
        QTest::addRow("restarted, clock put an hour back: from the beginning, no longer") << qint64(-3600) << qint64(-10000) << true << 8;
        QTest::addRow("restarted, clock put a year back: no longer either") << -Year << qint64(-10000) << true << 8;
    }
    void noClockShortensTheWait()
    {
        QFETCH(qint64, wallSeconds);
        QFETCH(qint64, bootSeconds);
        QFETCH(bool, restarted);
        QFETCH(int, left);
        const QTemporaryDir folder;
        const Id hoa = random::id(1);
        {
            LockOut before(folder.filePath(u"desk"_qs));
            for (int failure = 0; failure < 4; ++failure) {
                before.failed(hoa, SignInFailure::Means::Password, at(0));
            }
        }
        LockOut after(folder.filePath(u"desk"_qs));
        Moment now = {Wall + wallSeconds * 1000, Boot + bootSeconds * 1000, restarted ? "start-2" : "start-1"};
        QCOMPARE(after.wait(hoa, now), left);
        // From here the clock of this start measures, whatever the wall shows.
        now.wallMs -= 50000;
        now.bootMs += 2000;
        QCOMPARE(after.wait(hoa, now), std::max(0, left - 2));
        now.bootMs += 6000;
        QCOMPARE(after.wait(hoa, now), 0);
    }

    void withoutAClockOfTheStartTheWallClockCountsAndNeverBackwards()
    {
        const QTemporaryDir folder;
        LockOut lockOut(folder.filePath(u"desk"_qs));
        const Id hoa = random::id(1);
        for (int failure = 0; failure < 4; ++failure) {
            lockOut.failed(hoa, SignInFailure::Means::Password, {Wall, 0, {}});
        }
        QCOMPARE(lockOut.wait(hoa, {Wall + 3000, 0, {}}), 5);
        QCOMPARE(lockOut.wait(hoa, {Wall - 100000, 0, {}}), 8);
        QCOMPARE(lockOut.wait(hoa, {Wall - 93000, 0, {}}), 1);
        QCOMPARE(lockOut.wait(hoa, {Wall - 92000, 0, {}}), 0);
    }

    void aRestartForgetsNothing()
    {
        const QTemporaryDir folder;
        const Id hoa = random::id(1);
        for (int failure = 1; failure <= 5; ++failure) {
            LockOut fresh(folder.filePath(u"desk"_qs));
            QCOMPARE(fresh.failed(hoa, SignInFailure::Means::Password, at(100 * failure)), LockOut::delaySeconds(failure));
        }
    }

    void twoProgramsCountTogether()
    {
        const QTemporaryDir folder;
        LockOut one(folder.filePath(u"desk"_qs));
        LockOut two(folder.filePath(u"desk"_qs));
        const Id hoa = random::id(1);
        QCOMPARE(one.failed(hoa, SignInFailure::Means::Password, at(0)), 1);
        QCOMPARE(two.failed(hoa, SignInFailure::Means::Password, at(10)), 2);
        QCOMPARE(one.failed(hoa, SignInFailure::Means::Password, at(20)), 4);
        two.succeeded(hoa);
        QCOMPARE(one.wait(hoa, at(20)), 0);
        QCOMPARE(one.failures().size(), 3);
    }

    void handsItsListToTheJournalOnce()
    {
        const QTemporaryDir folder;
        const Id hoa = random::id(1);
        const Id stranger = random::id(2);
        LockOut lockOut(folder.filePath(u"desk"_qs));
        lockOut.failed(hoa, SignInFailure::Means::Password, at(0));
        lockOut.noted(stranger, SignInFailure::Means::Pin, at(5));
        lockOut.failed({}, SignInFailure::Means::Recovery, at(6));
        lockOut.succeeded(hoa);
        QCOMPARE(lockOut.wait(stranger, at(5)), 0);

        LockOut next(folder.filePath(u"desk"_qs));
        const QList<SignInFailure> expected = {{1, hoa, Wall, SignInFailure::Means::Password},
                                               {2, stranger, Wall + 5000, SignInFailure::Means::Pin},
                                               {3, {}, Wall + 6000, SignInFailure::Means::Recovery}};
        QCOMPARE(next.failures(), expected);
        QCOMPARE(next.failures(), expected); // until the journal has them, they stay
        QVERIFY(next.journalled(2));
        QCOMPARE(lockOut.failures(), expected.mid(2));
        QVERIFY(next.journalled(3));
        QVERIFY(next.failures().isEmpty());
        next.noted(hoa, SignInFailure::Means::Pin, at(9));
        QCOMPARE(LockOut(folder.filePath(u"desk"_qs)).failures().first().serial, 4);
        QCOMPARE(next.wait({}, at(6)), 1); // journalling ends no pause
    }

    void aFullDiskStillCounts()
    {
        const QTemporaryDir folder;
        bool full = true;
        LockOut lockOut(folder.filePath(u"desk"_qs), [&full](const QString &) -> Result<> {
            return full ? Result<>(Error{ErrorCode::DiskFull}) : Result<>();
        });
        const Id hoa = random::id(1);
        lockOut.failed(hoa, SignInFailure::Means::Password, at(0));
        QCOMPARE(lockOut.failed(hoa, SignInFailure::Means::Password, at(1)), 2);
        QCOMPARE(lockOut.wait(hoa, at(1)), 2);
        QCOMPARE(lockOut.failures().size(), 2);
        QCOMPARE(lockOut.journalled(2).error().code, ErrorCode::DiskFull);
        full = false;
        QCOMPARE(lockOut.failed(hoa, SignInFailure::Means::Password, at(9)), 4);
        QCOMPARE(LockOut(folder.filePath(u"desk"_qs)).wait(hoa, at(9)), 4);
        full = true; // the older file on the disk must not be believed over what happened since
        QCOMPARE(lockOut.failed(hoa, SignInFailure::Means::Password, at(20)), 8);
        QCOMPARE(lockOut.wait(hoa, at(20)), 8);
        QCOMPARE(lockOut.failures().size(), 2); // those the journal has are not handed over twice
    }

    void aDamagedOrRemovedFileFreesNobodyHere_data()
    {
        QTest::addColumn<bool>("removed");
        QTest::addRow("removed") << true;
        QTest::addRow("a flipped byte") << false;
    }
    void aDamagedOrRemovedFileFreesNobodyHere()
    {
        QFETCH(bool, removed);
        const QTemporaryDir folder;
        LockOut lockOut(folder.filePath(u"desk"_qs));
        const Id hoa = random::id(1);
        for (int failure = 0; failure < 5; ++failure) {
            lockOut.failed(hoa, SignInFailure::Means::Password, at(0));
        }
        QFile file(lockOut.path());
        if (removed) {
            QVERIFY(file.remove());
        } else {
            QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() - 40));
            QVERIFY(file.write("x") == 1);
            file.close();
        }
        QCOMPARE(lockOut.wait(hoa, at(0)), 16);
        QCOMPARE(lockOut.failed(hoa, SignInFailure::Means::Password, at(0)), 32);
        QCOMPARE(LockOut(folder.filePath(u"desk"_qs)).wait(hoa, at(0)), 32);
    }

    void everyFlippedByteIsSurvived()
    {
        const QTemporaryDir folder;
        const Id hoa = random::id(1);
        LockOut lockOut(folder.filePath(u"desk"_qs));
        lockOut.failed(hoa, SignInFailure::Means::Password, at(0));
        QFile file(lockOut.path());
        QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
        const QByteArray sound = file.readAll();
        for (qsizetype index = 0; index < sound.size(); ++index) {
            QByteArray damaged = sound;
            damaged[index] = static_cast<char>(damaged.at(index) ^ (1 << (index % 8)));
            QVERIFY(file.seek(0) && file.write(damaged) == damaged.size());
            LockOut fresh(folder.filePath(u"desk"_qs));
            QCOMPARE(fresh.wait(hoa, at(0)), 0); // nothing believed
            QVERIFY(fresh.failures().isEmpty());
        }
    }

    void theClockOfThisMachineRuns()
    {
        const Moment now = Moment::now();
        QVERIFY(now.wallMs > 1700000000000);
        QVERIFY(now.bootMs > 0);
        QCOMPARE(now.boot, Moment::now().boot);
        QVERIFY(Moment::now().bootMs >= now.bootMs);
    }
};

QTEST_APPLESS_MAIN(tst_LockOut)
#include "tst_LockOut.moc"
