// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/address/UnitsTables.h"

#include <QByteArray>

namespace motcua {

/**
 * The units file that UnitsImage reads.
 *
 * Rows are put in order and texts kept once, so the same tables in any order give the same bytes. Every reference must be right and
 * every number inside its range (see UnitsTables and UnitsImage); a name has at most 255 bytes of UTF-8.
 */
[[nodiscard]] QByteArray unitsFile(UnitsTables tables);

} // namespace motcua
