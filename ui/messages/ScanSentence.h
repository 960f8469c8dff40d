// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/ScanFault.h"
#include "ui/messages/Sentence.h"

namespace motcua {

/** Why a stack was not scanned to its end, what is kept of it (`pages` that came before), and what to do. */
[[nodiscard]] Sentence sentence(const ScanFault &fault, int pages);

} // namespace motcua
