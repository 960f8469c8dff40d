// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/CalendarYear.h"

#include <QList>
#include <QSet>

namespace motcua {

/** Every day of a calendar with its kind, and the worked ones numbered, so that no question about days has to walk over them. */
class DayTable
{
public:
    DayTable() = default;

    /** `worked` holds Qt's days of the week on which people work unless the year says otherwise. */
    DayTable(const QMap<int, CalendarYear> &years, const QSet<int> &worked);

    [[nodiscard]] DayKind kind(QDate day) const;
    [[nodiscard]] bool isWorked(QDate day) const;
    [[nodiscard]] bool isProvisional(QDate day) const;

    /** True when the calendar knows every day from `first` to `last`, in either order. */
    [[nodiscard]] bool covers(QDate first, QDate last) const;

    /** How many days are worked up to and on a day that is covered. */
    [[nodiscard]] int workedUpTo(QDate day) const { return m_workedUpTo.at(place(day)); }

    /** The `number`-th worked day, counted from 1; null when there are fewer. */
    [[nodiscard]] QDate worked(int number) const;

    /** `day` when it is worked, else the first worked day after it; null when a day on the way is not covered. */
    [[nodiscard]] QDate workedFrom(QDate day) const;

    friend bool operator==(const DayTable &, const DayTable &) = default;

private:
    struct Run
    {
        qint64 first = 0; ///< Julian days
        qint64 last = 0;

        friend bool operator==(const Run &, const Run &) = default;
    };

    void mark(QDate day, DayKind kind);
    [[nodiscard]] qsizetype place(QDate day) const { return static_cast<qsizetype>(day.toJulianDay() - m_first); }
    [[nodiscard]] bool holds(qsizetype place) const { return place >= 0 && place < m_kinds.size(); }

    qint64 m_first = 0; ///< Julian day of the first place
    QList<DayKind> m_kinds;
    QList<bool> m_provisional;
    QList<qint32> m_workedUpTo;
    QList<qint32> m_worked; ///< places of the worked days
    QList<Run> m_runs; ///< years that follow each other without a gap
};

} // namespace motcua
