// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace motcua {

/**
 * The day in Vietnam (UTC+7) of the `k`-th new moon after that of 6 January 2000, as a Julian day as QDate counts them.
 *
 * The moment is right to a quarter of a minute from 1950 to 2030 and later as far as the turning of the earth can be foretold
 * (J. Meeus, Astronomical Algorithms, chapter 49).
 */
[[nodiscard]] qint64 newMoonDay(int k);

/** The last new moon on or before the Julian day `day` in Vietnam, as the `k` of newMoonDay(). */
[[nodiscard]] int newMoonUpTo(qint64 day);

/**
 * The twelfth of its yearly way in which the sun stands at 0:00 in Vietnam on the Julian day `day`: 0 from the spring equinox, 9 from
 * the winter solstice. A principal term (trung khí) falls on a day when the next one has another number. Its moment is right to about
 * seven minutes; none that names a month before 2100 lies nearer to midnight than eight.
 */
[[nodiscard]] int sunTwelfth(qint64 day);

} // namespace motcua
