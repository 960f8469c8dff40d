// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/Clock.h"
#include "models/calendar/ClockEvent.h"
#include "models/dossier/Dossier.h"

#include <QList>

namespace motcua {

/**
 * From when the time of the dossier is counted, milliseconds since 1970-01-01 UTC; 0 when it is not received.
 *
 * The moment on the receipt slip. Of a dossier that crossed a boundary, the moment at which the unit that decides has it (NĐ 118/2025
 * Đ.17.3 as amended by NĐ 309/2026); until then nobody knows it, and the receipt stands in for it.
 */
[[nodiscard]] qint64 countedFromMs(const Dossier &dossier);

/**
 * What moved the dossier's time since it was received, by the moment it counts from.
 *
 * Questions to several bodies at once are one absence: the first that goes out asks, the last that comes back answers. What ended the
 * processing first is its end (a result before the withdrawal of a paper), and nothing of what follows it is told.
 */
[[nodiscard]] QList<ClockEvent> clockEvents(const Dossier &dossier);

/**
 * The three dates of the dossier as things stand, by the terms it was received under and the hours of the desk that received it.
 *
 * NotFound when it was received by a program that kept no terms, or is not received at all; else errors as
 * dueDates(const Limit &, …).
 */
[[nodiscard]] Result<DueDates> dueDates(const Dossier &dossier, const WorkingCalendar &calendar);

} // namespace motcua
