// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QDate>

namespace motcua {

/** A day of the Vietnamese lunar calendar (âm lịch). */
struct LunarDate
{
    int year = 0; ///< named after the solar year in which it begins
    int month = 0; ///< 1 to 12
    int day = 0; ///< 1 to 30
    bool leap = false; ///< in the second of two months with one number (tháng nhuận)

    friend bool operator==(const LunarDate &, const LunarDate &) = default;
};

// The lunar calendar of Vietnam from the sky at UTC+7: a month begins on the day of the new moon, month 11 holds the winter solstice, and
// of thirteen months between two of them the first without a principal term is a leap month. China reckons at UTC+8, so that its Tết
// differs in 1965, 1968, 1969, 1985, 2007, 2030 and 2053. What was printed in Vietnam before 1968 followed UTC+8.
//
// Right for the days from 1 January 1950 to 31 December 2099; whatever lies outside is answered with CalendarMissing, a date that does
// not exist with Invalid.

inline constexpr int FirstLunarYear = 1950; ///< the first solar year, and the first lunar year that is known from its first day
inline constexpr int LastLunarYear = 2099;

[[nodiscard]] Result<LunarDate> lunarDate(QDate day);
[[nodiscard]] Result<QDate> solarDate(const LunarDate &date);

/** 29 or 30. */
[[nodiscard]] Result<int> lunarMonthLength(int year, int month, bool leap = false);

/** The month that comes twice in a lunar year, 0 when none does. */
[[nodiscard]] Result<int> leapMonth(int year);

/**
 * The first day of a month that is no leap month, without the table that the other functions keep: for who needs a few.
 *
 * Of month 1 it is Tết, and nine days after that of month 3 is Giỗ Tổ Hùng Vương.
 */
[[nodiscard]] Result<QDate> firstOfLunarMonth(int year, int month);

} // namespace motcua
