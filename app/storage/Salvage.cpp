// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/Salvage.h"

#include "app/storage/EngineLock.h"
#include "app/storage/LocalTables.h"
#include "app/storage/PageSeal.h"
#include "app/storage/Recorder.h"
#include "app/storage/Store.h"
#include "app/storage/StoreFault.h"
#include "models/base/VietnamTime.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace motcua::storage {

using journal::Entry;
using security::SecretBytes;

namespace {

constexpr qsizetype BatchSize = 500;

/** Where the new store grows until it is whole: beside the damaged one, so that an end half way leaves everything as it was. */
QString growingPath(const QString &path)
{
    return path + QStringLiteral(".salvaging");
}

void removeGrowing(const QString &path)
{
    for (const char *part : {"", "-wal", "-shm", ".engine.lock"}) {
        QFile::remove(growingPath(path) + QLatin1String(part));
    }
    QDir(growingPath(path) + QStringLiteral(".attachments")).removeRecursively();
}

/**
 * The file and its logs under new names that no program opens by itself, the new store in their place; where the old ones are now.
 *
 * The file goes first: as long as it is missing and the new store is not, only these steps are left to do.
 */
Result<QString> exchanged(const QString &path, const StoreOptions &options)
{
    const QString aside = path + QStringLiteral(".damaged-") + vietnamTime(options.now()).toString(QStringLiteral("yyyyMMdd-HHmmss"));
    // Also a journal of a rotation that broke off: beside the new store it would be rolled back into it.
    for (const char *part : {"", "-wal", "-shm", "-journal"}) {
        const QString from = path + QLatin1String(part);
        if (QFile::exists(from)) {
            if (const Result<> moved = options.files->rename(from, aside + QLatin1String(part)); !moved) {
                return moved.error();
            }
        }
    }
    if (const Result<> moved = options.files->rename(growingPath(path), path); !moved) {
        return moved.error();
    }
    if (const Result<> synced = options.files->syncFolder(QFileInfo(path).absolutePath()); !synced) {
        return synced.error();
    }
    removeGrowing(path);
    return aside;
}

void copyLocalState(SalvageReader &reader, const Store &store)
{
    reader.rows("SELECT id, person, visit, procedure, edition, form, updated FROM l_draft",
        [&store](const Statement &row) { (void)store.keepDraft(local::draftAt(row)); });
    reader.rows("SELECT part, state FROM l_open", [&store](const Statement &row) { (void)store.keepOpen(row.string(0), row.bytes(1)); });
    reader.rows("SELECT unit, day, number FROM l_number_floor", [&store](const Statement &row) {
        (void)store.reserveNumbers(row.string(0), QDate::fromJulianDay(row.integer(1)), static_cast<int>(row.integer(2)));
    });
}

/** Collects what the reader hands out and gives it to the new store in batches. */
class Rescue
{
public:
    Rescue(const Store &store, SalvageReport &report)
        : m_store(store)
        , m_report(report)
    {
    }

    void take(Entry entry, bool payloadLost)
    {
        Result<Entry> whole = Entry::from(entry.headerBytes, entry.payload);
        if (!whole && whole.error().code == ErrorCode::PayloadMismatch) {
            whole = Entry::from(entry.headerBytes, std::nullopt);
            payloadLost = true;
        }
        if (!whole) {
            ++m_report.lost;
            return;
        }
        m_report.payloadsLost += payloadLost ? 1 : 0;
        quint64 &highest = m_highest[whole->header.key.origin];
        highest = std::max(highest, whole->header.key.seq);
        m_batch.append(*whole);
        if (m_batch.size() >= BatchSize) {
            give();
        }
    }

    void give()
    {
        auto answer = m_store.ingest(std::exchange(m_batch, {}));
        answer.waitForFinished();
        if (!answer.result()) {
            throw StoreFault(answer.result().error());
        }
        m_report.entries += answer.result()->stored;
        m_report.lost += answer.result()->refused.size();
    }

    /** Of each log the places up to the highest that was found; what lay beyond it nobody can count. */
    [[nodiscard]] qsizetype places() const
    {
        quint64 all = 0;
        for (const quint64 highest : m_highest) {
            all += highest;
        }
        return static_cast<qsizetype>(all);
    }

private:
    const Store &m_store;
    SalvageReport &m_report;
    QList<Entry> m_batch;
    QMap<Id, quint64> m_highest;
};

/** Everything of the file at `path` that can be read, in a new store at growingPath(). */
Result<SalvageReport> grown(const QString &path, const SecretBytes &key, const StoreOptions &options)
{
    SalvageReport report;
    try {
        SalvageReader reader([&] {
            ConnectionOptions reading;
            reading.access = ConnectionOptions::Access::Reader;
            reading.vfs = options.vfs;
            reading.busyTimeoutMs = options.busyTimeoutMs;
            return std::make_unique<Connection>(path, key, reading);
        });
        bool training = false;
        Id previous;
        reader.rows("SELECT value = CAST('1' AS BLOB) FROM l_setting WHERE name = 'training'",
            [&training](const Statement &row) { training = row.integer(0) != 0; });
        reader.rows("SELECT origin FROM j_origin WHERE own = 1", [&previous](const Statement &row) { previous = row.id(0); });

        const Result<Store> store
            = Store::createAfter(growingPath(path), key, {training}, options, QStringLiteral("salvaged"), previous);
        if (!store) {
            return store.error();
        }
        Rescue rescue(*store, report);
        reader.readAll([&rescue](const Entry &entry, bool payloadLost) { rescue.take(entry, payloadLost); });
        rescue.give();
        copyLocalState(reader, *store);
        report.origin = store->origin();
        report.lost = std::max(report.lost, rescue.places() - report.entries);
        store->close();
        if (QFileInfo(growingPath(path) + QStringLiteral("-wal")).size() > 0) {
            // Only the file moves; what could not be brought from the log into it would stay behind.
            return Error{ErrorCode::DiskFull, QStringLiteral("the log of the new file")};
        }
    } catch (const StoreFault &fault) {
        return fault.error();
    }
    return report;
}

} // namespace

Result<SalvageReport> salvage(const QString &path, const SecretBytes &key, const StoreOptions &options)
{
    const bool wasInterrupted = !QFile::exists(path) && QFile::exists(growingPath(path));
    if (!QFile::exists(path) && !wasInterrupted) {
        return Error{ErrorCode::StoreMissing, {}};
    }
    if (!PageSeal(wasInterrupted ? growingPath(path) : path, key, options.vfs).anyPageHolds()) {
        return Error{ErrorCode::StoreWrongKey, {}};
    }
    EngineLock lock(path);
    if (!lock.take()) {
        return Error{ErrorCode::StoreBusy, {}};
    }
    SalvageReport report;
    if (!wasInterrupted) {
        removeGrowing(path);
        const Result<SalvageReport> saved = grown(path, key, options);
        if (!saved) {
            removeGrowing(path);
            return saved.error();
        }
        report = *saved;
    }
    const Result<QString> aside = exchanged(path, options);
    if (!aside) {
        return aside.error();
    }
    report.quarantined = *aside;
    return report;
}

} // namespace motcua::storage
