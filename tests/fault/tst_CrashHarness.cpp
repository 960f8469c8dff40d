// SPDX-License-Identifier: GPL-3.0-or-later
// The proof that the crash tests can fail: the same workload, told to flush less, must be caught losing acts.
#include "tests/support/CrashReplay.h"
#include "tests/support/FaultVfs.h"
#include "tests/support/RawDatabase.h"
#include "tests/support/RecordingVfs.h"
#include "tests/support/ScratchFolder.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace motcua::testsupport;

namespace {

const QByteArray key(32, 'k');

/** Forty acts of two rows each that belong together, in a write-ahead log, with a checkpoint now and then. */
void work(const QString &path, const QByteArray &vfs, const QByteArray &synchronous, IoLog &log)
{
    RawDatabase db;
    QVERIFY2(db.open(path, key, vfs), qPrintable(db.error()));
    QVERIFY2(db.exec("pragma journal_mode=wal; pragma wal_autocheckpoint=0; pragma synchronous=" + synchronous), qPrintable(db.error()));
    QVERIFY(db.exec("begin; create table j(seq integer primary key, body blob not null);"
                    "create table p(seq integer primary key, sum integer not null); commit"));
    log.mark(0);
    for (int act = 1; act <= 40; ++act) {
        const QByteArray n = QByteArray::number(act);
        QVERIFY(db.exec("begin immediate; insert into j values(" + n + ", zeroblob(3000+" + n + "*7));"
            + "insert into p select " + n + ", count(*) from j; commit"));
        log.mark(act);
        if (act % 12 == 0) {
            QVERIFY(db.exec(act == 24 ? "pragma wal_checkpoint(restart)" : "pragma wal_checkpoint(passive)"));
        }
    }
}

QString judged(const Crash &crash, const QString &folder)
{
    RawDatabase db;
    if (!db.open(folder + u"/db"_qs, key)) {
        return db.error();
    }
    const qint64 tables = db.number("select count(*) from sqlite_master where name in ('j', 'p')");
    if (tables != 2) {
        return crash.acknowledged > 0 || tables != 0 ? u"%1 tables, %2"_qs.arg(tables).arg(db.error()) : QString();
    }
    const qint64 acts = db.number("select count(*) from j");
    if (acts < crash.acknowledged) {
        return u"only %1 acts, %2"_qs.arg(acts).arg(db.error());
    }
    if (db.number("select count(*) from p where sum = seq") != acts) {
        return u"partial act"_qs;
    }
    const QByteArray verdict = db.text("pragma integrity_check");
    return verdict == "ok" ? QString() : QString::fromUtf8(verdict);
}

} // namespace

class tst_CrashHarness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Two threads open a file that neither found; the slower one tells of it when the other has written.
    void aFileThatIsThereIsNotMadeAgain()
    {
        IoLog log;
        const auto creates = [&log] {
            return std::ranges::count_if(log.records(), [](const IoRecord &record) { return record.kind == IoRecord::Kind::Create; });
        };
        log.createUnlessThere("/wal");
        log.write("/wal", 0, "x", 1);
        log.createUnlessThere("/wal");
        QCOMPARE(creates(), 1);
        log.remove("/wal", false);
        log.createUnlessThere("/wal");
        QCOMPARE(creates(), 2);
        log.rename("/wal", "/other");
        log.createUnlessThere("/other");
        QCOMPARE(creates(), 2);
        log.createUnlessThere("/wal");
        QCOMPARE(creates(), 3);
    }

    void losesExactlyWhatWasNotFlushed_data()
    {
        QTest::addColumn<QByteArray>("synchronous");
        QTest::addColumn<bool>("loses");
        QTest::addRow("full: nothing acknowledged is lost") << QByteArray("full") << false;
        QTest::addRow("normal: the harness catches lost acts") << QByteArray("normal") << true;
        QTest::addRow("off: the harness catches lost acts") << QByteArray("off") << true;
    }
    void losesExactlyWhatWasNotFlushed()
    {
        QFETCH(QByteArray, synchronous);
        QFETCH(bool, loses);
        const ScratchFolder scratch;
        const QString root = scratch.file(u"live"_qs);
        QVERIFY(QDir().mkpath(root));
        IoLog log;
        {
            const RecordingVfs vfs("recording", log);
            work(root + u"/db"_qs, vfs.name(), synchronous, log);
        }
        QVERIFY(log.records().size() > 200);
        const CrashReplay replay(log, root);
        const CrashReplay::Outcome outcome = replay.run(1500, 7, scratch.file(u"image"_qs), judged);
        qInfo("%s: %lld images at %lld points of %lld records, %lld wrong", synchronous.constData(), outcome.images, outcome.points,
            static_cast<qint64>(log.records().size()), outcome.wrong);
        QVERIFY(outcome.images >= 1500);
        QVERIFY2((outcome.wrong > 0) == loses, qPrintable(outcome.complaints.join(u'\n')));
    }

    void theImageAfterTheLastRecordIsTheFile()
    {
        const ScratchFolder scratch;
        IoLog log;
        const QString path = scratch.file(u"db"_qs);
        {
            const RecordingVfs vfs("recording", log);
            RawDatabase db;
            QVERIFY(db.open(path, key, vfs.name()));
            QVERIFY(db.exec("pragma journal_mode=wal; create table t(a); insert into t values(zeroblob(20000))"));
            DiskModel disk(log);
            for (const IoRecord &record : log.records()) {
                disk.apply(record);
            }
            std::mt19937_64 random(1);
            const DiskImage image = disk.crashed(Loss::None, random);
            QCOMPARE(image.size(), 2);
            for (auto it = image.cbegin(); it != image.cend(); ++it) {
                QFile file(QFile::decodeName(it.key()));
                QVERIFY(file.open(QIODevice::ReadOnly));
                QVERIFY2(file.readAll() == it.value(), it.key().constData());
            }
        }
    }

    void aRenameHoldsOnlyOnceItsFolderIsFlushed()
    {
        IoLog log;
        log.create("/t.tmp");
        log.write("/t.tmp", 0, "abc", 3);
        log.sync("/t.tmp");
        log.rename("/t.tmp", "/t");
        DiskModel disk(log);
        for (const IoRecord &record : log.records()) {
            disk.apply(record);
        }
        std::mt19937_64 random(1);
        QVERIFY(disk.isAtRisk());
        QCOMPARE(disk.crashed(Loss::All, random).keys(), QList<QByteArray>{"/t.tmp"});
        QCOMPARE(disk.crashed(Loss::None, random).keys(), QList<QByteArray>{"/t"});
        log.syncFolder("/");
        disk.apply(log.records().last());
        QVERIFY(!disk.isAtRisk());
        QCOMPARE(disk.crashed(Loss::All, random), (DiskImage{{"/t", "abc"}}));
    }

    void everyRequestThatFailsOnceIsToldAndSurvived_data()
    {
        QTest::addColumn<int>("code");
        QTest::addRow("input/output error") << FaultVfs::Fitting;
        QTest::addRow("full disk") << SQLITE_FULL;
    }
    void everyRequestThatFailsOnceIsToldAndSurvived()
    {
        QFETCH(int, code);
        FaultVfs vfs("faulty");
        const auto changes = [](const IoCall &call) { return call.kind != IoKind::Read && call.kind != IoKind::Open; };
        qint64 nth = 1;
        for (;; ++nth) {
            const ScratchFolder scratch;
            const QString path = scratch.file(u"db"_qs);
            int promised = 0;
            {
                RawDatabase db;
                QVERIFY(db.open(path, key));
                QVERIFY(db.exec("pragma journal_mode=wal; create table j(seq integer primary key, body); create table p(seq integer primary key, sum)"));
            }
            vfs.failAt(nth, code, changes);
            {
                RawDatabase db;
                if (db.open(path, key, vfs.name())) {
                    for (int act = 1; act <= 4; ++act) {
                        const QByteArray n = QByteArray::number(act);
                        if (db.exec("begin immediate; insert into j values(" + n + ", zeroblob(5000)); insert into p values(" + n + ", " + n + "); commit")) {
                            promised |= 1 << act;
                        } else {
                            db.exec("rollback");
                        }
                    }
                    db.exec("pragma wal_checkpoint(restart)");
                }
            }
            const bool reached = vfs.failed() > 0;
            vfs.heal();
            RawDatabase db;
            QVERIFY(db.open(path, key));
            for (int act = 1; act <= 4; ++act) {
                if ((promised & (1 << act)) != 0) {
                    QCOMPARE(db.number("select count(*) from j where seq=" + QByteArray::number(act)), 1);
                }
            }
            QCOMPARE(db.number("select count(*) from j"), db.number("select count(*) from p"));
            QCOMPARE(db.text("pragma integrity_check"), "ok");
            if (!reached) {
                break;
            }
        }
        QVERIFY2(nth > 20, "the loop must have met the requests it claims to fail");
        qInfo("%lld requests failed once each", nth - 1);
    }
};

QTEST_APPLESS_MAIN(tst_CrashHarness)
#include "tst_CrashHarness.moc"
