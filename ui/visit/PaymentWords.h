// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fee/Change.h"
#include "models/fee/Payment.h"

#include <QString>

namespace motcua {

/** "Cash". */
[[nodiscard]] QString meansWords(PaymentMeans means);

/** "at acceptance". */
[[nodiscard]] QString whenWords(Payment::When when);

/** Notes as a hand counts them out: "200+200+50+20+20+2 thousand", "500×4 thousand + 500 đ"; empty for none. */
[[nodiscard]] QString notesWords(const QList<NoteCount> &notes);

/** A round amount as it is typed: "500k"; the amount in full when it is none. */
[[nodiscard]] QString typedWords(Money amount);

} // namespace motcua
