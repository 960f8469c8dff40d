// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"
#include "models/dossier/PortalVerdict.h"

#include <optional>

namespace motcua {

/** How it stands with the portal, as far as somebody at the desk wants to know. Times are ms since 1970-01-01 UTC; 0: there is none. */
struct PortalStanding
{
    enum class Phase {
        None, ///< a centre without a portal, or nobody signed in
        Elsewhere, ///< another program of this store exchanges with it
        Exchanging,
        Resting, ///< all is delivered, as far as the portal takes it
        Waiting, ///< the last try failed, the next one has its time
        Paused, ///< by a person
        Stopped, ///< until somebody mends something: see failure
    };

    Phase phase = Phase::None;
    QString host = {}; ///< of the portal
    qint64 waiting = 0; ///< entries that the portal is not known to have
    qint64 oldestMs = 0; ///< receipt of the first of them
    qint64 needsAttention = 0; ///< refused and not put right: what is somebody's work
    qint64 inConflict = 0; ///< dossiers that desks contradict each other about, which is somebody's work too; told without a portal as well
    int files = 0; ///< at least so many that entries name are on their way, either way
    qint64 fileBytes = 0; ///< of these, still to go
    bool filesDue = false; ///< it is not known yet whether these are all
    qint64 contactMs = 0; ///< when the portal last answered
    qint64 deliveredMs = 0; ///< when all was last delivered, files as well
    qint64 sinceMs = 0; ///< since when it fails, or is paused
    int tries = 0; ///< failed ones in a row
    qint64 nextTryMs = 0; ///< while Waiting
    std::optional<Error> failure = {}; ///< why, while Waiting or Stopped
    PortalVerdict::Fault fault = PortalVerdict::Fault::Unknown; ///< with whom that lies
    qint64 certificateUntilMs = 0; ///< of this desk
    bool isEnding = false; ///< it has to be renewed by now

    [[nodiscard]] bool isThere() const { return phase != Phase::None; }

    friend bool operator==(const PortalStanding &, const PortalStanding &) = default;
};

} // namespace motcua
