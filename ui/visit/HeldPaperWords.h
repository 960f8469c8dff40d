// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/HeldPaper.h"

#include <QString>

namespace motcua {

/** "23/11/2026", in Vietnam. */
[[nodiscard]] QString heldSince(qint64 receivedAtMs);

/** "2 pages", or "1 file" where no copy says how many it has. */
[[nodiscard]] QString heldAmount(const HeldPaper &held);

/** Who holds it: the unit by name, else by its code. */
[[nodiscard]] QString heldBy(const HeldPaper &held);

/** "Its dossier was refused": what speaks for a second look; empty where nothing does. */
[[nodiscard]] QString heldCaution(const HeldPaper &held);

/** "taken from what was filed before: H26.15-…, 23/11/2026" */
[[nodiscard]] QString reuseWords(const PaperReuse &reuse);

} // namespace motcua
