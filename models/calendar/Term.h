// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/Deadline.h"

namespace motcua {

/** A limit under way: where it ends as things stand. */
struct Term
{
    QDate lastDay = {}; ///< the last day counted, before it gives way to a working day or to one that has not passed
    QDateTime dueAt = {}; ///< Vietnam time
    QString rule = {}; ///< as in Promise

    /** The limit counted from `receivedAt`; errors as promised(). */
    [[nodiscard]] static Result<Term> begun(const Limit &limit, const QDateTime &receivedAt, const WorkingCalendar &calendar);

    /**
     * The term when the time from `from` to `to` is not counted.
     *
     * What is left at `from` goes on at `to`, in the unit of the limit. Minutes and hours: the office time not yet used. Days: the days
     * that had not begun, so that the day of the pause is used and the day of going on is not counted, like a day of receipt; the term
     * moves by the working days (or days, for limits in days and months) that lie later than the day of `from` up to that of `to`. Same
     * day: the office time left, to the end of the day on which it runs out. A term that ran when the pause began is not over when it
     * ends: a last day that has passed by then gives way to the first whose end has not. A pause that is over before it begins, or begins
     * after the term has ended, moves nothing.
     */
    [[nodiscard]] Result<Term> paused(
        const Limit &limit, const QDateTime &from, const QDateTime &to, const WorkingCalendar &calendar) const;

    /** The term with `days` working days more, at the same hour for limits in minutes and hours; from a day that is no working day, at closing. */
    [[nodiscard]] Result<Term> extended(const Limit &limit, int days, const WorkingCalendar &calendar) const;

    friend bool operator==(const Term &, const Term &) = default;
};

} // namespace motcua
