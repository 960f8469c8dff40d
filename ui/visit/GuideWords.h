// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Procedure.h"
#include "ui/widgets/GuideStrip.h"

namespace motcua {

/** At which step it is read, and so what comes first. */
enum class GuideStep { Form, Papers };

/** What an officer new to a procedure should know, under its titles; what the catalogue does not say is left out. */
[[nodiscard]] QList<GuideBlock> guideWords(const Guidance &guidance, GuideStep step = GuideStep::Form);

} // namespace motcua
