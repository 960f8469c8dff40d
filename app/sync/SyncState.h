// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/Fault.h"

#include <QMetaType>

#include <optional>

namespace motcua::sync {

/** How it stands with the exchange with one peer; what the line at the foot of the window says. */
struct SyncState
{
    enum class Phase {
        Off, ///< not begun, or another program of this store does it
        Exchanging,
        Resting, ///< all is delivered, as far as the peer takes it
        Waiting, ///< the last try failed, the next one has its time
        Paused, ///< by a person
        Stopped, ///< for good: somebody works with a copy of this store
    };

    Phase phase = Phase::Off;
    quint64 waiting = 0; ///< entries of this store's own log that the peer is not known to have
    quint64 coming = 0; ///< entries the peer offers and this store has not
    int files = 0; ///< at least so many files that entries name are still on their way, either way
    qint64 fileBytes = 0; ///< of these
    bool filesDue = false; ///< it is not known yet whether these are all: they are still being gone through
    qint64 contactMs = 0; ///< when the peer last answered, ms since 1970-01-01 UTC; 0 not since the program began
    qint64 deliveredMs = 0; ///< when all was last delivered, files as well
    int failures = 0; ///< in a row
    qint64 nextTryMs = 0; ///< while Waiting
    std::optional<Error> failure = {}; ///< the last one, while nothing succeeded since; or what was refused
    std::optional<Fault> faultSaid = {}; ///< with whom the failure lies, when the peer said so itself
    qint64 catalogue = 0; ///< edition of the catalogue package the peer last said it gives; 0: none
    qint64 clockOffMs = 0; ///< the peer's clock minus ours, as of the last greeting

    /** With whom it lies that something is not delivered; only while there is a failure. */
    [[nodiscard]] Fault fault() const;

    friend bool operator==(const SyncState &, const SyncState &) = default;
};

} // namespace motcua::sync

Q_DECLARE_METATYPE(motcua::sync::SyncState)
