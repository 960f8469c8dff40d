// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/Fault.h"
#include "app/sync/Greeting.h"
#include "models/journal/SharePolicy.h"

#include <QFuture>

namespace motcua::sync {

class Fleet;
class ReleaseSource;

/** What somebody wants of a log: [first, last], and from where on they have it already when it comes to them backwards. */
struct Wanted
{
    Id origin = {};
    quint64 first = 1;
    quint64 last = 0;
    std::optional<quint64> heldFrom = {};
};

/** Why a peer was not heard, and what it said of that itself. */
struct PeerFailure
{
    Error error = {};
    std::optional<Fault> fault = {}; ///< with whom it lies, by the peer's own word
    std::optional<int> retryAfterMs = {}; ///< it wants to be left alone that long
};

template <typename T>
using Heard = Result<T, PeerFailure>;

/**
 * Another holder of the journal, as far as the engine needs it: the centre, the portal, or a store in the same process.
 *
 * Questions may be under way side by side, and may be answered in any order or twice, each within a bounded time. An answer that never came is asked for again: whatever
 * was taken in is taken in once.
 */
class Peer
{
public:
    virtual ~Peer() = default;
    Peer() = default;
    Peer(const Peer &) = delete;
    Peer &operator=(const Peer &) = delete;

    [[nodiscard]] virtual QString name() const = 0; ///< "portal", "centre": under it the store remembers what it holds
    [[nodiscard]] virtual journal::PeerRole role() const = 0;

    [[nodiscard]] virtual QFuture<Heard<Greeting>> greet(const Greeting &ours) = 0;
    [[nodiscard]] virtual QFuture<Heard<Receipt>> give(const QByteArray &batch) = 0;
    /** A batch of what is wanted, not necessarily all of it; empty bytes when nothing of it is given. */
    [[nodiscard]] virtual QFuture<Heard<QByteArray>> take(const Wanted &wanted) = 0;

    // Files, named as entries name them, go in chunks of their sealed bytes (AttachmentParts).

    /** Up to where the peer has it. AttachmentMissing when nothing the peer has names it. */
    [[nodiscard]] virtual QFuture<Heard<qint64>> heldOf(const QByteArray &file) = 0;
    /** The chunk that begins at `at`; up to where the peer has it then. */
    [[nodiscard]] virtual QFuture<Heard<qint64>> giveChunk(const QByteArray &file, qint64 at, const QByteArray &chunk) = 0;
    /** The chunk that begins at `at`; empty bytes when the peer has it not, or not yet. */
    [[nodiscard]] virtual QFuture<Heard<QByteArray>> takeChunk(const QByteArray &file, qint64 at) = 0;

    /** Where desks tell how their machines are; as long as this peer. Null: nobody asks that here. */
    [[nodiscard]] virtual Fleet *fleet() { return nullptr; }
    /** Where releases of the program are fetched; likewise. */
    [[nodiscard]] virtual ReleaseSource *releases() { return nullptr; }

    /** Nobody waits any more for what was asked until now: whatever can be broken off is. */
    virtual void cancel() { }
};

} // namespace motcua::sync
