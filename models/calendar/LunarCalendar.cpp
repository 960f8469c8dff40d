// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calendar/LunarCalendar.h"

#include "models/calendar/SunAndMoon.h"

#include <QString>

#include <algorithm>
#include <vector>

namespace motcua {

namespace {

constexpr int December = 12;
constexpr int MonthOfSolstice = 11;

/** From the month of one winter solstice to the month before the next one's. */
struct Span
{
    int firstMoon = 0; ///< of month 11
    int months = 12;
    int leap = -1; ///< which of them is the leap month, counted from 0

    /** Where the month that is `n` regular months after month 11 stands. */
    [[nodiscard]] int placeOf(int n) const { return n + (leap >= 0 && n >= leap ? 1 : 0); }
    /** Of which regular month after month 11, counted from 0, the month at `place` has its number. */
    [[nodiscard]] int numberAt(int place) const { return place - (leap >= 0 && place >= leap ? 1 : 0); }
};

int moonOfSolstice(int year)
{
    const int moon = newMoonUpTo(QDate(year, December, 31).toJulianDay());
    // When the sun has passed the solstice before the month's first day, the solstice lies in the month before.
    return sunTwelfth(newMoonDay(moon)) >= 9 ? moon - 1 : moon;
}

Span spanAfterSolstice(int year)
{
    Span span;
    span.firstMoon = moonOfSolstice(year);
    span.months = moonOfSolstice(year + 1) - span.firstMoon;
    if (span.months == 13) {
        int before = sunTwelfth(newMoonDay(span.firstMoon + 1));
        for (int place = 1; span.leap < 0; ++place) {
            const int after = sunTwelfth(newMoonDay(span.firstMoon + place + 1));
            span.leap = before == after ? place : -1;
            before = after;
        }
    }
    return span;
}

struct Month
{
    qint64 first = 0; ///< Julian day
    int year = 0;
    int number = 0;
    bool leap = false;
};

/** Every month that has a day in the years we answer for, and the one after the last. */
std::vector<Month> allMonths()
{
    std::vector<Month> months;
    for (int year = FirstLunarYear - 2; year <= LastLunarYear; ++year) {
        const Span span = spanAfterSolstice(year);
        for (int place = 0; place < span.months; ++place) {
            const int number = span.numberAt(place);
            months.push_back({newMoonDay(span.firstMoon + place), number < 2 ? year : year + 1, (number + MonthOfSolstice - 1) % 12 + 1,
                place == span.leap});
        }
    }
    return months;
}

const std::vector<Month> &months()
{
    static const std::vector<Month> all = allMonths();
    return all;
}

Error outside(const QString &what)
{
    return {ErrorCode::CalendarMissing, QStringLiteral("no lunar calendar for ") + what};
}

bool answersFor(QDate day)
{
    return day.year() >= FirstLunarYear && day.year() <= LastLunarYear;
}

/** The month, which has a successor; or Invalid, or CalendarMissing. */
Result<const Month *> monthOf(int year, int number, bool leap)
{
    if (number < 1 || number > 12) {
        return Error{ErrorCode::Invalid, QStringLiteral("lunar month %1").arg(number)};
    }
    if (year < FirstLunarYear - 1 || year > LastLunarYear) {
        return outside(QString::number(year));
    }
    const auto &all = months();
    auto month = std::lower_bound(all.begin(), all.end(), year, [](const Month &one, int wanted) { return one.year < wanted; });
    while (month != all.end() && month->year == year && (month->number != number || month->leap != leap)) {
        ++month;
    }
    if (month != all.end() && month->year == year && month + 1 != all.end()) {
        return &*month;
    }
    return Error{ErrorCode::Invalid, QStringLiteral("%1 has no such month: %2").arg(year).arg(number)};
}

} // namespace

Result<LunarDate> lunarDate(QDate day)
{
    if (!day.isValid()) {
        return Error{ErrorCode::Invalid, QStringLiteral("no date")};
    }
    if (!answersFor(day)) {
        return outside(day.toString(Qt::ISODate));
    }
    const auto &all = months();
    const qint64 julian = day.toJulianDay();
    const auto next = std::upper_bound(all.begin(), all.end(), julian, [](qint64 wanted, const Month &one) { return wanted < one.first; });
    const Month &month = *(next - 1);
    return LunarDate{month.year, month.number, static_cast<int>(julian - month.first) + 1, month.leap};
}

Result<QDate> solarDate(const LunarDate &date)
{
    const auto month = monthOf(date.year, date.month, date.leap);
    if (!month) {
        return month.error();
    }
    const Month *const first = *month;
    if (date.day < 1 || first->first + date.day > (first + 1)->first) {
        return Error{ErrorCode::Invalid, QStringLiteral("lunar day %1 of month %2 of %3").arg(date.day).arg(date.month).arg(date.year)};
    }
    const QDate day = QDate::fromJulianDay(first->first + date.day - 1);
    return answersFor(day) ? Result<QDate>(day) : outside(day.toString(Qt::ISODate));
}

Result<int> lunarMonthLength(int year, int month, bool leap)
{
    if (year < FirstLunarYear) {
        return outside(QString::number(year));
    }
    const auto found = monthOf(year, month, leap);
    if (!found) {
        return found.error();
    }
    return static_cast<int>((*found + 1)->first - (*found)->first);
}

Result<int> leapMonth(int year)
{
    if (year < FirstLunarYear || year > LastLunarYear) {
        return outside(QString::number(year));
    }
    const auto &all = months();
    const auto found = std::find_if(all.begin(), all.end(), [year](const Month &one) { return one.year == year && one.leap; });
    return found == all.end() ? 0 : found->number;
}

Result<QDate> firstOfLunarMonth(int year, int month)
{
    if (month < 1 || month > 12) {
        return Error{ErrorCode::Invalid, QStringLiteral("lunar month %1").arg(month)};
    }
    if (year < FirstLunarYear || year > LastLunarYear) {
        return outside(QString::number(year));
    }
    const Span span = spanAfterSolstice(month < MonthOfSolstice ? year - 1 : year);
    const int place = span.placeOf((month + 1) % 12);
    const QDate first = QDate::fromJulianDay(newMoonDay(span.firstMoon + place));
    return answersFor(first) ? Result<QDate>(first) : outside(first.toString(Qt::ISODate));
}

} // namespace motcua
