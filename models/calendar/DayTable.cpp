// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calendar/DayTable.h"

#include <algorithm>
#include <array>

namespace motcua {

namespace {

bool isWorkedKind(DayKind kind)
{
    return kind == DayKind::Worked || kind == DayKind::MadeUp;
}

} // namespace

DayTable::DayTable(const QMap<int, CalendarYear> &years, const QSet<int> &worked)
{
    if (years.isEmpty()) {
        return;
    }
    m_first = QDate(years.firstKey(), 1, 1).toJulianDay();
    const auto days = static_cast<qsizetype>(QDate(years.lastKey(), 12, 31).toJulianDay() - m_first + 1);
    m_kinds.fill(DayKind::NotCovered, days);
    m_provisional.fill(false, days);
    m_workedUpTo.fill(0, days);
    std::array<DayKind, 7> week = {};
    for (int weekday = 1; weekday <= 7; ++weekday) {
        week[static_cast<std::size_t>(weekday - 1)] = worked.contains(weekday) ? DayKind::Worked : DayKind::WeeklyRest;
    }
    for (const CalendarYear &year : years) {
        const qint64 first = QDate(year.year, 1, 1).toJulianDay();
        const qint64 last = QDate(year.year, 12, 31).toJulianDay();
        for (qint64 day = first; day <= last; ++day) {
            m_kinds[static_cast<qsizetype>(day - m_first)] = week[static_cast<std::size_t>(day % 7)]; // Julian day 0 was a Monday
            m_provisional[static_cast<qsizetype>(day - m_first)] = year.provisional;
        }
        for (auto off = year.daysOff.constBegin(); off != year.daysOff.constEnd(); ++off) {
            mark(off.key(), off->kind);
        }
        for (auto made = year.makeUpDays.constBegin(); made != year.makeUpDays.constEnd(); ++made) {
            mark(made.key(), DayKind::MadeUp);
        }
        if (m_runs.isEmpty() || m_runs.constLast().last + 1 != first) {
            m_runs.append({first, last});
        }
        m_runs.last().last = last;
    }
    qint32 count = 0;
    for (qsizetype place = 0; place < days; ++place) {
        if (isWorkedKind(m_kinds.at(place))) {
            ++count;
            m_worked.append(static_cast<qint32>(place));
        }
        m_workedUpTo[place] = count;
    }
}

void DayTable::mark(QDate day, DayKind kind)
{
    if (day.isValid() && holds(place(day))) {
        m_kinds[place(day)] = kind;
    }
}

DayKind DayTable::kind(QDate day) const
{
    const qsizetype at = place(day);
    return day.isValid() && holds(at) ? m_kinds.at(at) : DayKind::NotCovered;
}

bool DayTable::isWorked(QDate day) const
{
    return isWorkedKind(kind(day));
}

bool DayTable::isProvisional(QDate day) const
{
    const qsizetype at = place(day);
    return day.isValid() && holds(at) && m_provisional.at(at);
}

bool DayTable::covers(QDate first, QDate last) const
{
    const qint64 from = std::min(first, last).toJulianDay();
    const qint64 to = std::max(first, last).toJulianDay();
    return first.isValid() && last.isValid()
        && std::any_of(m_runs.begin(), m_runs.end(), [from, to](const Run &run) { return run.first <= from && to <= run.last; });
}

QDate DayTable::worked(int number) const
{
    return number >= 1 && number <= m_worked.size() ? QDate::fromJulianDay(m_first + m_worked.at(number - 1)) : QDate();
}

QDate DayTable::workedFrom(QDate day) const
{
    if (!covers(day, day)) {
        return {};
    }
    const QDate found = isWorked(day) ? day : worked(workedUpTo(day) + 1);
    return covers(day, found) ? found : QDate();
}

} // namespace motcua
