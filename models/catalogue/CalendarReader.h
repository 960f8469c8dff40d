// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/WorkingCalendar.h"
#include "models/catalogue/JsonNode.h"

namespace motcua {

/** The working calendar in a motcua.calendar/1 file; what is wrong with it is in the file's errors. */
[[nodiscard]] WorkingCalendar readCalendar(JsonFile &file);

} // namespace motcua
