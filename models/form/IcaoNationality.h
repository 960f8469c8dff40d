// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/Category.h"

#include <QString>

namespace motcua {

/**
 * What the ICAO code of a machine readable zone or a chip ("VNM", "D", "GBN") is as an answer of a nationality field: a code of the list `nationality`
 * where it has one of that name, else the name in `icaoCodes` as words, which that list takes because it is open; a code nobody knows stays as it is.
 */
[[nodiscard]] QString nationalityAnswer(const QString &icao, const Category &nationality, const Category &icaoCodes);

/** How the code is shown: the Vietnamese name in one of the two lists; a code nobody knows stays as it is. */
[[nodiscard]] QString nationalityName(const QString &icao, const Category &nationality, const Category &icaoCodes);

} // namespace motcua
