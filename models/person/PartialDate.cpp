// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/PartialDate.h"

#include <algorithm>
#include <array>

namespace motcua {

namespace {

/** The number `digits` write; nothing unless they are as many ASCII digits as `count`. */
std::optional<int> number(QStringView digits, qsizetype count)
{
    if (digits.size() != count) {
        return {};
    }
    int value = 0;
    for (const QChar c : digits) {
        if (c < u'0' || c > u'9') {
            return {};
        }
        value = value * 10 + (c.unicode() - u'0');
    }
    return value;
}

/** The date whose parts are written year first; every part that is there must be there whole. */
std::optional<PartialDate> fromParts(const QList<QStringView> &parts)
{
    if (parts.isEmpty() || parts.size() > 3) {
        return {};
    }
    std::array<int, 3> numbers = {};
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const std::optional<int> one = number(parts[i], i == 0 ? 4 : 2);
        // A part that is written must say something: 1941-00 is no way to leave the month out.
        if (!one || *one == 0) {
            return {};
        }
        numbers.at(static_cast<size_t>(i)) = *one;
    }
    return PartialDate::of(numbers[0], numbers[1], numbers[2]);
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
    if (year < 1000 || year > 9999 || !whole || !QDate(year, month == 0 ? 1 : month, day == 0 ? 1 : day).isValid()) {
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
    return fromParts(text.split(u'-'));
}

std::optional<PartialDate> PartialDate::fromShown(QStringView text)
{
    QList<QStringView> parts = text.split(u'/');
    std::reverse(parts.begin(), parts.end());
    return fromParts(parts);
}

PartialDate::Precision PartialDate::precision() const
{
    return m_month == 0 ? Precision::Year : m_day == 0 ? Precision::Month : Precision::Day;
}

QDate PartialDate::first() const
{
    return {m_year, std::max(m_month, 1), std::max(m_day, 1)};
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
