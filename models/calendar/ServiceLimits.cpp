// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calendar/ServiceLimits.h"

#include "models/base/VietnamTime.h"
#include "models/calendar/WorkingCalendar.h"

#include <optional>

namespace motcua {

Result<QDateTime> transferDue(const QDateTime &receivedAt, const WorkingCalendar &calendar)
{
    if (!receivedAt.isValid()) {
        return Error{ErrorCode::Invalid, QStringLiteral("no time of receipt")};
    }
    const QTime cutOff = calendar.services().transferCutOff;
    if (!cutOff.isValid()) {
        return Error{ErrorCode::NotFound, QStringLiteral("the calendar states no cut-off for handing on")};
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

Result<QDateTime> scanDue(const QDateTime &receivedAt, const WorkingCalendar &calendar)
{
    if (!receivedAt.isValid()) {
        return Error{ErrorCode::Invalid, QStringLiteral("no time of receipt")};
    }
    const ScanLater &rule = calendar.services().scanLater;
    const QDateTime received = receivedAt.toOffsetFromUtc(VietnamOffsetSeconds);
    std::optional<QDateTime> earliest;
    if (rule.byTransfer) {
        const Result<QDateTime> transfer = transferDue(received, calendar);
        if (!transfer) {
            return transfer.error();
        }
        earliest = *transfer;
    }
    if (rule.byClosing && calendar.isWorkingDay(received.date())) {
        const Result<QDateTime> closing = calendar.endOfWork(received.date());
        if (!closing) {
            return closing.error();
        }
        if (received < *closing && (!earliest || *closing < *earliest)) {
            earliest = *closing;
        }
    }
    return earliest ? Result<QDateTime>(*earliest) : Error{ErrorCode::NotFound, QStringLiteral("the calendar does not say by when papers are to be scanned")};
}

} // namespace motcua
