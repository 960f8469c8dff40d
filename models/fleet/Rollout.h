// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/FleetView.h"
#include "models/fleet/ReleaseHead.h"

#include <optional>

namespace motcua {

/** In which order the desks of a centre get a release. Whoever is in none named is in the last. */
enum class FleetRing { Pilot, First, All };

/** "pilot", "first", "all". */
[[nodiscard]] QString fleetRingName(FleetRing ring);
[[nodiscard]] std::optional<FleetRing> fleetRingOf(const QString &name);

/** A release that lies at the centre, and up to which ring a person let it go. */
struct Rollout
{
    ReleaseHead head = {};
    std::optional<FleetRing> ring = {}; ///< none: it lies there, and nobody gets it
    bool isHalted = false; ///< nobody else gets it; who has it keeps it

    friend bool operator==(const Rollout &, const Rollout &) = default;
};

/** What of a desk decides which release it should have. */
struct RolloutTarget
{
    FleetRing ring = FleetRing::All;
    QString program = {}; ///< version it has
    int schema = 0; ///< of its store
    QStringList rolledBack = {}; ///< versions from which it was put back
};

/** One reason against letting a release go on to the next ring. */
struct RolloutObstacle
{
    enum class What {
        Untried, ///< no desk of the rings before has it; no desk
        RolledBack, ///< a desk was put back from it
        Silent, ///< a desk that has it, or was given it, is not heard
        Act, ///< a desk that has it has to be seen to
    };

    What what = What::Untried;
    QString login = {};
    QString name = {};

    friend bool operator==(const RolloutObstacle &, const RolloutObstacle &) = default;
};

/** "untried", "rolledBack", "silent", "act". */
[[nodiscard]] QString rolloutObstacleName(RolloutObstacle::What what);

/** How it stands with one desk and one release. */
enum class RolloutState {
    Out, ///< its ring is not reached yet, or the release is halted
    Waiting, ///< it is to have it
    Ready, ///< it lies there and is put in when nobody works
    Has, ///< or a later one
    RolledBack,
};

/** "out", "waiting", "ready", "has", "rolledBack". */
[[nodiscard]] QString rolloutStateName(RolloutState state);

/** A desk as it is judged, with its ring. */
struct RolloutDesk
{
    FleetLine line = {};
    FleetRing ring = FleetRing::All;
};

/** Which release gets to which desk. No clock, no file, no network. */
namespace rollout {

/** What a desk should have in place of what it has: the latest that reached its ring, can be put over what is there and was not taken back from there; none when it has that or a later one. */
[[nodiscard]] std::optional<ReleaseHead> wanted(const QList<Rollout> &all, const RolloutTarget &desk);

[[nodiscard]] RolloutState stateOf(const Rollout &release, const RolloutDesk &desk);

/** The ring after the one it has reached; none after the last. */
[[nodiscard]] std::optional<FleetRing> next(const Rollout &release);

/** What speaks against letting it go on beyond the rings it has reached. */
[[nodiscard]] QList<RolloutObstacle> obstacles(const Rollout &release, const QList<RolloutDesk> &desks);

} // namespace rollout

} // namespace motcua
