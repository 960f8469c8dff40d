// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/calendar/CalendarLaw.h"
#include "models/calendar/DayTable.h"

#include <QDateTime>

#include <array>

namespace motcua {

/**
 * Which days are worked, and from when until when.
 *
 * A published year is what was published. A later year is foretold from the rules in the data until it is; it is provisional, and so is
 * a promise that touches it. Years in between that nobody gave, and all others, are not covered: questions about them are answered with
 * CalendarMissing. Days are worked by everybody alike; hours belong to the desk this calendar was made for. A copy is cheap.
 */
class WorkingCalendar
{
public:
    /** A calendar that covers nothing. */
    WorkingCalendar() = default;

    explicit WorkingCalendar(const CalendarLaw &law);

    /** `week` holds Qt's days of the week (1 = Monday) that are worked; `sessions` are in order of the day, at least one. */
    WorkingCalendar(const QList<CalendarYear> &years, const QSet<int> &week, const QList<OfficeSession> &sessions);

    /** The same days with the hours, the extra days and the counting of "organisation code/desk number". */
    [[nodiscard]] WorkingCalendar forDesk(const QString &desk) const;

    /** The same days with these hours on every one of them and no extra days. */
    [[nodiscard]] WorkingCalendar withOfficeHours(const QList<OfficeSession> &sessions) const;

    [[nodiscard]] WorkingCalendar withSchedule(const OfficeSchedule &schedule) const;
    [[nodiscard]] WorkingCalendar withCounting(const CountingRules &counting) const;

    /** The days alone, without anybody's hours. */
    [[nodiscard]] const DayTable &days() const { return m_days; }

    [[nodiscard]] bool covers(QDate day) const { return m_days.covers(day, day); }

    /** True in a year that is covered but not published yet. */
    [[nodiscard]] bool isProvisional(QDate day) const { return m_days.isProvisional(day); }

    /** True when a day from `first` to `last` is provisional. */
    [[nodiscard]] bool isProvisional(QDate first, QDate last) const;

    /** True on a worked day; false on every other and on every day that is not covered. */
    [[nodiscard]] bool isWorkingDay(QDate day) const { return m_days.isWorked(day); }

    /** True when this desk is open at all: on working days and on its extra days. */
    [[nodiscard]] bool isOpen(QDate day) const;

    [[nodiscard]] DayKind dayKind(QDate day) const { return m_days.kind(day); }

    /** The name of a day off or make-up day, e.g. "Ngày Văn hóa Việt Nam"; empty for an ordinary day. */
    [[nodiscard]] QString dayName(QDate day) const;

    /** The first working day later than `day`, or CalendarMissing when a day on the way is not covered; Invalid without a day. */
    [[nodiscard]] Result<QDate> nextWorkingDay(QDate day) const { return afterWorkingDays(day, 1); }

    /** The last working day before `day`; errors as nextWorkingDay(). */
    [[nodiscard]] Result<QDate> previousWorkingDay(QDate day) const;

    /** The first day later than `day` on which this desk is open; errors as nextWorkingDay(). */
    [[nodiscard]] Result<QDate> nextOpenDay(QDate day) const;

    /** The `count`-th working day later than `day`, `day` itself for 0; errors as nextWorkingDay(), Invalid below 0. */
    [[nodiscard]] Result<QDate> afterWorkingDays(QDate day, int count) const;

    /** How many days later than `from`, up to and with `to`, are worked; below zero when `to` is earlier. */
    [[nodiscard]] Result<int> workingDays(QDate from, QDate to) const;

    /** When the first session of a day begins, Vietnam time; CalendarMissing if not covered, Invalid if the desk is not open. */
    [[nodiscard]] Result<QDateTime> startOfWork(QDate day) const;

    /** When the last session of a day ends, Vietnam time; CalendarMissing if not covered, Invalid if the desk is not open. */
    [[nodiscard]] Result<QDateTime> endOfWork(QDate day) const;

    /**
     * The moment at which `ms` milliseconds of office hours have passed since `from`, Vietnam time.
     *
     * Outside office hours nothing passes. Time that runs out as a session ends is over then, not when the next one begins; without any
     * time to run, `from` outside office hours gives the next opening.
     */
    [[nodiscard]] Result<QDateTime> afterWorkingTime(const QDateTime &from, qint64 ms) const;

    /** The milliseconds of office hours from `from` to `to`; 0 when `to` is not later. */
    [[nodiscard]] Result<qint64> workingTime(const QDateTime &from, const QDateTime &to) const;

    /** This desk's hours on a normal working day, in order. Made-up days keep them too, whatever day of the week they are. */
    [[nodiscard]] const QList<OfficeSession> &sessions() const { return m_schedule.sessions; }
    /** This desk's hours on that day, in order; none when it is not open. */
    [[nodiscard]] QList<OfficeSession> sessions(QDate day) const;

    [[nodiscard]] const OfficeSchedule &schedule() const { return m_schedule; }
    [[nodiscard]] const CountingRules &counting() const { return m_counting; }
    [[nodiscard]] const ServiceLimits &services() const { return m_law.services; }
    /** The clock of a procedure that says nothing of its own. */
    [[nodiscard]] const ClockRule &clock() const { return m_law.clock; }
    [[nodiscard]] const CalendarLaw &law() const { return m_law; }

    /** The years that are covered, the foretold ones too. */
    [[nodiscard]] QList<CalendarYear> years() const { return m_years.values(); }

private:
    void keep(const OfficeSchedule &schedule);
    [[nodiscard]] const QList<OfficeSession> &hours(QDate day) const;

    CalendarLaw m_law;
    QMap<int, CalendarYear> m_years;
    OfficeSchedule m_schedule;
    CountingRules m_counting;
    std::array<QList<OfficeSession>, 7> m_week; ///< what the schedule says of Monday, …, Sunday
    DayTable m_days;
};

} // namespace motcua
