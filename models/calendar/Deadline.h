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
        SameDay, ///< on the day of receipt; received after the cut-off or on a rest day, on the next working day
        WorkingDays, ///< `count` working days, the day of receipt not counted
        CalendarDays, ///< `count` days, the day of receipt not counted, rolled forward off a rest day
    };

    Kind kind = Kind::WorkingDays;
    int count = 0; ///< days; 0 for SameDay
    QTime cutOff = {}; ///< SameDay only: "sau 15 giờ" is strictly later than 15:00:00

    friend bool operator==(const Limit &, const Limit &) = default;
};

/** When the result is promised, by which rule, and whether a calendar not yet published may still move it. */
struct Promise
{
    QDateTime dueAt = {}; ///< Vietnam time: the end of office hours of the day
    bool provisional = false;
    QString rule = {}; ///< sameDay, sameDay.afterCutOff, sameDay.restDay, workingDays, calendarDays, calendarDays.rolled

    friend bool operator==(const Promise &, const Promise &) = default;
};

/**
 * The promise for a dossier complete at `receivedAt` (any offset; judged on the wall clock of Vietnam).
 *
 * The first day is not counted, and a last day that is not worked gives way to the next working day (BLDS 2015 Đ.147, 148).
 * CalendarMissing when the calendar does not cover every day from receipt to result; Invalid when `receivedAt` is no time.
 */
[[nodiscard]] Result<Promise> promised(const Limit &limit, const QDateTime &receivedAt, const WorkingCalendar &calendar);

} // namespace motcua
