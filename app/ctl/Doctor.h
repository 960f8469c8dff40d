// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/Command.h"

namespace motcua::ctl {

/** The command "doctor": every check in order, each with its finding; ends with Damaged when something must be mended, else Done. */
[[nodiscard]] int doctor(Context &context);

} // namespace motcua::ctl
