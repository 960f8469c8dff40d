// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/ClockRule.h"
#include "models/catalogue/JsonNode.h"

namespace motcua {

/** The clock rule in the object `node` of a procedure or calendar file. */
[[nodiscard]] ClockRule readClock(const JsonNode &node);

} // namespace motcua
