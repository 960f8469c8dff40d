// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace motcua {

/** The days a date told in full or in part may mean: "1941-03-05" is one day, "1941-03" a month, "1941" a year. */
struct DateSpan
{
    QDate first = {};
    QDate last = {};

    /** The span of a date in normal form; none when it is no such date (29 February only in leap years, years 1000–9999). */
    [[nodiscard]] static std::optional<DateSpan> parse(QStringView normal);

    [[nodiscard]] bool isDay() const { return first == last; }

    /** The least and the greatest number of full years from this birth to `day`, which is no earlier than `last`. */
    [[nodiscard]] int yearsAtLeast(QDate day) const;
    [[nodiscard]] int yearsAtMost(QDate day) const;

    friend bool operator==(const DateSpan &, const DateSpan &) = default;
};

} // namespace motcua
