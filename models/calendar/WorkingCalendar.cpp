// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calendar/WorkingCalendar.h"

#include "models/base/VietnamTime.h"

namespace motcua {

namespace {

Error notCovered(QDate day)
{
    return {ErrorCode::CalendarMissing, QStringLiteral("no working calendar for ") + day.toString(Qt::ISODate)};
}

} // namespace

WorkingCalendar::WorkingCalendar(const QList<CalendarYear> &years, const QSet<int> &week, const QList<OfficeSession> &sessions)
    : m_week(week)
    , m_sessions(sessions)
{
    for (const CalendarYear &year : years) {
        m_years.insert(year.year, year);
    }
}

WorkingCalendar WorkingCalendar::withOfficeHours(const QList<OfficeSession> &sessions) const
{
    WorkingCalendar other = *this;
    other.m_sessions = sessions;
    return other;
}

bool WorkingCalendar::isWorkingDay(QDate day) const
{
    const auto year = m_years.constFind(day.year());
    if (!day.isValid() || year == m_years.constEnd()) {
        return false;
    }
    if (year->makeUpDays.contains(day)) {
        return true;
    }
    return m_week.contains(day.dayOfWeek()) && !year->daysOff.contains(day);
}

QString WorkingCalendar::dayName(QDate day) const
{
    const auto year = m_years.constFind(day.year());
    if (year == m_years.constEnd()) {
        return {};
    }
    return year->makeUpDays.value(day, year->daysOff.value(day));
}

Result<QDate> WorkingCalendar::nextWorkingDay(QDate day) const
{
    if (!day.isValid()) {
        return Error{ErrorCode::Invalid, QStringLiteral("no date")};
    }
    QDate next = day.addDays(1);
    while (covers(next)) {
        if (isWorkingDay(next)) {
            return next;
        }
        next = next.addDays(1);
    }
    return notCovered(next);
}

Result<QDateTime> WorkingCalendar::endOfWork(QDate day) const
{
    if (!covers(day)) {
        return notCovered(day);
    }
    if (!isWorkingDay(day) || m_sessions.isEmpty()) {
        return Error{ErrorCode::Invalid, day.toString(Qt::ISODate) + QStringLiteral(" is not worked")};
    }
    return vietnamTime(day, m_sessions.constLast().to);
}

} // namespace motcua
