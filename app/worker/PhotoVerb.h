// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace motcua::worker {

/**
 * Reads one photograph from `input` to its end and writes the answer to `output` as PhotoFrame says; files are the system's numbers. False when
 * either failed, and half an answer may have been written.
 */
[[nodiscard]] bool answerPhoto(int input, int output);

} // namespace motcua::worker
