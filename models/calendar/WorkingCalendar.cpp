// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calendar/WorkingCalendar.h"

#include "models/base/VietnamTime.h"

#include <algorithm>

namespace motcua {

namespace {

Error notCovered(QDate day)
{
    return {ErrorCode::CalendarMissing, QStringLiteral("no working calendar for ") + day.toString(Qt::ISODate)};
}

Error noDate()
{
    return {ErrorCode::Invalid, QStringLiteral("no date")};
}

CalendarLaw lawOf(const QList<CalendarYear> &years, const QSet<int> &week, const QList<OfficeSession> &sessions)
{
    CalendarLaw law;
    law.years = years;
    law.week = week;
    law.hours.sessions = sessions;
    return law;
}

} // namespace

WorkingCalendar::WorkingCalendar(const CalendarLaw &law)
    : m_law(law)
{
    int last = 0;
    for (const CalendarYear &year : law.years) {
        m_years.insert(year.year, year);
        last = std::max(last, year.year);
    }
    if (last > 0) {
        const QList<CalendarYear> later = foretold(law.forecast, law.week, last + 1, law.forecast.until);
        for (const CalendarYear &year : later) {
            m_years.insert(year.year, year);
        }
    }
    m_days = DayTable(m_years, law.week);
    keep(law.hours);
}

WorkingCalendar::WorkingCalendar(const QList<CalendarYear> &years, const QSet<int> &week, const QList<OfficeSession> &sessions)
    : WorkingCalendar(lawOf(years, week, sessions))
{
}

WorkingCalendar WorkingCalendar::forDesk(const QString &desk) const
{
    const QString unit = desk.section(u'/', 0, 0);
    const OfficeSchedule *kept = &m_law.hours;
    for (const OfficeSchedule &schedule : m_law.schedules) {
        if (schedule.desks.contains(desk)) {
            return withSchedule(schedule);
        }
        if (schedule.desks.contains(unit)) {
            kept = &schedule;
        }
    }
    return withSchedule(*kept);
}

WorkingCalendar WorkingCalendar::withOfficeHours(const QList<OfficeSession> &sessions) const
{
    OfficeSchedule schedule;
    schedule.sessions = sessions;
    return withSchedule(schedule);
}

WorkingCalendar WorkingCalendar::withSchedule(const OfficeSchedule &schedule) const
{
    WorkingCalendar other = *this;
    other.keep(schedule);
    return other;
}

WorkingCalendar WorkingCalendar::withCounting(const CountingRules &counting) const
{
    WorkingCalendar other = *this;
    other.m_counting = counting;
    return other;
}

void WorkingCalendar::keep(const OfficeSchedule &schedule)
{
    const bool counted = m_schedule.extraDaysCount;
    m_schedule = schedule;
    m_counting = schedule.counting.value_or(m_law.counting);
    for (int weekday = 1; weekday <= 7; ++weekday) {
        const bool extra = !m_law.week.contains(weekday);
        m_week[static_cast<std::size_t>(weekday - 1)] = schedule.weekdays.value(
            weekday, extra ? QList<OfficeSession>() : schedule.sessions);
    }
    if (counted || schedule.extraDaysCount) {
        QSet<int> worked = m_law.week;
        if (schedule.extraDaysCount) {
            const QList<int> weekdays = schedule.weekdays.keys();
            worked.unite(QSet<int>(weekdays.begin(), weekdays.end()));
        }
        m_days = DayTable(m_years, worked);
    }
}

const QList<OfficeSession> &WorkingCalendar::hours(QDate day) const
{
    static const QList<OfficeSession> none;
    switch (m_days.kind(day)) {
    case DayKind::Worked:
    case DayKind::WeeklyRest:
        return m_week[static_cast<std::size_t>(day.dayOfWeek() - 1)];
    case DayKind::MadeUp:
        return m_schedule.sessions;
    case DayKind::NotCovered:
    case DayKind::Statutory:
    case DayKind::Compensation:
    case DayKind::SwappedOff:
        break;
    }
    return none;
}

QList<OfficeSession> WorkingCalendar::sessions(QDate day) const
{
    return hours(day);
}

bool WorkingCalendar::isOpen(QDate day) const
{
    return !hours(day).isEmpty();
}

bool WorkingCalendar::isProvisional(QDate first, QDate last) const
{
    bool any = m_days.isProvisional(first) || m_days.isProvisional(last);
    for (int year = first.year() + 1; year < last.year() && !any; ++year) {
        any = m_days.isProvisional(QDate(year, 1, 1));
    }
    return any;
}

QString WorkingCalendar::dayName(QDate day) const
{
    const auto year = m_years.constFind(day.year());
    if (year == m_years.constEnd()) {
        return {};
    }
    return year->makeUpDays.value(day, year->daysOff.value(day).name);
}

Result<QDate> WorkingCalendar::afterWorkingDays(QDate day, int count) const
{
    if (!day.isValid() || count < 0) {
        return noDate();
    }
    if (!covers(day)) {
        return notCovered(day);
    }
    const QDate found = count == 0 ? day : m_days.worked(m_days.workedUpTo(day) + count);
    if (!found.isValid() || !m_days.covers(day, found)) {
        return notCovered(day.addDays(count));
    }
    return found;
}

Result<QDate> WorkingCalendar::previousWorkingDay(QDate day) const
{
    if (!day.isValid()) {
        return noDate();
    }
    if (!covers(day)) {
        return notCovered(day);
    }
    const QDate found = m_days.worked(m_days.workedUpTo(day) - (isWorkingDay(day) ? 1 : 0));
    if (!found.isValid() || !m_days.covers(found, day)) {
        return notCovered(day.addDays(-1));
    }
    return found;
}

Result<QDate> WorkingCalendar::nextOpenDay(QDate day) const
{
    if (!day.isValid()) {
        return noDate();
    }
    QDate next = day.addDays(1);
    while (covers(next)) {
        if (isOpen(next)) {
            return next;
        }
        next = next.addDays(1);
    }
    return notCovered(next);
}

Result<int> WorkingCalendar::workingDays(QDate from, QDate to) const
{
    if (!from.isValid() || !to.isValid()) {
        return noDate();
    }
    if (!m_days.covers(from, to)) {
        return notCovered(covers(from) ? to : from);
    }
    return m_days.workedUpTo(to) - m_days.workedUpTo(from);
}

Result<QDateTime> WorkingCalendar::startOfWork(QDate day) const
{
    if (!covers(day)) {
        return notCovered(day);
    }
    if (!isOpen(day)) {
        return Error{ErrorCode::Invalid, day.toString(Qt::ISODate) + QStringLiteral(" is not worked")};
    }
    return vietnamTime(day, hours(day).constFirst().from);
}

Result<QDateTime> WorkingCalendar::endOfWork(QDate day) const
{
    if (!covers(day)) {
        return notCovered(day);
    }
    if (!isOpen(day)) {
        return Error{ErrorCode::Invalid, day.toString(Qt::ISODate) + QStringLiteral(" is not worked")};
    }
    return vietnamTime(day, hours(day).constLast().to);
}

Result<QDateTime> WorkingCalendar::afterWorkingTime(const QDateTime &from, qint64 ms) const
{
    if (!from.isValid() || ms < 0) {
        return Error{ErrorCode::Invalid, QStringLiteral("no time")};
    }
    const QDateTime begin = from.toOffsetFromUtc(VietnamOffsetSeconds);
    QDate day = begin.date();
    int at = begin.time().msecsSinceStartOfDay();
    for (; covers(day); day = day.addDays(1), at = 0) {
        for (const OfficeSession &session : hours(day)) {
            const int opens = std::max(at, session.from.msecsSinceStartOfDay());
            const int open = session.to.msecsSinceStartOfDay() - opens;
            if (open > 0 && ms <= open) {
                return vietnamTime(day, QTime::fromMSecsSinceStartOfDay(opens + static_cast<int>(ms)));
            }
            ms -= std::max(open, 0);
        }
    }
    return notCovered(day);
}

Result<qint64> WorkingCalendar::workingTime(const QDateTime &from, const QDateTime &to) const
{
    if (!from.isValid() || !to.isValid()) {
        return Error{ErrorCode::Invalid, QStringLiteral("no time")};
    }
    if (to <= from) {
        return 0;
    }
    const QDateTime begin = from.toOffsetFromUtc(VietnamOffsetSeconds);
    const QDateTime end = to.toOffsetFromUtc(VietnamOffsetSeconds);
    if (!m_days.covers(begin.date(), end.date())) {
        return notCovered(covers(begin.date()) ? end.date() : begin.date());
    }
    constexpr int WholeDay = 86'400'000;
    qint64 ms = 0;
    int at = begin.time().msecsSinceStartOfDay();
    for (QDate day = begin.date(); day <= end.date(); day = day.addDays(1), at = 0) {
        const int until = day == end.date() ? end.time().msecsSinceStartOfDay() : WholeDay;
        for (const OfficeSession &session : hours(day)) {
            ms += std::max(0, std::min(until, session.to.msecsSinceStartOfDay()) - std::max(at, session.from.msecsSinceStartOfDay()));
        }
    }
    return ms;
}

} // namespace motcua
