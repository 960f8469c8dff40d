// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calendar/ServiceLimits.h"

#include "models/base/VietnamTime.h"
#include "models/calendar/WorkingCalendar.h"

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

} // namespace motcua
