// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    /** Errors: those of Store::ask(). */
    [[nodiscard]] QFuture<Result<Made>> made(const Wanted &wanted);
    /** The same for somebody who asked for it, who gets nothing of what is not offered to them. */
    [[nodiscard]] QFuture<Result<Made>> made(const Wanted &wanted, const Id &asker);
    /** Errors: those of runIn() and Store::ingest(); SignatureWrong for the whole of it. */
    [[nodiscard]] QFuture<Result<Receipt>> taken(const QByteArray &batch);

private:
    template <typename T>
    [[nodiscard]] QFuture<Result<T>> apart(std::function<Result<T>()> work);
    [[nodiscard]] Result<Greeting> greetingNow(const Id &listener) const;
    [[nodiscard]] Result<> judgedNow(const Greeting &theirs) const;
    [[nodiscard]] Result<Made> madeNow(const Wanted &wanted) const;
    [[nodiscard]] Result<Receipt> takenNow(const QByteArray &batch) const;

    storage::Store m_store;
    journal::SharePolicy m_policy;
    journal::PeerRole m_other;
    Offered m_offered;
    std::function<qint64()> m_now;
    QThreadPool m_threads; // its own: waiting for the disk here must not keep whoever else uses the common one
};

} // namespace motcua::sync
