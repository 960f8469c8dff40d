// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/CountingRules.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QTime>

#include <optional>

namespace motcua {

/** One stretch of office hours, from (inclusive) to (exclusive), on the wall clock of Vietnam. */
struct OfficeSession
{
    QTime from = {};
    QTime to = {};

    friend bool operator==(const OfficeSession &, const OfficeSession &) = default;
};

/**
 * When the desks that keep this schedule are open.
 *
 * An extra day is a day outside the working week on which they are open all the same, such as a Saturday morning. Its hours are office
 * hours: limits in minutes and hours run in them, same-day procedures are received and answered in them, and a receipt in them is no
 * receipt on a rest day. It is no working day for limits in days unless `extraDaysCount` says so. Days off close an extra day too.
 */
struct OfficeSchedule
{
    QString id = {}; ///< empty: the hours of every desk that no other schedule names
    QString name = {};
    QString mark = {}; ///< how certain it is and where it was read
    QList<OfficeSession> sessions = {}; ///< of a normal working day and of a made-up one, in order of the day, at least one
    QMap<int, QList<OfficeSession>> weekdays =
        {}; ///< Qt's day of the week (1 = Monday) → its own sessions; outside the working week: an extra day
    bool extraDaysCount = false; ///< extra days are working days also for limits in days
    QStringList desks = {}; ///< "organisation code/desk number", or an organisation code for all of its desks
    std::optional<CountingRules> counting = {}; ///< where these desks count in another way than the calendar

    friend bool operator==(const OfficeSchedule &, const OfficeSchedule &) = default;
};

} // namespace motcua
