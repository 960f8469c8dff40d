// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/WorkingCalendar.h"
#include "models/dossier/Dossier.h"

namespace motcua {

/** How a dossier whose processing has ended stands to the day the law held the office to. The numbers are those of the tables. */
enum class Outcome {
    None = 0, ///< it has not ended, or was accepted by mistake and taken back
    Early = 1, ///< on a day before
    OnTime = 2, ///< on that day; of limits in hours and minutes by the moment itself
    Late = 3,
};

/** When the time of the dossier ended for good, as clockEvents() tells it, milliseconds since 1970-01-01 UTC; 0 while it may go on. */
[[nodiscard]] qint64 finishedAtMs(const Dossier &dossier);

/**
 * Measured by the legal date of dueDates(Dossier). Where that cannot be counted (received by a program that kept no terms, or in a year
 * the calendar lacks) by the promise; None without either.
 */
[[nodiscard]] Outcome outcomeOf(const Dossier &dossier, const WorkingCalendar &calendar);

} // namespace motcua
