// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/visit/Envelope.h"

namespace motcua {

/** "RN123456785VN", or that it was an ordinary letter. */
[[nodiscard]] QString envelopeNumber(const Envelope &envelope);

/** "the answer goes back by post", or that it is fetched. */
[[nodiscard]] QString answerWords(Envelope::Answer answer);

/** Everything of it in one line: its number, when it arrived, how many sheets it held, and how the answer goes back. */
[[nodiscard]] QString envelopeWords(const Envelope &envelope);

/** What is still to be said of it, a whole sentence. */
[[nodiscard]] QString envelopeWanted(Envelope::Fault fault);

} // namespace motcua
