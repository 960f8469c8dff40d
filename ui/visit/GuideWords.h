// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Procedure.h"
#include "ui/widgets/GuideStrip.h"

namespace motcua {

/** What an officer new to a procedure should know, under its titles; what the catalogue does not say is left out. */
[[nodiscard]] QList<GuideBlock> guideWords(const Guidance &guidance);

} // namespace motcua
