// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/Sentence.h"
#include "ui/widgets/Notice.h"

namespace motcua {

/** An error as the strip tells it: what happened, whether anything was lost, what to do, and its code for who is asked. */
[[nodiscard]] inline Notice notice(const Error &error)
{
    return {Notice::Kind::Danger, sentence(error).textWithCode(), {}};
}

} // namespace motcua
