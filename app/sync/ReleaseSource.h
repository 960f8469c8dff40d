// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sync/SignedRelease.h"
#include "models/fleet/Rollout.h"

#include <QFuture>

#include <optional>

namespace motcua::sync {

/** The releases that lie at a centre, and the ring of the desk that asks. */
struct ReleaseOffer
{
    struct One
    {
        SignedRelease release = {};
        std::optional<FleetRing> ring = {}; ///< as of Rollout
        bool isHalted = false;
    };

    FleetRing ring = FleetRing::All;
    QList<One> releases = {};

    [[nodiscard]] QList<Rollout> rollouts() const
    {
        QList<Rollout> all;
        for (const One &one : releases) {
            all.append({one.release.head, one.ring, one.isHalted});
        }
        return all;
    }
};

/** Where the desks of a centre get releases of the program. Each answers within a bounded time; errors are those of the peer. What it gives is believed by nobody: it is signed. */
class ReleaseSource
{
public:
    virtual ~ReleaseSource() = default;
    ReleaseSource() = default;
    ReleaseSource(const ReleaseSource &) = delete;
    ReleaseSource &operator=(const ReleaseSource &) = delete;

    [[nodiscard]] virtual QFuture<Result<ReleaseOffer>> offer() = 0;
    /** Of the package of that version, from `at` on, which is where a chunk of SignedRelease::ChunkBytes begins; empty where nothing is. */
    [[nodiscard]] virtual QFuture<Result<QByteArray>> releaseChunk(const QString &version, qint64 at) = 0;
};

} // namespace motcua::sync
