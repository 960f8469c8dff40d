// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <compare>
#include <optional>

namespace motcua {

/** Whole years somebody has completed: between `least` and `most`, the same when the birth date is whole. */
struct AgeRange
{
    int least = 0;
    int most = 0;

    friend bool operator==(const AgeRange &, const AgeRange &) = default;
};

/**
 * A date known as a year, a month of a year, or a day: always one that exists, from year 1000 to 9999.
 *
 * Older people and the parents on old papers often know no more than the year. "Not known at all" is no date: the form says that.
 */
class PartialDate
{
public:
    enum class Precision { Year, Month, Day };

    /** How two dates lie, each taken as all the days it may mean. */
    enum class Relation { Before, Overlaps, After };

    /** Nothing when there is no such year, month or day: 29 February needs a leap year. */
    [[nodiscard]] static std::optional<PartialDate> of(int year, int month = 0, int day = 0);
    [[nodiscard]] static std::optional<PartialDate> of(QDate day);

    /** "1941", "1941-03" or "1941-03-05", exactly so. */
    [[nodiscard]] static std::optional<PartialDate> fromIso(QStringView text);
    /** "1941", "03/1941" or "05/03/1941", exactly so. What a person types more freely is read by the form. */
    [[nodiscard]] static std::optional<PartialDate> fromShown(QStringView text);

    [[nodiscard]] Precision precision() const;
    [[nodiscard]] int year() const { return m_year; }
    [[nodiscard]] int month() const { return m_month; } ///< 0 when not known
    [[nodiscard]] int day() const { return m_day; } ///< 0 when not known
    [[nodiscard]] QDate first() const; ///< the earliest day it may mean
    [[nodiscard]] QDate last() const; ///< the latest

    [[nodiscard]] QString iso() const;
    [[nodiscard]] QString shown() const; ///< dd/MM/yyyy, MM/yyyy or yyyy

    /** Before when every day this may mean is before every day `other` may mean. */
    [[nodiscard]] Relation to(const PartialDate &other) const;

    /**
     * The completed years on `on` of somebody born on this date; nothing when even the first day it may mean is after `on`.
     *
     * A year is completed on the birthday; of 29 February, in a common year, on 1 March: a period that has no such last day ends with
     * the last day of the month (DERIVED from Bộ luật Dân sự 2015 Đ.148.4, which speaks of months).
     */
    [[nodiscard]] std::optional<AgeRange> ageOn(QDate on) const;

    friend bool operator==(const PartialDate &, const PartialDate &) = default;

private:
    PartialDate(int year, int month, int day);

    int m_year = 0;
    int m_month = 0;
    int m_day = 0;
};

} // namespace motcua
