// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardError.h"
#include "models/dossier/CardSeen.h"
#include "ui/messages/Sentence.h"

#include <QString>

namespace motcua {

/** Why a card was not read, what was lost by it (nothing), and what to do; at a terminal the reader's words differ from those at the counter. */
[[nodiscard]] Sentence sentence(const CardError &error, Reader reader = Reader::Window);

/** What a card that was read is worth, and what follows from it at the counter. Never "genuine" but for Verified. */
[[nodiscard]] Sentence sentence(CardVerdict verdict);

/** What a card is worth as the window shows it: a shape and few words in one of the tones of the style sheet. */
struct CardMark
{
    QString shape = {};
    QString words = {};
    QString tone = {}; ///< "done", "warning", "danger" or "secondary"

    [[nodiscard]] QString text() const { return shape + u' ' + words; }

    friend bool operator==(const CardMark &, const CardMark &) = default;
};
[[nodiscard]] CardMark mark(CardVerdict verdict);

/** The same of a card of which nothing is proved yet. */
[[nodiscard]] CardMark markWhileReading();

/** What was seen of a card, in one line. */
[[nodiscard]] CardMark mark(const CardSeen &seen);

/** Whether what such a card says must not stand in a form: it was altered, copied, or signed by nobody who may. */
[[nodiscard]] bool isRefused(CardVerdict verdict);

/** The name of a check, e.g. "Signature of the card's data". */
[[nodiscard]] QString words(CardCheck check);

/** What became of it: "passed", or why it failed or was not done. */
[[nodiscard]] QString words(const CheckOutcome &outcome);

} // namespace motcua
