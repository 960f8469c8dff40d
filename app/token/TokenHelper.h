// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"
#include "app/token/TokenFrame.h"
#include "models/base/Result.h"

#include <QString>

#include <chrono>

namespace motcua::token {

/**
 * Starts `program`, gives it `question` (framed) on its standard input and takes in its answer. It inherits the environment but for what is ours (MOTCUA_…, where
 * passwords may stand), and no open file but these two; it is killed as soon as it has answered, or `patience` is over.
 *
 * Waits; may be called from any thread that may wait. Errors: TokenModuleMissing (there is no such program), TokenFailed (it took too long, or ended without an answer).
 */
[[nodiscard]] Result<Answer> asked(const QString &program, const security::SecretBytes &question, std::chrono::milliseconds patience);

} // namespace motcua::token
