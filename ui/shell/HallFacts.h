// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Id.h"

#include <QList>
#include <QString>

#include <optional>

namespace motcua {

/** One ticket as the hall panel shows it. */
struct HallRow
{
    Id ticket = {};
    QString number = {}; ///< "A013"
    QString what = {}; ///< service group, or the place of a held one, already worded
    qint64 sinceMs = 0; ///< ms since 1970 UTC from which its time is counted
    QString mark = {}; ///< priority and need in words, e.g. "đi lại khó"; empty for none

    friend bool operator==(const HallRow &, const HallRow &) = default;
};

/** What the desk knows of the hall: numbers, places and times, never a name. */
struct HallFacts
{
    enum class Turn { None, Called, Serving };

    Turn turn = Turn::None;
    std::optional<HallRow> current = {}; ///< the ticket called or served; none also while somebody is served without a ticket
    int calls = 0; ///< how often the current one was called, from 1
    int waiting = 0; ///< for this desk
    qint64 oldestSinceMs = 0; ///< 0: nobody waits
    QList<HallRow> next = {}; ///< the first ones in the order in which they would be called, at most 20
    QList<HallRow> held = {};
    QString range = {}; ///< expected wait of a new ticket in words; empty: unknown
    QString enough = {}; ///< for how many of those who wait there is time until closing, in words; empty while there is for all
    QString pause = {}; ///< the desk's state in words while it is on a break or in the back office; empty while it serves

    friend bool operator==(const HallFacts &, const HallFacts &) = default;
};

} // namespace motcua
