// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/OfflineQueries.h"
#include "models/catalogue/OfflineRules.h"

#include <QDateTime>
#include <QList>

namespace motcua {

/** How much a desk that works without the portal has used of one limit. */
struct OfflineLimit
{
    enum class Of {
        Unsent, ///< entries that wait
        Age, ///< days since the oldest of them
        Catalogue, ///< days since the law as data was last heard of
        Numbers, ///< of the desk's range, today
    };
    enum class State { Fine, Near, Reached };

    Of of = Of::Unsent;
    qint64 used = 0;
    qint64 most = 0;
    int daysLeft = 0; ///< as it went so far; of numbers: 0 when today's are used up
    State state = State::Fine;

    friend bool operator==(const OfflineLimit &, const OfflineLimit &) = default;
};

/** How it stands with the limits on work without the portal. The program ends nothing by itself: it asks a supervisor. */
struct OfflineStanding
{
    /** What it is judged by; times are ms since 1970-01-01 UTC. */
    struct Facts
    {
        qint64 nowMs = 0;
        qint64 unsent = 0;
        qint64 oldestMs = 0; ///< 0: nothing waits
        qint64 catalogueMs = 0; ///< when it was last heard of; 0: not known, and then no limit
        int numbersUsed = 0; ///< of today
        int numbersWhole = 0; ///< 0: the desk is not set up
        qint64 catalogueRefusedMs = 0; ///< when what the portal offered was last found no good; 0: it was not, or what came later was good
        std::optional<storage::OfflineDecision::Decided> decided = {};
    };

    [[nodiscard]] static OfflineStanding of(const OfflineRules &rules, const Facts &facts);

    QList<OfflineLimit> limits = {}; ///< that are near or reached, the nearest first
    bool hadPaper = false; ///< it is, or was: provisional slips may be left to be entered
    bool isOnPaper = false; ///< a supervisor chose paper, and has not ended it
    qint64 sinceMs = 0; ///< since when
    qint64 extendedUntilMs = 0; ///< 0: no extension holds
    qint64 catalogueRefusedMs = 0; ///< 0: what the portal offers of the law as data is as it should be

    [[nodiscard]] bool isReached() const;
    /** Something is reached, and nobody has decided how it goes on. */
    [[nodiscard]] bool wantsDecision() const { return isReached() && !isOnPaper && extendedUntilMs == 0; }

    friend bool operator==(const OfflineStanding &, const OfflineStanding &) = default;
};

} // namespace motcua
