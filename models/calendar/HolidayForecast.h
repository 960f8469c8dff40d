// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/CalendarYear.h"

#include <QList>
#include <QSet>

#include <array>

namespace motcua {

/** A holiday that comes every year: which days it takes, from its date and the day of the week that date falls on. */
struct HolidayRule
{
    QString name = {};
    bool lunar = false; ///< `month` and `day` are of the lunar calendar
    int month = 0;
    int day = 0;
    int days = 1; ///< in a row
    std::array<int, 7> start = {}; ///< for a date on a Monday, …, Sunday: the first day off, in days from the date
    QDate validFrom = {}; ///< dates before are no holiday; null: since ever
    QDate validTo = {}; ///< dates after are none any more; null: until further notice
    QString basis = {};
    QString mark = {};

    friend bool operator==(const HolidayRule &, const HolidayRule &) = default;
};

/** What the law says of years whose calendar nobody has published yet. Swapped days follow no rule: they are never foretold. */
struct HolidayForecast
{
    int until = 0; ///< the last year foretold; 0: none
    QString mark = {};
    QList<HolidayRule> rules = {};
    QString compensation = {}; ///< what a day in lieu is called, before the holiday's name; empty: none are given

    friend bool operator==(const HolidayForecast &, const HolidayForecast &) = default;
};

/**
 * The years from `first` to `last` as the rules have them, all of them provisional; `week` holds Qt's days of the week that are worked.
 *
 * A holiday on a rest day gives the next working day off (BLLĐ 2019 Đ.111.3), each its own: of two in a row the second gives the day
 * after that. A lunar date outside the range of the lunar calendar gives no holiday.
 */
[[nodiscard]] QList<CalendarYear> foretold(const HolidayForecast &forecast, const QSet<int> &week, int first, int last);

} // namespace motcua
