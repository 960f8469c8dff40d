// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QDateTime>
#include <QTime>

namespace motcua {

class WorkingCalendar;

/**
 * What the one-stop process itself must keep to, whatever the procedure; a limit that the data does not state is not there. What a step
 * must keep to, such as the three days in which a supplement may be asked for, is a guard of that step.
 */
struct ServiceLimits
{
    QTime transferCutOff = {}; ///< papers received strictly later are handed on at the start of the next working day
    int mostExtensions = 1; ///< of one dossier: how often its promise may be moved by form 04
    int mostRequests = 1; ///< of one dossier: with more requests for supplements it is overdue in index 2.1

    friend bool operator==(const ServiceLimits &, const ServiceLimits &) = default;
};

/**
 * By when papers received at the counter must be on their way to who decides (NĐ 118/2025 Đ.18.2 as amended by NĐ 309/2026).
 *
 * The end of office hours of the same working day; received after the cut-off, after closing or on a day that is no working day, the
 * opening of the next working day. NotFound when the data states no cut-off; CalendarMissing; Invalid without a time.
 */
[[nodiscard]] Result<QDateTime> transferDue(const QDateTime &receivedAt, const WorkingCalendar &calendar);

} // namespace motcua
