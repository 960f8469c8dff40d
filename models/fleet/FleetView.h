// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/DeskHealth.h"
#include "models/fleet/FleetLimits.h"

#include <optional>

namespace motcua {

/** What a centre knows of one of its desks. */
struct FleetDesk
{
    QString login = {}; ///< by the centre's database; empty: this desk, which has no centre
    QString name = {}; ///< as it was given when the desk was invited
    QString desk = {}; ///< "organisation code/desk number", as it says itself; empty: it never spoke
    qint64 agoMs = -1; ///< since it last spoke, by the centre's clock; -1: it never did
    qint64 clockOffMs = 0; ///< its clock minus the centre's when it spoke, and the time its words took to arrive
    bool isUnreadable = false; ///< what it told is nothing this program understands
    std::optional<DeskHealth> health = {};

    friend bool operator==(const FleetDesk &, const FleetDesk &) = default;
};

/** How much something of a desk matters. */
enum class FleetLevel {
    Good,
    Look, ///< work goes on, and somebody should look at it
    Act, ///< it has to be seen to
};

/** "good", "look", "act". */
[[nodiscard]] QString fleetLevelName(FleetLevel level);

/** One thing about a desk that somebody should see to. */
struct FleetFinding
{
    enum class What {
        Silent, ///< not heard, and did not say that it closes; minutes
        Never, ///< was invited and never spoke
        Unreadable, ///< what it told is nothing this program understands
        Room, ///< little is free where its store lies; bytes
        Clock, ///< its clock is off; ms, ahead of the server's when positive
        PortalUnsent, ///< the oldest entry that waits for the portal; minutes
        CentreUnsent, ///< likewise for the centre
        CatalogueOver, ///< it has to be heard of again: days left, 0 when it is over
        CatalogueOther, ///< not the edition that most desks have; the edition of most
        Program, ///< not the program that most desks have
        Device, ///< something it prints or reads with does not work; how many
        Backup, ///< the last back-up is old; days, -1: there was none
        RolledBack, ///< a release did not work there, and what was there before is again
        Away, ///< closed, and not heard since; days
    };

    What what = What::Silent;
    FleetLevel level = FleetLevel::Look;
    qint64 amount = 0; ///< as What says

    friend bool operator==(const FleetFinding &, const FleetFinding &) = default;
};

/** "silent", "never", … as programs are told. */
[[nodiscard]] QString fleetFindingName(FleetFinding::What what);

/** A desk with what is to be seen to, the worst first. */
struct FleetLine
{
    FleetDesk desk = {};
    QList<FleetFinding> findings = {};

    [[nodiscard]] FleetLevel level() const;
    [[nodiscard]] bool isClosed() const { return desk.health && desk.health->isClosing; }

    friend bool operator==(const FleetLine &, const FleetLine &) = default;
};

/** All desks of a centre as they are judged together: the worst first, then by the number of the desk. */
struct FleetView
{
    QList<FleetLine> lines = {};
    QString program = {}; ///< that most desks have, with its build after a blank; of as many the later one; empty: none spoke

    [[nodiscard]] static FleetView of(const FleetLimits &limits, const QList<FleetDesk> &desks);

    [[nodiscard]] FleetLevel level() const; ///< of the worst
    [[nodiscard]] qsizetype count(FleetLevel level) const;

    friend bool operator==(const FleetView &, const FleetView &) = default;
};

} // namespace motcua
