// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/CalendarYear.h"
#include "models/calendar/ClockRule.h"
#include "models/calendar/HolidayForecast.h"
#include "models/calendar/OfficeHours.h"
#include "models/calendar/ServiceLimits.h"

namespace motcua {

/** Everything a calendar file says. */
struct CalendarLaw
{
    QSet<int> week = {}; ///< Qt's days of the week (1 = Monday) that are worked
    QList<CalendarYear> years = {}; ///< published and proposed ones
    HolidayForecast forecast = {}; ///< for the years after the last of them
    OfficeSchedule hours = {}; ///< of every desk that no schedule names
    QList<OfficeSchedule> schedules = {};
    CountingRules counting = {};
    ClockRule clock = {}; ///< of a procedure that says nothing of its own
    ServiceLimits services = {};
};

} // namespace motcua
