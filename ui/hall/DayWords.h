// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/OpenDay.h"
#include "ui/hall/OpenDayPage.h"

namespace motcua {

/** What the first page of the day says, the pressing things first. `leftOver`: tickets of earlier days that were ended just now. */
[[nodiscard]] QList<DayLine> dayLines(const DayFacts &facts, int leftOver);

/** "Open the day · Monday 23/11/2026" */
[[nodiscard]] QString dayHeading(const DayFacts &facts);

} // namespace motcua
