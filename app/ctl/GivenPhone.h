// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/Command.h"

namespace motcua::ctl {

/** The telephone of --phone, or with "-" of the next line of standard input, as TicketPhone::of() gives it; null without one. Invalid: no message can be sent to it. */
[[nodiscard]] Result<QString> givenPhone(Context &context);

} // namespace motcua::ctl
