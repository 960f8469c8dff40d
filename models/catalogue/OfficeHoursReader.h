// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/CalendarLaw.h"
#include "models/catalogue/JsonMembers.h"

namespace motcua {

/** Reads "officeHours" of a calendar file, the hours of every desk and the named schedules, into `law`, whose week is known. */
void readOfficeHours(JsonMembers &calendar, CalendarLaw &law);

/** The "counting" object of a calendar file or of a schedule. */
[[nodiscard]] CountingRules readCounting(const JsonNode &node);

} // namespace motcua
