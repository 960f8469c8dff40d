// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"
#include "app/storage/Attachments.h"
#include "app/storage/Backup.h"
#include "app/storage/Recorded.h"
#include "app/storage/StoreNews.h"
#include "app/storage/StoreOptions.h"
#include "app/storage/Worker.h"
#include "models/dossier/Act.h"
#include "models/journal/Entry.h"
#include "models/journal/Run.h"
#include "models/journal/VersionVector.h"

#include <QFuture>

#include <memory>

namespace motcua::storage {

class StoreCore;

/**
 * The encrypted journal of one machine and the tables folded from it; a handle that may be copied to and used from any thread.
 *
 * One thread writes, two read, one moves the write-ahead log into the file. A future answers when the act is on the disk,
 * not before. Errors of every call: Closed, StoreBusy, StoreDamaged, StoreFailed, DiskFull. The last copy of the handle
 * finishes what was asked and closes the file; it must not go on one of the store's own threads.
 */
class Store
{
public:
    /**
     * A new store in a file that does not exist, under a 32-byte key, with its first origin. Blocks for a few milliseconds.
     *
     * Errors: StoreExists, StoreClear, FileUnwritable, DiskFull.
     */
    [[nodiscard]] static Result<Store> create(const QString &path, const security::SecretBytes &key, const StoreProfile &profile,
        const StoreOptions &options);
    /** The same for a store that takes the place of `previous`, whose log it goes on from; `reason` as in StartOrigin. */
    [[nodiscard]] static Result<Store> createAfter(const QString &path, const security::SecretBytes &key, const StoreProfile &profile,
        const StoreOptions &options, const QString &reason, const Id &previous);

    /** Errors: StoreMissing, StoreClear, StoreWrongKey, StoreDamaged, StoreNewer. Blocks; long only while a migration or rebuild runs. */
    [[nodiscard]] static Result<Store> open(const QString &path, const security::SecretBytes &key, const StoreOptions &options);

    /**
     * Re-encrypts every page of a store nobody has open under another key, about 13 s a gigabyte.
     *
     * A crash leaves it under one key or the other. Errors: StoreBusy (somebody has it open) and those of open().
     */
    [[nodiscard]] static Result<> rekey(const QString &path, const security::SecretBytes &from, const security::SecretBytes &to,
        const StoreOptions &options);

    [[nodiscard]] QString path() const;
    [[nodiscard]] Id origin() const; ///< whose log this store writes
    [[nodiscard]] bool isTraining() const;
    [[nodiscard]] bool holdsEngine() const; ///< this program runs sync, board, announcer and checkpoints
    [[nodiscard]] const JournalRules &rules() const;
    [[nodiscard]] const StoreNews *news() const; ///< lives as long as any copy of the handle
    [[nodiscard]] Attachments attachments() const;

    /**
     * Decides, appends and folds in one transaction. Errors: those of decide(), OriginForked.
     *
     * The draft of what is accepted or refused goes with it; of what is sent back to be completed it stays.
     */
    [[nodiscard]] QFuture<Result<Recorded>> record(const Act &act) const;
    /** All of them in one transaction or none, for imports. */
    [[nodiscard]] QFuture<Result<QList<Recorded>>> recordAll(const QList<Act> &acts) const;
    /** Takes over entries of other origins, in any order and however often; what is refused is listed and the rest is kept. */
    [[nodiscard]] QFuture<Result<Ingested>> ingest(const QList<journal::Entry> &entries) const;
    /**
     * The same for what a peer sends: nothing of it is taken unless the owner of the log vouches for it.
     *
     * Further errors: EntryMalformed (no stretch of one log, or a log too many), SignatureWrong.
     */
    [[nodiscard]] QFuture<Result<Ingested>> ingest(const journal::Run &run) const;
    /**
     * Whether this store's own key signed a `head` that is not in its log: somebody works with a copy of it. Then nothing more is recorded here
     * (OriginForked). A head that is signed otherwise is no proof of anything.
     */
    [[nodiscard]] QFuture<Result<bool>> stopIfCloned(const journal::LogHead &head) const;

    /** Answers a query (app/storage/queries) from a snapshot in which every act reported so far is visible. */
    template <typename Query>
    [[nodiscard]] QFuture<Result<typename Query::Answer>> ask(const Query &query) const
    {
        return reader().template answer<typename Query::Answer>([query](Connection &connection) { return query.run(connection); });
    }
    /** The same by the connection that writes, for what is asked right before something is recorded: what one has read the other need not read again. */
    template <typename Query>
    [[nodiscard]] QFuture<Result<typename Query::Answer>> askWriter(const Query &query) const
    {
        return writer().template answer<typename Query::Answer>([query](Connection &connection) { return query.run(connection); });
    }
    /** What `map` makes of the answer; it is called on a thread of the store. */
    template <typename Query, typename Map>
    [[nodiscard]] QFuture<Worker::Mapped<typename Query::Answer, Map>> ask(const Query &query, Map map) const
    {
        return reader().template answer<typename Query::Answer>([query](Connection &connection) { return query.run(connection); }, std::move(map));
    }

    // This machine's own working state, never shipped.
    /** Makes a change of it (app/storage/NationalQueries) in one transaction; what it answers is on the disk. */
    template <typename Change>
    [[nodiscard]] QFuture<Result<typename Change::Answer>> keep(const Change &change) const
    {
        return writer().template answer<typename Change::Answer>([core = m_core.get(), change](Connection &connection) {
            typename Change::Answer made;
            write(*core, [&] { made = change.run(connection); });
            return made;
        });
    }
    [[nodiscard]] QFuture<Result<>> keepDraft(const Draft &draft) const;
    [[nodiscard]] QFuture<Result<>> dropDraft(const Id &draft) const;
    /** What a desk must know of who holds a ticket of `day` (in Vietnam), ids of HallRules; what was kept for days before is erased. */
    [[nodiscard]] QFuture<Result<>> keepNeeds(const Id &ticket, QDate day, const QStringList &needs) const;
    /** What this machine was in the middle of, by name: a part of the window, a sheet at the printer; empty bytes forget it. */
    [[nodiscard]] QFuture<Result<>> keepOpen(const QString &part, const QByteArray &state) const;
    [[nodiscard]] QFuture<Result<>> keepSetting(const QString &name, const QByteArray &value) const;
    [[nodiscard]] QFuture<Result<>> keepPeerVector(const QString &peer, const journal::VersionVector &vector) const;
    /** Numbers of `unit` on `day` up to `number` count as used: the gap an administrator confirms after a restore. */
    [[nodiscard]] QFuture<Result<>> reserveNumbers(const QString &unit, QDate day, int number) const;

    /** Makes every folded table anew from the journal. */
    [[nodiscard]] QFuture<Result<>> rebuild() const;
    /** SHA-256 over the content of every folded table: the same wherever the same entries are, in whatever order they came. */
    [[nodiscard]] QFuture<Result<QByteArray>> digest() const;
    /** Copies the store, its key slots and attachments into a new folder with a signed manifest. Errors: FileUnwritable, StoreExists. */
    [[nodiscard]] QFuture<Result<BackupReport>> backUp(const QString &folder) const;
    /** Signs with the origin's Ed25519 key: the head of its log, a batch, a manifest. */
    [[nodiscard]] QFuture<Result<QByteArray>> signature(const QByteArray &message) const;
    /** Deletes blobs that no entry names and that are older than a day; the number deleted. */
    [[nodiscard]] QFuture<Result<qsizetype>> sweepAttachments() const;

    /** Finishes what was asked, then closes; every later call answers Closed. */
    void close() const;

private:
    explicit Store(std::shared_ptr<StoreCore> core);
    [[nodiscard]] Worker &reader() const;
    [[nodiscard]] Worker &writer() const;
    static void write(StoreCore &core, const std::function<void()> &work); ///< in one transaction, on the thread of the writer
    [[nodiscard]] QFuture<Result<>> written(std::function<void(Connection &)> work) const;

    std::shared_ptr<StoreCore> m_core;
};

} // namespace motcua::storage
