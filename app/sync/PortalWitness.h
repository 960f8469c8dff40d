// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/HttpClient.h"
#include "app/sync/Peer.h"
#include "app/sync/WitnessedHead.h"

#include <memory>
#include <optional>

namespace motcua::sync {

/** What becomes of a log when it is held against what the portal saw of it. */
enum class Witnessed {
    Same, ///< up to that place nothing was changed
    Nothing, ///< the portal has nothing of it that its owner signed
    Changed, ///< the portal saw another entry at that place: this log, or this store, is not the one it was
    Shorter, ///< the portal saw more of it than is here: the store was set back, or somebody works with a copy
    Unsigned, ///< one of the signatures is wrong, or by another key than this log's or this portal's: it proves nothing
};

/** Of a log, as it is here: by whose keys, how far, and the hash of its entry at the place that was witnessed (empty: it is not here). */
struct WitnessedLog
{
    Id origin = {};
    QByteArray key = {}; ///< Ed25519 of its owner
    quint64 last = 0; ///< the highest place here without a gap
    QByteArray hash = {};
};

/** `portalKey` is what enrolling named. */
[[nodiscard]] Witnessed compared(const std::optional<WitnessedHead> &seen, const WitnessedLog &here, const QByteArray &portalKey);

/** The portal as a witness, over HTTP. Errors: as those of PortalPeer. */
class PortalWitness
{
public:
    explicit PortalWitness(std::shared_ptr<HttpClient> client)
        : m_client(std::move(client))
    {
    }

    /** Up to where it has that log; nothing when it has none that was signed. */
    [[nodiscard]] QFuture<Heard<std::optional<WitnessedHead>>> head(const Id &log) const;

private:
    std::shared_ptr<HttpClient> m_client;
};

} // namespace motcua::sync
