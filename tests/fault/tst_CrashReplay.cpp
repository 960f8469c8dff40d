// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/CrashReplay.h"
#include "tests/support/RecordingFiles.h"
#include "tests/support/RecordingVfs.h"
#include "tests/support/ScratchFolder.h"
#include "tests/support/StoreVerdict.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace motcua;
using namespace motcua::testsupport;

namespace {

/** MOTCUA_CRASH_IMAGES of the environment; 14,000 without it. */
qint64 wantedImages()
{
    const int set = qEnvironmentVariableIntValue("MOTCUA_CRASH_IMAGES");
    return set > 0 ? set : 14'000;
}

} // namespace

class tst_CrashReplay : public QObject
{
    Q_OBJECT

private:
    /** An officer's day on a disk that writes everything down; the log gets mark n when step n was acknowledged. */
    static void live(const StoreScene &scene, const QString &root, storage::StoreOptions::Durability durability, int steps, IoLog &log,
        QList<StoreExpectation> &history)
    {
        const RecordingVfs vfs("recording", log);
        storage::StoreOptions options = scene.options(vfs.name());
        options.files = std::make_shared<RecordingFiles>(log);
        options.durability = durability;
        options.passiveCheckpointBytes = 600 * 1024; // so that checkpoints fall among the acts
        options.restartCheckpointBytes = 1500 * 1024;
        const Result<storage::Store> store = scene.founded(root + u"/store"_qs, options);
        QVERIFY2(store, qPrintable(store ? QString() : errorName(store.error().code) + store.error().detail));
        StoreWorkload workload(scene, *store);
        history = {StoreExpectation{}, StoreExpectation{.head = 3}};
        log.mark(1);
        for (int step = 0; step < steps; ++step) {
            const Result<> done = workload.step();
            QVERIFY2(done, qPrintable(done ? QString() : QString::number(step) + errorName(done.error().code) + done.error().detail));
            history.append(workload.expected());
            log.mark(history.size() - 1);
        }
        store->close();
    }

private Q_SLOTS:
    void nothingAcknowledgedIsLostAndNothingIsHalfDone()
    {
        const StoreScene scene;
        const ScratchFolder scratch;
        const QString root = scratch.file(u"live"_qs);
        QVERIFY(QDir().mkpath(root));
        IoLog log;
        QList<StoreExpectation> history;
        live(scene, root, storage::StoreOptions::Durability::Full, 64, log, history);
        if (QTest::currentTestFailed()) {
            return;
        }
        // The day must have held what can go wrong: pages moved into the file among the acts, and attachments put in place.
        const auto holds = [&](IoRecord::Kind kind, const QByteArray &ending) {
            const auto first = std::ranges::find_if(log.records(), [](const IoRecord &record) { return record.kind == IoRecord::Kind::Mark && record.offset == 2; });
            return std::any_of(first, log.records().end(), [&](const IoRecord &record) {
                return record.kind == kind && log.paths().at(qMax(record.path, 0)).endsWith(ending);
            });
        };
        QVERIFY(holds(IoRecord::Kind::Write, "/store"));
        QVERIFY(holds(IoRecord::Kind::Sync, "/store"));
        QVERIFY(holds(IoRecord::Kind::Write, "/store-wal"));
        QVERIFY(holds(IoRecord::Kind::Rename, ".part"));
        QVERIFY(holds(IoRecord::Kind::SyncFolder, ".attachments"));

        const StoreVerdict verdict(scene, history);
        const CrashReplay replay(log, root);
        const qint64 wanted = wantedImages();
        qint64 opened = 0;
        QElapsedTimer timer;
        timer.start();
        const CrashReplay::Outcome outcome = replay.run(wanted, 20260302, scratch.file(u"image"_qs), [&](const Crash &crash, const QString &folder) {
            const QString path = folder + u"/store"_qs;
            const QString wrong = verdict.quick(path, crash.acknowledged);
            if (!wrong.isEmpty() || crash.serial % 40 != 0) {
                return wrong;
            }
            ++opened;
            return verdict.thorough(path, crash.acknowledged);
        });
        qInfo("%lld images from %lld requests of %lld steps, %lld of them opened by the store, in %lld s: %lld wrong", outcome.images,
            static_cast<qint64>(log.records().size()), static_cast<qint64>(history.size() - 1), opened, timer.elapsed() / 1000, outcome.wrong);
        QVERIFY2(outcome.wrong == 0, qPrintable(outcome.complaints.join(u'\n')));
        QVERIFY(outcome.images >= wanted);
    }

    void withoutFlushesTheHarnessSeesTheLoss()
    {
        const StoreScene scene;
        const ScratchFolder scratch;
        const QString root = scratch.file(u"live"_qs);
        QVERIFY(QDir().mkpath(root));
        IoLog log;
        QList<StoreExpectation> history;
        live(scene, root, storage::StoreOptions::Durability::LosesLastActs, 12, log, history);
        if (QTest::currentTestFailed()) {
            return;
        }
        const StoreVerdict verdict(scene, history);
        const CrashReplay replay(log, root);
        const CrashReplay::Outcome outcome = replay.run(1, 1, scratch.file(u"image"_qs),
            [&](const Crash &crash, const QString &folder) { return verdict.quick(folder + u"/store"_qs, crash.acknowledged); }, true);
        qInfo("%s", qPrintable(outcome.complaints.value(0)));
        QVERIFY2(outcome.wrong > 0, "synchronous=NORMAL loses acts; if this is not seen, the test above proves nothing");
    }
};

QTEST_GUILESS_MAIN(tst_CrashReplay)
#include "tst_CrashReplay.moc"
