// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FaultFiles.h"
#include "tests/support/FaultVfs.h"
#include "tests/support/ScratchFolder.h"
#include "tests/support/StatementFault.h"
#include "tests/support/StoreVerdict.h"

#include <QDir>
#include <QTest>

using namespace motcua;
using namespace motcua::testsupport;
using storage::Store;

/** Everything the store asks of SQLite and of the disk fails once; after each it has said so or succeeded, and nothing promised is gone. */
class tst_StatementFaults : public QObject
{
    Q_OBJECT

private:
    static constexpr int Steps = 10;

    StoreScene m_scene;
    ScratchFolder m_scratch;

    [[nodiscard]] QString path() const { return m_scratch.file(u"store"_qs); }

    /** A fresh founded store, copied from one made once. */
    void lay()
    {
        const QString golden = m_scratch.path() + u".golden"_qs;
        if (!QFile::exists(golden)) {
            const Result<Store> store = m_scene.founded(golden, m_scene.options());
            QVERIFY(store);
            store->close();
        }
        m_scratch.clear();
        QVERIFY(QFile::copy(golden, path()));
    }

    /** Opens, works and closes with the fault somewhere among it; then judges what is left. Steps refused are counted. */
    void workAndJudge(const storage::StoreOptions &options, const std::function<void()> &heal, int *refused)
    {
        StoreExpectation expected{.head = 3};
        QList<Error> told;
        {
            const Result<Store> store = Store::open(path(), StoreScene::key(), options);
            if (store) {
                StoreWorkload workload(m_scene, *store);
                for (int step = 0; step < Steps; ++step) {
                    const Result<> done = workload.step();
                    if (!done) {
                        told.append(done.error());
                    }
                }
                if (workload.expected().head > 0) {
                    expected = workload.expected();
                }
                store->close();
            } else {
                told.append(store.error());
            }
        }
        heal();
        *refused = static_cast<int>(told.size());
        for (const Error &error : told) {
            QVERIFY2(error.code != ErrorCode::Internal, qPrintable(error.detail));
        }
        quint64 head = 0;
        const QString wrong = StoreVerdict::whole(path(), &head);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        // What was refused may stand there all the same, whole: a flush that failed after the bytes had arrived.
        QVERIFY2(head >= expected.head && head <= expected.head + (told.isEmpty() ? 0 : 3), qPrintable(QString::number(head)));
        const QList<StoreExpectation> history{{}, expected};
        const QString deeper = StoreVerdict(m_scene, history).thorough(path(), 1);
        QVERIFY2(deeper.isEmpty(), qPrintable(deeper));
    }

private Q_SLOTS:
    void cleanupTestCase() { QFile::remove(m_scratch.path() + u".golden"_qs); }

    void everyRequestToTheDiskFailsOnce_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("reads");
        QTest::addRow("changes meet an input/output error") << int{FaultVfs::Fitting} << false;
        QTest::addRow("changes meet a full disk") << SQLITE_FULL << false;
        QTest::addRow("reads meet an input/output error") << int{FaultVfs::Fitting} << true;
    }
    void everyRequestToTheDiskFailsOnce()
    {
        QFETCH(int, code);
        QFETCH(bool, reads);
        FaultVfs vfs("faulty");
        const auto wanted = [reads](const IoCall &call) { return (call.kind == IoKind::Read || call.kind == IoKind::Open) == reads; };
        int refusals = 0;
        qint64 nth = 1;
        for (;; ++nth) {
            lay();
            vfs.failAt(nth, code, wanted);
            int refused = 0;
            workAndJudge(m_scene.options(vfs.name()), [&] { vfs.heal(); }, &refused);
            refusals += refused > 0 ? 1 : 0;
            if (QTest::currentTestFailed()) {
                qWarning("request %lld", nth);
                return;
            }
            if (vfs.failed() == 0) {
                QCOMPARE(refused, 0);
                break;
            }
        }
        qInfo("%lld requests failed once each, %d of them were told", nth - 1, refusals);
        QVERIFY(nth > (reads ? 10 : 100) && refusals > 0);
    }

    void everyStatementFailsOnce()
    {
        StatementFault fault;
        int refusals = 0;
        qint64 nth = 1;
        for (;; ++nth) {
            lay();
            fault.failAt(nth);
            int refused = 0;
            bool met = false;
            workAndJudge(m_scene.options(), [&] {
                met = fault.hasFailed();
                fault.failAt(0);
            }, &refused);
            refusals += refused > 0 ? 1 : 0;
            if (QTest::currentTestFailed()) {
                qWarning("statement %lld", nth);
                return;
            }
            if (!met) {
                QCOMPARE(refused, 0);
                break;
            }
        }
        qInfo("%lld statements failed once each, %d of them were told", nth - 1, refusals);
        QVERIFY(nth > 50 && refusals > 50);
    }

    void everyFileOperationFailsOnce_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("full disk") << ErrorCode::DiskFull;
        QTest::addRow("refused") << ErrorCode::FileUnwritable;
    }
    void everyFileOperationFailsOnce()
    {
        QFETCH(ErrorCode, code);
        const auto files = std::make_shared<FaultFiles>();
        storage::StoreOptions options = m_scene.options();
        options.files = files;
        qint64 nth = 1;
        for (;; ++nth) {
            lay();
            files->failAt(nth, code);
            int refused = 0;
            workAndJudge(options, [&] { files->heal(); }, &refused);
            if (QTest::currentTestFailed()) {
                qWarning("operation %lld (%s)", nth, files->lastFailed().constData());
                return;
            }
            if (files->failed() == 0) {
                break;
            }
            QCOMPARE(QDir(path() + u".attachments"_qs).entryList({u"*.part"_qs}, QDir::Files | QDir::Hidden), QStringList());
        }
        QVERIFY(nth > 5);
    }

    void aStoreIsMadeWholeOrNotAtAll()
    {
        FaultVfs vfs("faulty");
        const auto changes = [](const IoCall &call) { return call.kind != IoKind::Read && call.kind != IoKind::Open; };
        qint64 nth = 1;
        for (;; ++nth) {
            m_scratch.clear();
            vfs.failAt(nth, FaultVfs::Fitting, changes);
            const Result<Store> made = m_scene.founded(path(), m_scene.options(vfs.name()));
            if (made) {
                made->close();
            }
            const bool met = vfs.failed() > 0;
            vfs.heal();
            if (QFile::exists(path())) {
                quint64 head = 0;
                const QString wrong = StoreVerdict::whole(path(), &head);
                QVERIFY2(wrong.isEmpty(), qPrintable(QString::number(nth) + u": "_qs + wrong));
                QVERIFY(head >= 1);
            }
            QVERIFY(met || made);
            if (!met) {
                break;
            }
        }
        QVERIFY(nth > 20);
    }

    void aBackupThatFailsOnceIsToldAndLeavesTheStoreWhole()
    {
        const auto files = std::make_shared<FaultFiles>();
        storage::StoreOptions options = m_scene.options();
        options.files = files;
        qint64 nth = 1;
        for (;; ++nth) {
            lay();
            const Result<Store> store = Store::open(path(), StoreScene::key(), options);
            QVERIFY(store);
            StoreWorkload workload(m_scene, *store);
            for (int step = 0; step < 6; ++step) {
                QVERIFY(workload.step());
            }
            files->failAt(nth, ErrorCode::DiskFull);
            const QString target = m_scratch.file(u"backup"_qs);
            const Result<storage::BackupReport> report = store->backUp(target).result();
            const bool met = files->failed() > 0;
            files->heal();
            if (report) {
                const Result<storage::BackupFacts> facts = storage::checkBackup(target);
                QVERIFY2(facts, qPrintable(QString::number(nth)));
            } else {
                QCOMPARE(report.error().code, ErrorCode::DiskFull);
                // Whole but not surely on the disk is the one failure that a check cannot see afterwards.
                QVERIFY2(!storage::checkBackup(target) || files->lastFailed() == "sync folder", files->lastFailed().constData());
            }
            QVERIFY(store->record(m_scene.accepting(4711)).result());
            store->close();
            if (!met) {
                QVERIFY(report);
                break;
            }
        }
        QVERIFY(nth > 5);
    }
};

QTEST_GUILESS_MAIN(tst_StatementFaults)
#include "tst_StatementFaults.moc"
