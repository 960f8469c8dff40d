// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardError.h"

namespace motcua {

/** What was being done when PC/SC gave an error: the same code means different things. */
enum class PcscMoment { Asking, Connecting, Transmitting };

/** A code of the PC/SC API (pcsclite.h) as the fault it means; `call` and the code's own words go into the detail. */
[[nodiscard]] CardError pcscError(long code, PcscMoment moment, const char *call);

} // namespace motcua
