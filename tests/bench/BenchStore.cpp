// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Benches.h"
#include "tests/bench/PlainStore.h"
#include "tests/bench/Table.h"
#include "tests/support/ScratchFolder.h"
#include "tests/support/StoreScene.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <fcntl.h>
#include <unistd.h>

namespace motcua::bench {

using storage::Store;
using testsupport::ScratchFolder;
using testsupport::StoreScene;

namespace {

constexpr int Block = 25;
constexpr int Batch = 100;
constexpr int ImportActs = 4000; // at 1000 a run is decided by which side has a checkpoint of 40 ms still before it
constexpr double JudgedFlushMs = 2; // below this a disk answers from a cache of its own

Store founded(const StoreScene &scene, const QString &path)
{
    Result<Store> store = scene.founded(path, scene.options());
    if (!store) {
        qFatal("%s: %s", qPrintable(path), qPrintable(errorName(store.error().code)));
    }
    return *store;
}

void recorded(const Store &store, const Act &act)
{
    const auto result = store.record(act).result();
    if (!result) {
        qFatal("record: %s %s", qPrintable(errorName(result.error().code)), qPrintable(result.error().detail));
    }
}

/**
 * Writes as many bytes as one act adds to the write-ahead log, and flushes once.
 *
 * Goes round in a file written before, as a log between two checkpoints does: a file that grows would flush its length as
 * well, which is slower and would make ours look better than it is.
 */
class FlushFloor
{
public:
    FlushFloor(const QString &path, qint64 bytes)
        : m_file(::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600))
        , m_bytes(bytes, 'x')
    {
        const QByteArray whole(Size, 'w');
        if (::pwrite(m_file, whole.constData(), Size, 0) != Size || ::fsync(m_file) != 0) {
            qFatal("the disk cannot be written");
        }
    }
    ~FlushFloor() { ::close(m_file); }
    Q_DISABLE_COPY_MOVE(FlushFloor)

    void act()
    {
        if (m_at + m_bytes.size() > Size) {
            m_at = 0;
        }
        if (::pwrite(m_file, m_bytes.constData(), static_cast<size_t>(m_bytes.size()), m_at) != m_bytes.size() || ::fdatasync(m_file) != 0) {
            qFatal("the disk cannot be written");
        }
        m_at += m_bytes.size();
    }

private:
    static constexpr qint64 Size = 8 * 1024 * 1024; // where the store's own log is checkpointed

    int m_file;
    QByteArray m_bytes;
    qint64 m_at = 0;
};

void oneByOne(const StoreScene &scene, const QString &golden, const QList<Act> &acts, const QList<WrittenAct> &written, const QString &folder, Table &table)
{
    PlainStore plain(golden, folder + QStringLiteral("/plain"), false);
    PlainStore sealed(golden, folder + QStringLiteral("/sealed"), true);
    const Store store = founded(scene, folder + QStringLiteral("/ours"));
    Samples ours;
    Samples floor;
    Samples cipher;
    Samples ratios;
    for (qsizetype from = 0; from + Block <= acts.size(); from += Block) {
        Samples oursHere;
        Samples floorHere;
        for (qsizetype i = from; i < from + Block; ++i) {
            cipher.add(timed([&] {
                sealed.begin();
                sealed.write(written.at(i));
                sealed.commit();
            }));
        }
        sealed.checkpoint();
        for (qsizetype i = from; i < from + Block; ++i) {
            floorHere.add(timed([&] {
                plain.begin();
                plain.write(written.at(i));
                plain.commit();
            }));
        }
        for (qsizetype i = from; i < from + Block; ++i) {
            oursHere.add(timed([&] { recorded(store, acts.at(i)); }));
        }
        if (from > 0) { // the first block warms both
            ours.append(oursHere);
            floor.append(floorHere);
            ratios.add(oursHere.at(0.5) / floorHere.at(0.5));
        }
        plain.checkpoint();
    }
    table.row(QStringLiteral("durable act in memory, p50, against plain SQLite"), ours.at(0.5), floor.at(0.5), ratios.at(0.5), Table::Holds::AtMost, 4);
    table.note(QStringLiteral("the same statements in C on the same cipher, p50"), QStringLiteral("%1 ms").arg(cipher.at(0.5), 0, 'f', 3));
    table.note(QStringLiteral("durable act in memory, p99: ours, floor"),
        QStringLiteral("%1 ms, %2 ms").arg(ours.at(0.99), 0, 'f', 3).arg(floor.at(0.99), 0, 'f', 3));
}

void onTheDisk(const StoreScene &scene, const QList<Act> &acts, const QString &folder, Table &table)
{
    const QString path = folder + QStringLiteral("/ours");
    const Store store = founded(scene, path);
    const auto log = [&] { return QFileInfo(path + QStringLiteral("-wal")).size(); };
    const qint64 before = log();
    for (qsizetype i = 0; i < Block; ++i) {
        recorded(store, acts.at(i));
    }
    const qint64 bytes = (log() - before) / Block;
    FlushFloor flush(folder + QStringLiteral("/flush"), bytes);
    Samples ours;
    Samples floor;
    Samples ratios;
    Samples allOurs;
    Samples allFloor;
    for (qsizetype from = Block; from + Block <= acts.size(); from += Block) {
        Samples oursHere;
        Samples floorHere;
        // One by one in turn and not 25 by 25: the disk has quick and slow spells, and a block is judged by its floor alone.
        for (qsizetype i = from; i < from + Block; ++i) {
            floorHere.add(timed([&] { flush.act(); }));
            oursHere.add(timed([&] { recorded(store, acts.at(i)); }));
        }
        allOurs.append(oursHere);
        allFloor.append(floorHere);
        if (floorHere.at(0.5) >= JudgedFlushMs) {
            ours.append(oursHere);
            floor.append(floorHere);
            ratios.add(floorHere.at(0.5) / oursHere.at(0.5));
        }
    }
    table.note(QStringLiteral("an act adds to the write-ahead log"), QStringLiteral("%1 bytes").arg(bytes));
    table.note(QStringLiteral("durable act on the disk, p50 and p99 of all blocks"),
        QStringLiteral("%1 / %2 ms; flush %3 / %4 ms").arg(allOurs.at(0.5), 0, 'f', 3).arg(allOurs.at(0.99), 0, 'f', 3)
            .arg(allFloor.at(0.5), 0, 'f', 3).arg(allFloor.at(0.99), 0, 'f', 3));
    if (ratios.isEmpty()) {
        table.note(QStringLiteral("durable act on the disk against one flush"), QStringLiteral("not judged: no block whose flush took 2 ms"));
        return;
    }
    table.row(QStringLiteral("durable act on the disk against one flush (%1 blocks)").arg(ratios.size()), ours.at(0.5), floor.at(0.5), ratios.at(0.5),
        Table::Holds::AtLeast, 0.75);
}

void inBatches(const StoreScene &scene, const QString &golden, const QList<Act> &acts, const QList<WrittenAct> &written, const QString &folder, Table &table)
{
    PlainStore plain(golden, folder + QStringLiteral("/plain"), true);
    const Store store = founded(scene, folder + QStringLiteral("/ours"));
    double ours = 0;
    double floor = 0;
    qsizetype batches = 0;
    for (qsizetype from = 0; from + Batch <= acts.size(); from += Batch) {
        const double floorMs = timed([&] {
            plain.begin();
            for (qsizetype i = from; i < from + Batch; ++i) {
                plain.write(written.at(i));
            }
            plain.commit();
            plain.checkpointFrom(scene.options().passiveCheckpointBytes);
        });
        const QList<Act> batch = acts.mid(from, Batch);
        const double oursMs = timed([&] {
            if (!store.recordAll(batch).result()) {
                qFatal("a batch was refused");
            }
        });
        if (from > 0) {
            ours += oursMs;
            floor += floorMs;
            ++batches;
        }
    }
    // An import is done when it is in the file: neither may leave the log for later.
    floor += timed([&] { plain.checkpoint(); });
    ours += timed([&] { store.close(); });
    table.row(QStringLiteral("import of %1 in batches of 100, against C on the same cipher").arg(batches * Batch), ours, floor, floor / ours, Table::Holds::AtLeast, 0.9);
}

} // namespace

int benchStore(const Options &options)
{
    const StoreScene scene;
    const ScratchFolder memory;
    QList<Act> acts;
    for (int place = 0; place < qMax(options.acts, ImportActs); ++place) {
        acts.append(scene.accepting(static_cast<quint64>(place)));
    }
    // What the store itself writes for these acts is what the floor writes.
    const QString golden = memory.file(QStringLiteral("golden"));
    founded(scene, golden).close();
    const QString source = memory.file(QStringLiteral("source"));
    {
        const Store store = founded(scene, source);
        for (const Act &act : acts) {
            recorded(store, act);
        }
        store.close();
    }
    const QList<WrittenAct> written = PlainStore::acts(source);
    if (written.size() != acts.size()) {
        qFatal("%lld rows for %lld acts", static_cast<long long>(written.size()), static_cast<long long>(acts.size()));
    }
    Table table(QStringLiteral("store: %1 acts").arg(options.acts));
    const auto emptyFolder = [&](const char *name) {
        const QString folder = memory.file(QString::fromLatin1(name));
        QDir().mkpath(folder);
        return folder;
    };
    const QList<Act> few = acts.first(options.acts);
    oneByOne(scene, golden, few, written, emptyFolder("one"), table);
    inBatches(scene, golden, acts, written, emptyFolder("batch"), table);
    const QTemporaryDir disk(options.folder + QStringLiteral("/motcua-bench-XXXXXX"));
    onTheDisk(scene, few, disk.path(), table);
    return table.missed();
}

} // namespace motcua::bench
