// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hall/Bookings.h"

#include "models/base/VietnamTime.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr qint64 MinuteMs = 60'000;

bool isAhead(const AppointmentRule &rule, QDate day, qint64 nowMs)
{
    const qint64 ahead = vietnamTime(nowMs).date().daysTo(day);
    return rule.minutes > 0 && ahead >= 0 && ahead <= rule.daysAhead;
}

} // namespace

QList<BookingTime> Bookings::times(const AppointmentRule &rule, const WorkingCalendar &calendar, QDate day, const QMap<qint64, int> &taken, qint64 nowMs)
{
    QList<BookingTime> all;
    if (!isAhead(rule, day, nowMs) || !calendar.covers(day)) {
        return all;
    }
    for (const OfficeSession &session : calendar.sessions(day)) {
        const qint64 end = vietnamTime(day, session.to).toMSecsSinceEpoch();
        for (qint64 at = vietnamTime(day, session.from).toMSecsSinceEpoch(); at + rule.minutes * MinuteMs <= end; at += rule.minutes * MinuteMs) {
            if (at >= nowMs) {
                all.append({at, std::max(0, rule.each - taken.value(at))});
            }
        }
    }
    return all;
}

QDate Bookings::openDay(const AppointmentRule &rule, const WorkingCalendar &calendar, QDate from, qint64 nowMs)
{
    for (QDate day = from; isAhead(rule, day, nowMs); day = day.addDays(1)) {
        if (!times(rule, calendar, day, {}, nowMs).isEmpty()) {
            return day;
        }
    }
    return {};
}

Bookings::Found Bookings::find(const QList<storage::AppointmentLine> &alike, qint64 nowMs)
{
    const QDate today = vietnamTime(nowMs).date();
    const auto isToday = [today](const storage::AppointmentLine &line) { return vietnamTime(line.appointment.atMs).date() == today; };
    const auto is = [&](AppointmentState state, bool ofToday) {
        return std::find_if(alike.cbegin(), alike.cend(), [&](const storage::AppointmentLine &line) { return line.appointment.state == state && isToday(line) == ofToday; });
    };
    // Of two with the same code the one that is expected now is meant.
    const std::pair<Verdict, decltype(alike.cbegin())> all[] = {{Verdict::Good, is(AppointmentState::Booked, true)}, {Verdict::Kept, is(AppointmentState::Kept, true)},
        {Verdict::AnotherDay, is(AppointmentState::Booked, false)}, {Verdict::Cancelled, is(AppointmentState::Cancelled, true)}, {Verdict::Cancelled, is(AppointmentState::Cancelled, false)}};
    const auto first = std::find_if(std::begin(all), std::end(all), [&](const auto &one) { return one.second != alike.cend(); });
    return first == std::end(all) ? Found() : Found{first->first, *first->second};
}

} // namespace motcua
