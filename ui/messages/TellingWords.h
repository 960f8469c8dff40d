// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/PortalActs.h"

#include <QString>

namespace motcua {

/** How a citizen was told, e.g. "By telephone". */
[[nodiscard]] QString meansWords(TellCitizen::Means means);

/** Of what a citizen was told, e.g. "another promised date". */
[[nodiscard]] QString aboutWords(TellCitizen::About about);

} // namespace motcua
