// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calendar/Deadline.h"

#include "models/base/VietnamTime.h"
#include "models/calendar/WorkingCalendar.h"

namespace motcua {

namespace {

/** The last day of a limit and the name of the rule that led there. */
struct LastDay
{
    QDate day = {};
    QString rule = {};
};

using Found = Result<LastDay>;

Found rolledTo(const WorkingCalendar &calendar, QDate day, const QString &rule)
{
    const Result<QDate> next = calendar.nextWorkingDay(day);
    return next ? Found(LastDay{*next, rule}) : Found(next.error());
}

Found sameDay(const Limit &limit, const QDateTime &received, const WorkingCalendar &calendar)
{
    const QDate day = received.date();
    if (!calendar.isWorkingDay(day)) {
        return rolledTo(calendar, day, QStringLiteral("sameDay.restDay"));
    }
    const Result<QDateTime> closing = calendar.endOfWork(day);
    if (!closing) {
        return closing.error();
    }
    // Luật Hộ tịch 2014 Đ.5.3 says "sau 15 giờ": 15:00:00 itself is still the same day. A desk that closes before the
    // cut-off has no time left on that day either.
    if (received.time() > limit.cutOff || received >= *closing) {
        return rolledTo(calendar, day, QStringLiteral("sameDay.afterCutOff"));
    }
    return LastDay{day, QStringLiteral("sameDay")};
}

Found workingDays(const Limit &limit, const QDateTime &received, const WorkingCalendar &calendar)
{
    QDate day = received.date();
    for (int counted = 0; counted < limit.count; ++counted) {
        const Result<QDate> next = calendar.nextWorkingDay(day);
        if (!next) {
            return next.error();
        }
        day = *next;
    }
    return LastDay{day, QStringLiteral("workingDays")};
}

Found calendarDays(const Limit &limit, const QDateTime &received, const WorkingCalendar &calendar)
{
    const QDate nominal = received.date().addDays(limit.count);
    if (!calendar.covers(nominal)) {
        return Error{ErrorCode::CalendarMissing, QStringLiteral("no working calendar for ") + nominal.toString(Qt::ISODate)};
    }
    if (calendar.isWorkingDay(nominal)) {
        return LastDay{nominal, QStringLiteral("calendarDays")};
    }
    return rolledTo(calendar, nominal, QStringLiteral("calendarDays.rolled")); // BLDS 2015 Đ.148.5
}

Found lastDay(const Limit &limit, const QDateTime &received, const WorkingCalendar &calendar)
{
    switch (limit.kind) {
    case Limit::Kind::SameDay:
        return sameDay(limit, received, calendar);
    case Limit::Kind::WorkingDays:
        return workingDays(limit, received, calendar);
    case Limit::Kind::CalendarDays:
        return calendarDays(limit, received, calendar);
    }
    return Error{ErrorCode::Internal, QStringLiteral("limit")};
}

} // namespace

Result<Promise> promised(const Limit &limit, const QDateTime &receivedAt, const WorkingCalendar &calendar)
{
    if (!receivedAt.isValid()) {
        return Error{ErrorCode::Invalid, QStringLiteral("no time of receipt")};
    }
    if (limit.kind != Limit::Kind::SameDay && limit.count < 1) {
        return Error{ErrorCode::Invalid, QStringLiteral("a limit counted in days needs at least one")};
    }
    if (limit.kind == Limit::Kind::SameDay && !limit.cutOff.isValid()) {
        return Error{ErrorCode::Invalid, QStringLiteral("a same-day limit needs its cut-off")};
    }
    const QDateTime received = receivedAt.toOffsetFromUtc(VietnamOffsetSeconds);
    if (!calendar.covers(received.date())) {
        return Error{ErrorCode::CalendarMissing, QStringLiteral("no working calendar for ") + received.date().toString(Qt::ISODate)};
    }
    const Found last = lastDay(limit, received, calendar);
    if (!last) {
        return last.error();
    }
    const Result<QDateTime> due = calendar.endOfWork(last->day);
    if (!due) {
        return due.error();
    }
    Promise promise;
    promise.dueAt = *due;
    promise.rule = last->rule;
    for (int year = received.date().year(); year <= last->day.year(); ++year) {
        promise.provisional = promise.provisional || calendar.isProvisional(QDate(year, 1, 1));
    }
    return promise;
}

} // namespace motcua
