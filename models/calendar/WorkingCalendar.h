// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QSet>
#include <QString>

namespace motcua {

/** One year of the state's working calendar, as published or, until it is, as proposed. */
struct CalendarYear
{
    int year = 0;
    bool provisional = false; ///< not published yet: promises that touch it are marked
    QString mark = {}; ///< how certain the year is and where it was read
    QMap<QDate, QString> daysOff = {}; ///< day → its name: holidays, days in lieu, days swapped off
    QMap<QDate, QString> makeUpDays = {}; ///< rest days that are worked, day → what for

    friend bool operator==(const CalendarYear &, const CalendarYear &) = default;
};

/** One stretch of office hours, from (inclusive) to (exclusive), on the wall clock of Vietnam. */
struct OfficeSession
{
    QTime from = {};
    QTime to = {};

    friend bool operator==(const OfficeSession &, const OfficeSession &) = default;
};

/**
 * Which days are worked, and until when: published years, never a formula.
 *
 * Days in lieu and swapped Saturdays are decided each year (BLLĐ 2019 Đ.111–112), so a year that is not in the data
 * is not covered and every question about it is answered with CalendarMissing.
 */
class WorkingCalendar
{
public:
    /** A calendar that covers nothing. */
    WorkingCalendar() = default;

    /** `week` holds Qt's days of the week (1 = Monday) that are worked; `sessions` are in order of the day, at least one. */
    WorkingCalendar(const QList<CalendarYear> &years, const QSet<int> &week, const QList<OfficeSession> &sessions);

    /** The same days with another desk's office hours. */
    [[nodiscard]] WorkingCalendar withOfficeHours(const QList<OfficeSession> &sessions) const;

    [[nodiscard]] bool covers(QDate day) const { return m_years.contains(day.year()); }

    /** True in a year that is covered but not published yet. */
    [[nodiscard]] bool isProvisional(QDate day) const { return m_years.value(day.year()).provisional; }

    /** True on a worked day; false on every other and on every day that is not covered. */
    [[nodiscard]] bool isWorkingDay(QDate day) const;

    /** The name of a day off or make-up day, e.g. "Ngày Văn hóa Việt Nam"; empty for an ordinary day. */
    [[nodiscard]] QString dayName(QDate day) const;

    /** The first working day later than `day`, or CalendarMissing when a day on the way is not covered. */
    [[nodiscard]] Result<QDate> nextWorkingDay(QDate day) const;

    /** When the last session of a working day ends, Vietnam time; CalendarMissing if not covered, Invalid if not worked. */
    [[nodiscard]] Result<QDateTime> endOfWork(QDate day) const;

    [[nodiscard]] const QList<OfficeSession> &sessions() const { return m_sessions; }
    [[nodiscard]] QList<CalendarYear> years() const { return m_years.values(); }

private:
    QMap<int, CalendarYear> m_years;
    QSet<int> m_week;
    QList<OfficeSession> m_sessions;
};

} // namespace motcua
