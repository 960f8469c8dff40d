// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <optional>

namespace motcua {

/** How long somebody will probably wait, both ends multiples of five minutes up to 480; 480 means that long or longer. */
struct WaitRange
{
    int fromMinutes = 0;
    int toMinutes = 0; ///< above fromMinutes, unless both are 480

    friend bool operator==(const WaitRange &, const WaitRange &) = default;
};

/**
 * The wait of a ticket with `ahead` tickets before it (0 and more), in a group that `desks` desks serve now.
 *
 * `servedMs` are durations of past services of that group in milliseconds, the newest last; the last 30 count, in whatever order, and a
 * negative one, which only a clock put back leaves, is none. More tickets ahead never make either end smaller, more desks never
 * larger. None while no desk serves or fewer than 3 durations are known: an empty place tells less wrong than a guess.
 */
[[nodiscard]] std::optional<WaitRange> expectedWait(int ahead, int desks, const QList<qint64> &servedMs);

/**
 * How many citizens `desks` desks will probably have served in `leftMs` milliseconds from now, 0 and more; an estimate to plan by.
 *
 * `servedMs` as above. More time or more desks never make it less, longer services never more. None while no desk serves, or fewer than
 * 3 durations are known.
 */
[[nodiscard]] std::optional<int> servedWithin(qint64 leftMs, int desks, const QList<qint64> &servedMs);

} // namespace motcua
