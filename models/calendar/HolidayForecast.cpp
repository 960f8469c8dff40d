// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calendar/HolidayForecast.h"

#include "models/calendar/LunarCalendar.h"

namespace motcua {

namespace {

/** The date of the rule in a solar or lunar year; null when there is none. */
QDate dateOf(const HolidayRule &rule, int year)
{
    QDate date(year, rule.month, rule.day);
    if (rule.lunar) {
        const Result<QDate> first = firstOfLunarMonth(year, rule.month);
        date = first ? first->addDays(rule.day - 1) : QDate();
    }
    const bool valid = date.isValid() && (rule.validFrom.isNull() || date >= rule.validFrom)
        && (rule.validTo.isNull() || date <= rule.validTo);
    return valid ? date : QDate();
}

QMap<QDate, DayOff> holidays(const HolidayForecast &forecast, int first, int last)
{
    QMap<QDate, DayOff> all;
    for (const HolidayRule &rule : forecast.rules) {
        // The last months of a lunar year, and days before a New Year's Day, belong to the solar year beside.
        for (int year = rule.lunar ? first - 1 : first; year <= last + (rule.lunar ? 0 : 1); ++year) {
            const QDate date = dateOf(rule, year);
            if (!date.isValid()) {
                continue;
            }
            const QDate begin = date.addDays(rule.start[static_cast<std::size_t>(date.dayOfWeek() - 1)]);
            for (QDate day = begin; day < begin.addDays(rule.days); day = day.addDays(1)) {
                if (!all.contains(day)) {
                    all.insert(day, {DayKind::Statutory, rule.name});
                }
            }
        }
    }
    return all;
}

void addDaysInLieu(QMap<QDate, DayOff> &all, const QString &name, const QSet<int> &week)
{
    const QMap<QDate, DayOff> statutory = all;
    for (auto holiday = statutory.constBegin(); holiday != statutory.constEnd(); ++holiday) {
        if (week.contains(holiday.key().dayOfWeek())) {
            continue;
        }
        QDate day = holiday.key().addDays(1);
        while (all.contains(day) || !week.contains(day.dayOfWeek())) {
            day = day.addDays(1);
        }
        all.insert(day, {DayKind::Compensation, name + u' ' + holiday->name});
    }
}

} // namespace

QList<CalendarYear> foretold(const HolidayForecast &forecast, const QSet<int> &week, int first, int last)
{
    QMap<QDate, DayOff> all = holidays(forecast, first, last);
    if (!forecast.compensation.isEmpty() && !week.isEmpty()) {
        addDaysInLieu(all, forecast.compensation, week);
    }
    QList<CalendarYear> years;
    for (int number = first; number <= last; ++number) {
        CalendarYear year;
        year.year = number;
        year.provisional = true;
        year.mark = forecast.mark;
        for (auto day = all.lowerBound(QDate(number, 1, 1)); day != all.end() && day.key().year() == number; ++day) {
            year.daysOff.insert(day.key(), *day);
        }
        years.append(year);
    }
    return years;
}

} // namespace motcua
