// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/PartialDate.h"

#include <algorithm>
#include <chrono>

namespace motcua {

namespace {

/** The number `digits` write; -1 unless they are as many ASCII digits as `count`. */
int number(QStringView digits, qsizetype count)
{
    if (digits.size() != count) {
        return -1;
    }
    int value = 0;
    for (const QChar c : digits) {
        if (c < u'0' || c > u'9') {
            return -1;
        }
        value = value * 10 + (c.unicode() - u'0');
    }
    return value;
}

/** The date of a year, and a month and a day where they are written; every part that is there must be there whole. */
std::optional<PartialDate> fromParts(QStringView year, QStringView month, QStringView day)
{
    const int y = number(year, 4);
    const int m = month.isNull() ? 0 : number(month, 2);
    const int d = day.isNull() ? 0 : number(day, 2);
    // A part that is written must say something: 1941-00 is no way to leave the month out.
    const bool silent = (!month.isNull() && m == 0) || (!day.isNull() && d == 0);
    return y >= 0 && m >= 0 && d >= 0 && !silent ? PartialDate::of(y, m, d) : std::nullopt;
}

/** The day of the Gregorian calendar, which may be none. A form holds many dates, and QDate works through its calendars for each. */
std::chrono::year_month_day gregorian(int year, int month, int day)
{
    return std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) / std::chrono::day(static_cast<unsigned>(day));
}

QString padded(int number, int digits)
{
    return QString::number(number).rightJustified(digits, u'0');
}

int completedYears(QDate birth, QDate on)
{
    int years = on.year() - birth.year();
    if (on.month() < birth.month() || (on.month() == birth.month() && on.day() < birth.day())) {
        --years;
    }
    return years;
}

} // namespace

PartialDate::PartialDate(int year, int month, int day)
    : m_year(year)
    , m_month(month)
    , m_day(day)
{
}

std::optional<PartialDate> PartialDate::of(int year, int month, int day)
{
    const bool whole = month != 0 || day == 0;
    if (year < 1000 || year > 9999 || !whole || month < 0 || month > 12 || day < 0 || day > 31
        || !gregorian(year, std::max(month, 1), std::max(day, 1)).ok()) {
        return {};
    }
    return PartialDate(year, month, day);
}

std::optional<PartialDate> PartialDate::of(QDate day)
{
    return day.isValid() ? of(day.year(), day.month(), day.day()) : std::nullopt;
}

std::optional<PartialDate> PartialDate::fromIso(QStringView text)
{
    switch (text.size()) {
    case 4:
        return fromParts(text, {}, {});
    case 7:
        return text[4] == u'-' ? fromParts(text.first(4), text.last(2), {}) : std::nullopt;
    case 10:
        return text[4] == u'-' && text[7] == u'-' ? fromParts(text.first(4), text.sliced(5, 2), text.last(2)) : std::nullopt;
    default:
        return {};
    }
}

std::optional<PartialDate> PartialDate::fromShown(QStringView text)
{
    switch (text.size()) {
    case 4:
        return fromParts(text, {}, {});
    case 7:
        return text[2] == u'/' ? fromParts(text.last(4), text.first(2), {}) : std::nullopt;
    case 10:
        return text[2] == u'/' && text[5] == u'/' ? fromParts(text.last(4), text.sliced(3, 2), text.first(2)) : std::nullopt;
    default:
        return {};
    }
}

PartialDate::Precision PartialDate::precision() const
{
    return m_month == 0 ? Precision::Year : m_day == 0 ? Precision::Month : Precision::Day;
}

QDate PartialDate::first() const
{
    constexpr qint64 JulianDayOfEpoch = 2440588; // as QDate counts days
    const std::chrono::sys_days day = gregorian(m_year, std::max(m_month, 1), std::max(m_day, 1));
    return QDate::fromJulianDay(day.time_since_epoch().count() + JulianDayOfEpoch);
}

QDate PartialDate::last() const
{
    switch (precision()) {
    case Precision::Year:
        return {m_year, 12, 31};
    case Precision::Month:
        return {m_year, m_month, first().daysInMonth()};
    case Precision::Day:
        break;
    }
    return first();
}

QString PartialDate::iso() const
{
    QString text = padded(m_year, 4);
    if (m_month != 0) {
        text += u'-' + padded(m_month, 2);
    }
    if (m_day != 0) {
        text += u'-' + padded(m_day, 2);
    }
    return text;
}

QString PartialDate::shown() const
{
    QString text;
    if (m_day != 0) {
        text += padded(m_day, 2) + u'/';
    }
    if (m_month != 0) {
        text += padded(m_month, 2) + u'/';
    }
    return text + padded(m_year, 4);
}

PartialDate::Relation PartialDate::to(const PartialDate &other) const
{
    if (last() < other.first()) {
        return Relation::Before;
    }
    return other.last() < first() ? Relation::After : Relation::Overlaps;
}

std::optional<AgeRange> PartialDate::ageOn(QDate on) const
{
    if (!on.isValid() || on < first()) {
        return {};
    }
    return AgeRange{completedYears(std::min(last(), on), on), completedYears(first(), on)};
}

} // namespace motcua
