// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/speech/Sound.h"

namespace motcua {

/** The two soft tones before an announcement, the second one lower, and a moment of silence: heads are up when the number comes. */
[[nodiscard]] Sound chime(int rate);

} // namespace motcua
