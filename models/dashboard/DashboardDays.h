// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/WorkingCalendar.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace motcua {

/** The days a dashboard speaks of at one moment, on the wall clock of Vietnam. */
struct DashboardDays
{
    static constexpr int RecentDays = 14;

    qint64 nowMs = 0; ///< milliseconds since 1970-01-01 UTC
    QDate today = {};
    QDate monthFirst = {}; ///< of the month of `today`
    QDate beforeFirst = {}; ///< of the month before ...
    QDate beforeLast = {}; ///< ... up to the same day of it, or its last one on the last of this month: as many days as this month has had
    QDate tomorrow = {};
    std::optional<bool> tomorrowIsWorked = {}; ///< none when no calendar covers it
    QString tomorrowName = {}; ///< of a day off; empty for a day of rest of the week
    QList<QDate> recent = {}; ///< the last RecentDays with `today` as the last of them, worked or not ...
    QList<QDate> resting = {}; ///< ... and those of them that are known not to be worked
    QDate next = {}; ///< the first working day later than tomorrow; invalid when no calendar covers the way there

    [[nodiscard]] static DashboardDays of(qint64 nowMs, const WorkingCalendar &calendar);

    friend bool operator==(const DashboardDays &, const DashboardDays &) = default;
};

/** 0:00 in Vietnam of `day`, milliseconds since 1970-01-01 UTC. */
[[nodiscard]] qint64 startOfDayMs(QDate day);

} // namespace motcua
