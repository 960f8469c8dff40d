// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/token/TokenFrame.h"

namespace motcua::token {

/** Does what is asked. Waits for the token. */
[[nodiscard]] Answer answered(const Question &question);

/** Reads one question from `in`, until its end, and writes the answer to `out`. False when there was no question or nobody took the answer. */
[[nodiscard]] bool answerOne(int in, int out);

} // namespace motcua::token
