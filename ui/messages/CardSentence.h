// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardError.h"
#include "models/person/CardProof.h"
#include "ui/messages/Sentence.h"

#include <QString>

namespace motcua {

/** Why a card was not read, what was lost by it (nothing), and what to do; at a terminal the reader's words differ from those at the counter. */
[[nodiscard]] Sentence sentence(const CardError &error, Reader reader = Reader::Window);

/** What a card that was read is worth, and what follows from it at the counter. Never "genuine" but for Verified. */
[[nodiscard]] Sentence sentence(CardVerdict verdict);

/** The name of a check, e.g. "Signature of the card's data". */
[[nodiscard]] QString words(CardCheck check);

/** What became of it: "passed", or why it failed or was not done. */
[[nodiscard]] QString words(const CheckOutcome &outcome);

/** The name of a verdict as written in the source, e.g. "ChipCopied": for scripts and support. */
[[nodiscard]] QString verdictName(CardVerdict verdict);

} // namespace motcua
