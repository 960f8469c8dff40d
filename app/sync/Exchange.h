// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/AttachmentParts.h"
#include "app/storage/AttachmentQueries.h"
#include "app/storage/OneThread.h"
#include "app/storage/Store.h"
#include "app/sync/Peer.h"

#include <QThreadPool>

namespace motcua::sync {

/**
 * One holder's half of an exchange, whoever began it: says what is here, makes batches of it, and takes batches in.
 *
 * What costs time runs on threads of its own. Safe to call from any thread.
 */
class Exchange
{
public:
    /** A batch, and which stretch of the log it is. */
    struct Made
    {
        QByteArray batch = {}; ///< empty when there is nothing to give
        quint64 first = 0;
        quint64 last = 0;
    };
    /** What became of a batch that was asked for, and which stretch of the log it was. */
    struct Took
    {
        Receipt receipt = {};
        quint64 first = 0;
        quint64 last = 0;
    };
    static constexpr qsizetype MostBytes = 4 * 1024 * 1024; ///< of the entries of a batch, unpacked; one entry always goes

    /** Whether `asker` may take that log. */
    using Offered = std::function<bool(const Id &asker, const Id &log)>;

    /** `other` is who is spoken to; `offered` empty: every log. */
    Exchange(const storage::Store &store, const journal::SharePolicy &policy, journal::PeerRole other, Offered offered = {},
        std::function<qint64()> now = {});
    ~Exchange();
    Exchange(const Exchange &) = delete;
    Exchange &operator=(const Exchange &) = delete;

    /** What is here; with what is known of `listener`'s own log. */
    [[nodiscard]] QFuture<Result<Greeting>> greeting(const Id &listener);
    /**
     * Whether to go on with whoever said that. Errors: PeerNewer, OriginForeign (training meets real), OriginForked (it has what this store's
     * key signed and this store never wrote: somebody works with a copy, and nothing more is recorded here), PeerNonsense.
     */
    [[nodiscard]] QFuture<Result<>> judged(const Greeting &theirs);

    /**
     * At most `bytes` of entries. Of another's log nothing is given to a portal in which something is lacking that it is to have: once it has the
     * headers it asks for no more, and their owner would deliver the rest to nobody. Errors: those of Store::ask().
     */
    [[nodiscard]] QFuture<Result<Made>> made(const Wanted &wanted, qsizetype bytes = MostBytes);
    /** The same for somebody who asked for it, who gets nothing of what is not offered to them. */
    [[nodiscard]] QFuture<Result<Made>> made(const Wanted &wanted, const Id &asker);
    /** The same for a desk of one unit: of dossiers of other units it gets the headers, without which the chain does not hold, and no payload. */
    [[nodiscard]] QFuture<Result<Made>> madeForUnitOf(const Id &desk, const Wanted &wanted);
    /** Errors: those of runIn() and Store::ingest(); SignatureWrong for the whole of it. */
    [[nodiscard]] QFuture<Result<Receipt>> taken(const QByteArray &batch);
    /**
     * The same for an answer to what was asked. Further error: EntryMalformed for a stretch of anything else, of which nothing is taken. (It may end
     * later than was asked for, where its owner signed only later.)
     */
    [[nodiscard]] QFuture<Result<Took>> taken(const QByteArray &batch, const Wanted &asked);
    /** What is lacking of a stretch, as it is asked for: from where on it is held already when it comes backwards. */
    [[nodiscard]] QFuture<Result<Wanted>> lacking(const journal::SeqRange &range);

    // Files: see Peer. What one chunk costs is written to the disk before it is answered for.

    /** The files that a stretch of a log names, of the entries `other` is given whole where `isGiven`. */
    [[nodiscard]] QFuture<Result<storage::LogAttachments::Step>> filesNamed(const storage::LogAttachments &stretch, bool isGiven);
    /** Up to where the sealed bytes are here. Error: AttachmentMissing (nothing here names it). */
    [[nodiscard]] QFuture<Result<qint64>> heldFile(const QByteArray &name);
    /** The chunk that begins at `at`; empty bytes when the file is not whole here. Errors: AttachmentMissing (likewise), Invalid, FileUnreadable. */
    [[nodiscard]] QFuture<Result<QByteArray>> chunkMade(const QByteArray &name, qint64 at);
    /** Up to where they are here then. Errors: AttachmentMissing (likewise) and those of AttachmentParts::take(). */
    [[nodiscard]] QFuture<Result<qint64>> chunkTaken(const QByteArray &name, qint64 at, const QByteArray &chunk);

private:
    template <typename T>
    [[nodiscard]] QFuture<Result<T>> apart(std::function<Result<T>()> work);
    /** What is done with a file that something here names, one after the other. */
    template <typename T>
    [[nodiscard]] QFuture<Result<T>> withFile(
        const QByteArray &name, std::function<Result<T>(const storage::AttachmentParts &, const storage::AttachmentReference &)> work);
    [[nodiscard]] Result<Greeting> greetingNow(const Id &listener) const;
    [[nodiscard]] Result<> judgedNow(const Greeting &theirs) const;
    [[nodiscard]] Result<Made> madeNow(const Wanted &wanted, qsizetype bytes, const Id &desk = {}, bool isGiven = false) const;
    [[nodiscard]] Result<bool> lacksPayload(const journal::Run &run) const;
    [[nodiscard]] Result<Receipt> takenNow(const journal::Run &run) const;

    storage::Store m_store;
    journal::SharePolicy m_policy;
    journal::PeerRole m_other;
    Offered m_offered;
    std::function<qint64()> m_now;
    QThreadPool m_threads; // its own: waiting for the disk here must not keep whoever else uses the common one
    OneThread m_files; ///< chunks of one file must not meet
};

} // namespace motcua::sync
