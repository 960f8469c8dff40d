// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/DateSpan.h"

namespace motcua {

namespace {

/** The number in `digits`, or -1. */
int number(QStringView digits)
{
    int value = 0;
    for (const QChar c : digits) {
        if (c < u'0' || c > u'9') {
            return -1;
        }
        value = value * 10 + (c.unicode() - u'0');
    }
    return value;
}

/** Full years between two days. Somebody born on 29 February grows older on 1 March of other years, the day after the 28th. */
int yearsBetween(QDate from, QDate to)
{
    const int years = to.year() - from.year();
    const bool before = to.month() < from.month() || (to.month() == from.month() && to.day() < from.day());
    return before ? years - 1 : years;
}

} // namespace

std::optional<DateSpan> DateSpan::parse(QStringView normal)
{
    const qsizetype size = normal.size();
    if (size != 4 && size != 7 && size != 10) {
        return {};
    }
    const int year = number(normal.first(4));
    if (year < 1000) {
        return {};
    }
    if (size == 4) {
        return DateSpan{QDate(year, 1, 1), QDate(year, 12, 31)};
    }
    const int month = number(normal.sliced(5, 2));
    if (normal[4] != u'-' || month < 1 || month > 12) {
        return {};
    }
    const QDate first(year, month, 1);
    if (size == 7) {
        return DateSpan{first, QDate(year, month, first.daysInMonth())};
    }
    const int day = number(normal.sliced(8, 2));
    if (normal[7] != u'-' || day < 1 || day > first.daysInMonth()) {
        return {};
    }
    const QDate date(year, month, day);
    return DateSpan{date, date};
}

int DateSpan::yearsAtLeast(QDate day) const
{
    return yearsBetween(last, day);
}

int DateSpan::yearsAtMost(QDate day) const
{
    return yearsBetween(first, day);
}

} // namespace motcua
