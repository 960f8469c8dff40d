// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/DashboardDays.h"

#include "models/base/VietnamTime.h"

#include <algorithm>

namespace motcua {

DashboardDays DashboardDays::of(qint64 nowMs, const WorkingCalendar &calendar)
{
    DashboardDays days;
    days.nowMs = nowMs;
    days.today = vietnamTime(nowMs).date();
    days.monthFirst = QDate(days.today.year(), days.today.month(), 1);
    days.beforeFirst = days.monthFirst.addMonths(-1);
    const bool isLast = days.today.day() == days.today.daysInMonth();
    const int length = days.beforeFirst.daysInMonth();
    days.beforeLast = days.beforeFirst.addDays((isLast ? length : std::min(days.today.day(), length)) - 1);
    for (QDate day = days.today.addDays(1 - RecentDays); day <= days.today; day = day.addDays(1)) {
        days.recent.append(day);
        if (calendar.covers(day) && !calendar.isWorkingDay(day)) {
            days.resting.append(day);
        }
    }
    days.tomorrow = days.today.addDays(1);
    if (calendar.covers(days.tomorrow)) {
        days.tomorrowIsWorked = calendar.isWorkingDay(days.tomorrow);
        days.tomorrowName = *days.tomorrowIsWorked ? QString() : calendar.dayName(days.tomorrow);
    }
    if (const Result<QDate> next = calendar.nextWorkingDay(days.tomorrow)) {
        days.next = *next;
    }
    return days;
}

qint64 startOfDayMs(QDate day)
{
    return vietnamTime(day, QTime(0, 0)).toMSecsSinceEpoch();
}

} // namespace motcua
