// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace motcua::worker {

/**
 * Reads one request from `input`, does it, and writes what came of it to `output`, as ScanFrame.h and ScanBodies.h say; files are the system's numbers. SIGUSR1 ends
 * a scan in good order, and after five seconds in any. False when nobody could be understood or heard.
 */
[[nodiscard]] bool answerScan(int input, int output);

} // namespace motcua::worker
