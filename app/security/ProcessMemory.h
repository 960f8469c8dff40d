// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace motcua::security {

/**
 * From here on this process leaves no core file and no other process of the same user reads its memory: it holds keys and citizens' data.
 *
 * The first thing a program does that opens a store. Refused by no system we run on; were it, the program would go on and `false` tells.
 */
bool keepMemoryToOurselves();

} // namespace motcua::security
