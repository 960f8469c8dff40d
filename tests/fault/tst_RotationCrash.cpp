// SPDX-License-Identifier: GPL-3.0-or-later
// A power cut anywhere in a change of the data key: who was admitted still opens the store, with everything in it.
#include "app/storage/JournalQueries.h"
#include "app/workflows/RotateKeys.h"
#include "tests/support/CrashReplay.h"
#include "tests/support/RecordingFiles.h"
#include "tests/support/RecordingProbe.h"
#include "tests/support/RecordingVfs.h"
#include "tests/support/ScratchFolder.h"
#include "tests/support/StoreVerdict.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

using namespace motcua;
using namespace motcua::testsupport;

namespace {

/** MOTCUA_CRASH_IMAGES of the environment; 1,000 without it. */
qint64 wantedImages()
{
    const int set = qEnvironmentVariableIntValue("MOTCUA_CRASH_IMAGES");
    return set > 0 ? set : 1'000;
}

/** In which order a rotation does its three steps. */
enum class Order {
    AsShipped,
    FinishedTooSoon, // the old key leaves the slots before the pages are under the new one
};

/** What the log's marks promise: the store as it was, the rotation, and an act after it. */
enum Mark : qint64 {
    Before = 1,
    Rotated = 2,
    ActedAfter = 3,
};

} // namespace

class tst_RotationCrash : public QObject
{
    Q_OBJECT

    const StoreScene m_scene;
    const ScratchFolder m_scratch;
    const QString m_root = m_scratch.file(QStringLiteral("live"));
    const security::Password m_password = security::Password::typed(QStringLiteral("mưa rơi trên mái nhà"));
    security::OpenedKeys m_keys;
    quint64 m_head = 0; ///< of the store before the rotation

    [[nodiscard]] QString store() const { return m_root + QStringLiteral("/store"); }
    [[nodiscard]] static security::KeySlots slotsAt(const QString &path, const security::FileProbe &probe = {})
    {
        return security::KeySlots(path, security::ScryptCost::forTests(), probe);
    }

    /** A store with some dossiers and its slots, as a killed program leaves it: acts still in the write-ahead log. */
    void prepare()
    {
        QDir(m_root).removeRecursively();
        QVERIFY(QDir().mkpath(m_root));
        Result<security::OpenedKeys> keys
            = slotsAt(store()).create(Id::v7(7, QByteArray(10, 's')), m_scene.officer(), m_password, security::RecoveryKey::generate());
        QVERIFY(keys);
        m_keys = *std::move(keys);
        const QString aside = m_scratch.file(QStringLiteral("aside"));
        QDir(aside).removeRecursively();
        QVERIFY(QDir().mkpath(aside));
        storage::StoreOptions options = m_scene.options();
        options.passiveCheckpointBytes = 200 * 1024;
        const Result<storage::Store> made = m_scene.founded(aside + QStringLiteral("/store"), options, m_keys.dataKeys.current);
        QVERIFY(made);
        StoreWorkload workload(m_scene, *made);
        for (int step = 0; step < 12; ++step) {
            QVERIFY(workload.step());
        }
        m_head = workload.expected().head;
        for (const QString &part : {QString(), QStringLiteral("-wal")}) {
            QVERIFY(QFile::copy(aside + QStringLiteral("/store") + part, store() + part));
        }
        QVERIFY(QFileInfo(store() + QStringLiteral("-wal")).size() > 0);
    }

    /** The rotation on a disk that writes everything down, and one more act after it. */
    void live(Order order, IoLog &log)
    {
        prepare();
        if (QTest::currentTestFailed()) {
            return;
        }
        for (const QString &part : {QString(), QStringLiteral("-wal"), QStringLiteral(".keys"), QStringLiteral(".keys.bak")}) {
            recordAsFlushed(log, store() + part);
        }
        log.mark(Before);
        const RecordingVfs vfs("recording", log);
        storage::StoreOptions options = m_scene.options(vfs.name());
        options.files = std::make_shared<RecordingFiles>(log);
        security::KeySlots keySlots = slotsAt(store(), recordingProbe(log));
        Result<security::DataKeys> after = Error{};
        if (order == Order::AsShipped) {
            after = RotateKeys::run(store(), keySlots, m_keys, options);
        } else {
            const Result<security::DataKeys> both = keySlots.beginRotation(m_keys.dataKeys);
            QVERIFY(both);
            after = keySlots.finishRotation(*both);
            QVERIFY(storage::Store::rekey(store(), both->current, both->next, options));
        }
        QVERIFY2(after, after ? "" : qPrintable(errorName(after.error().code) + after.error().detail));
        log.mark(Rotated);
        const Result<storage::Store> opened = storage::Store::open(store(), after->current, options);
        QVERIFY(opened);
        QVERIFY(opened->record(m_scene.accepting(777'777)).result());
        log.mark(ActedAfter);
        opened->close();
    }

    /** Why the disk in `folder` is wrong: what the next sign-in does, then what the store holds. */
    [[nodiscard]] QString judged(const Crash &crash, const QString &folder, bool again) const
    {
        if (crash.acknowledged < Before) {
            return {};
        }
        const QString path = folder + QStringLiteral("/store");
        security::KeySlots keySlots = slotsAt(path);
        const Result<security::OpenedKeys> keys = keySlots.open(m_scene.officer(), m_password);
        if (!keys) {
            return QStringLiteral("slots: ") + errorName(keys.error().code);
        }
        if (crash.acknowledged >= Rotated && (keys->dataKeys.rotating() || keySlots.verify(m_keys.dataKeys))) {
            return QStringLiteral("the old key is back");
        }
        QByteArray fits;
        {
            const Result<OpenedStore> opened = RotateKeys::opened(path, keys->dataKeys, m_scene.options());
            if (!opened) {
                return QStringLiteral("store: ") + errorName(opened.error().code) + u' ' + opened.error().detail;
            }
            fits = (opened->withNext ? keys->dataKeys.next : keys->dataKeys.current).view().toByteArray();
        }
        const quint64 promised = crash.acknowledged >= ActedAfter ? m_head + 1 : m_head;
        if (const QString wrong = held(path, fits, promised); !wrong.isEmpty() || !again) {
            return wrong;
        }
        const Result<security::DataKeys> rotated = RotateKeys::run(path, keySlots, *keys, m_scene.options());
        if (!rotated) {
            return QStringLiteral("asked again: ") + errorName(rotated.error().code) + u' ' + rotated.error().detail;
        }
        if (const Result<security::OpenedKeys> now = keySlots.renewed(*keys);
            !now || now->dataKeys.rotating() || !now->dataKeys.current.equals(rotated->current)) {
            return QStringLiteral("asked again: the slots are not at the end");
        }
        return held(path, rotated->current.view().toByteArray(), promised);
    }

    [[nodiscard]] static QString held(const QString &path, const QByteArray &key, quint64 promised)
    {
        quint64 head = 0;
        const QString wrong = StoreVerdict::whole(path, &head, key);
        if (!wrong.isEmpty()) {
            return wrong;
        }
        return head == promised || head == promised + 1 ? QString() : QStringLiteral("head %1, promised %2").arg(head).arg(promised);
    }

    [[nodiscard]] CrashReplay::Outcome replayed(const IoLog &log, qint64 wanted, bool stopAtFirst) const
    {
        return CrashReplay(log, m_root).run(
            wanted, 20260302, m_scratch.file(QStringLiteral("image")),
            [&](const Crash &crash, const QString &folder) { return judged(crash, folder, !stopAtFirst && crash.serial % 10 == 0); },
            stopAtFirst);
    }

private Q_SLOTS:
    void oneOfTheTwoKeysAlwaysOpensAWholeStore()
    {
        IoLog log;
        live(Order::AsShipped, log);
        if (QTest::currentTestFailed()) {
            return;
        }
        QElapsedTimer timer;
        timer.start();
        const qint64 wanted = wantedImages();
        const CrashReplay::Outcome outcome = replayed(log, wanted, false);
        qInfo("%lld images from %lld requests in %lld s: %lld wrong", outcome.images, static_cast<qint64>(log.records().size()),
            timer.elapsed() / 1000, outcome.wrong);
        QVERIFY2(outcome.wrong == 0, qPrintable(outcome.complaints.join(u'\n')));
        QVERIFY(outcome.images >= wanted);
    }

    void theHarnessSeesAnOldKeyThatLeavesTooSoon()
    {
        IoLog log;
        live(Order::FinishedTooSoon, log);
        if (QTest::currentTestFailed()) {
            return;
        }
        const CrashReplay::Outcome outcome = replayed(log, 1, true);
        qInfo("%s", qPrintable(outcome.complaints.value(0)));
        QVERIFY2(outcome.wrong > 0, "between the two steps nobody can open the store; if this is not seen, the test above proves nothing");
    }

    void theHarnessSeesFlushesThatWereLeftOut()
    {
        IoLog log;
        live(Order::AsShipped, log);
        if (QTest::currentTestFailed()) {
            return;
        }
        // The same requests on a disk that ignores every flush of the store's own file once the rotation has begun.
        IoLog lying;
        bool begun = false;
        for (const IoRecord &record : log.records()) {
            const QByteArray path = record.path >= 0 ? log.paths().at(record.path) : QByteArray();
            begun = begun || record.kind == IoRecord::Kind::Mark;
            switch (record.kind) {
            case IoRecord::Kind::Create:
                lying.create(path);
                break;
            case IoRecord::Kind::Write:
                lying.write(path, record.offset, log.bytes().constData() + record.dataAt, record.size);
                break;
            case IoRecord::Kind::Truncate:
                lying.truncate(path, record.offset);
                break;
            case IoRecord::Kind::Sync:
                if (!begun || !path.endsWith("/store")) {
                    lying.sync(path);
                }
                break;
            case IoRecord::Kind::Delete:
                lying.remove(path, record.syncsFolder);
                break;
            case IoRecord::Kind::Rename:
                lying.rename(path, log.paths().at(record.target));
                break;
            case IoRecord::Kind::SyncFolder:
                lying.syncFolder(path);
                break;
            case IoRecord::Kind::Mark:
                lying.mark(record.offset);
                break;
            }
        }
        const CrashReplay::Outcome outcome = replayed(lying, 1, true);
        qInfo("%s", qPrintable(outcome.complaints.value(0)));
        QVERIFY2(outcome.wrong > 0, "a store whose pages were never flushed; if this is not seen, the test above proves nothing");
    }
};

QTEST_GUILESS_MAIN(tst_RotationCrash)
#include "tst_RotationCrash.moc"
