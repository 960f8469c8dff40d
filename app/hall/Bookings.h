// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/AppointmentQueries.h"
#include "models/calendar/WorkingCalendar.h"
#include "models/ticket/HallRules.h"

namespace motcua {

/** A time at which somebody may be asked to come. */
struct BookingTime
{
    qint64 atMs = 0; ///< milliseconds since 1970-01-01 UTC
    int left = 0; ///< so many more; 0: it is full

    friend bool operator==(const BookingTime &, const BookingTime &) = default;
};

/** What appointments come to: which times there are, and whether a code is good now. Pure. */
struct Bookings
{
    /**
     * The times of `day` for one group, in order, those that are gone by left out; none on a day on which the desk is closed or of which the calendar knows
     * nothing, and none further ahead than the rule allows. `taken`: how many stand at each moment.
     */
    [[nodiscard]] static QList<BookingTime> times(
        const AppointmentRule &rule, const WorkingCalendar &calendar, QDate day, const QMap<qint64, int> &taken, qint64 nowMs);

    /** The next day from `from` on at which the desk is open, as far as the rule looks ahead of now; null: there is none. */
    [[nodiscard]] static QDate openDay(const AppointmentRule &rule, const WorkingCalendar &calendar, QDate from, qint64 nowMs);

    enum class Verdict {
        Good, ///< they are expected today
        Unknown, ///< nobody has this code
        AnotherDay, ///< it is good later
        Kept, ///< they have a number already
        Cancelled,
    };
    struct Found
    {
        Verdict verdict = Verdict::Unknown;
        storage::AppointmentLine line = {}; ///< unless Unknown
    };
    /** What a code says at `nowMs`, of those who have it from today on. */
    [[nodiscard]] static Found find(const QList<storage::AppointmentLine> &alike, qint64 nowMs);
};

} // namespace motcua
