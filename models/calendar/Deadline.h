// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QDateTime>
#include <QString>

namespace motcua {

class WorkingCalendar;

/** How long a procedure may take, as its edition in the catalogue says. */
struct Limit
{
    enum class Kind {
        SameDay, ///< on the day of receipt; received after the cut-off or on a day the desk is closed, on the next day it is open
        WorkingMinutes, ///< `count` minutes of office hours; received outside of them, from the next opening
        WorkingHours, ///< `count` hours of office hours
        WorkingDays, ///< `count` working days, the day of receipt not counted
        CalendarDays, ///< `count` days, the day of receipt not counted, rolled forward off a rest day
        Months, ///< to the same day `count` months later, or to the last of that month, rolled forward off a rest day
    };

    Kind kind = Kind::WorkingDays;
    int count = 0; ///< minutes, hours, days or months; 0 for SameDay
    QTime cutOff = {}; ///< SameDay only: "sau 15 giờ" is strictly later than 15:00:00
    int more = 0; ///< working days beyond it that were settled on at the receipt; 0 to MostMore

    static constexpr int MostMore = 365;

    /** The largest count that is taken for a limit and not for a slip of the pen; 0 for SameDay. */
    [[nodiscard]] static int most(Kind kind);

    friend bool operator==(const Limit &, const Limit &) = default;
};

/** When the result is promised, by which rule, and whether a calendar not yet published may still move it. */
struct Promise
{
    QDateTime dueAt = {}; ///< Vietnam time; of limits in days the end of the day as the calendar's CountingRules have it
    bool provisional = false;

    /**
     * sameDay, workingMinutes, workingHours, workingDays, calendarDays or months, and what moved it: sameDay.afterCutOff, sameDay.restDay;
     * workingDays.dayZeroMoved (CountingRules::NextAfterCutOff); calendarDays.rolled, months.rolled; "+longer" for the days of Limit::more.
     */
    QString rule = {};

    friend bool operator==(const Promise &, const Promise &) = default;
};

/**
 * The promise for a dossier complete at `receivedAt` (any offset; judged on the wall clock of Vietnam).
 *
 * The first day is not counted, and a last day that is not worked gives way to the next working day (BLDS 2015 Đ.147, 148).
 * CalendarMissing when the calendar does not cover every day from receipt to result; Invalid when `receivedAt` is no time or the limit
 * is none: a count below 1 or above Limit::most(), a same-day limit without its cut-off, days more that are below 0 or above MostMore.
 */
[[nodiscard]] Result<Promise> promised(const Limit &limit, const QDateTime &receivedAt, const WorkingCalendar &calendar);

} // namespace motcua
