// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calendar/ServiceLimits.h"

#include "models/base/VietnamTime.h"
#include "models/calendar/Deadline.h"
#include "models/calendar/WorkingCalendar.h"

namespace motcua {

namespace {

Error notStated(const QString &what)
{
    return {ErrorCode::NotFound, QStringLiteral("the calendar states no ") + what};
}

} // namespace

Result<QDateTime> transferDue(const QDateTime &receivedAt, const WorkingCalendar &calendar)
{
    if (!receivedAt.isValid()) {
        return Error{ErrorCode::Invalid, QStringLiteral("no time of receipt")};
    }
    const QTime cutOff = calendar.services().transferCutOff;
    if (!cutOff.isValid()) {
        return notStated(QStringLiteral("cut-off for handing on"));
    }
    const QDateTime received = receivedAt.toOffsetFromUtc(VietnamOffsetSeconds);
    if (calendar.isWorkingDay(received.date()) && received.time() <= cutOff) {
        const Result<QDateTime> closing = calendar.endOfWork(received.date());
        if (!closing || received < *closing) {
            return closing;
        }
    }
    const Result<QDate> next = calendar.nextWorkingDay(received.date());
    return next ? calendar.startOfWork(*next) : Result<QDateTime>(next.error());
}

Result<QDateTime> returnDue(const QDateTime &receivedAt, const WorkingCalendar &calendar)
{
    const int days = calendar.services().returnDays;
    if (days < 1) {
        return notStated(QStringLiteral("limit for returning"));
    }
    const Result<Promise> promise = promised({Limit::Kind::WorkingDays, days, {}}, receivedAt, calendar);
    return promise ? Result<QDateTime>(promise->dueAt) : Result<QDateTime>(promise.error());
}

Result<QDate> latestApologyDay(const QDateTime &dueAt, const WorkingCalendar &calendar)
{
    const int days = calendar.services().apologyDaysBefore;
    if (!dueAt.isValid()) {
        return Error{ErrorCode::Invalid, QStringLiteral("no promise")};
    }
    if (days < 1) {
        return notStated(QStringLiteral("limit for an apology"));
    }
    const QDate last = dueAt.toOffsetFromUtc(VietnamOffsetSeconds).date().addDays(-days);
    return calendar.isWorkingDay(last) ? Result<QDate>(last) : calendar.previousWorkingDay(last);
}

} // namespace motcua
