// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/Ephemeral.h"
#include "app/training/chip/OpenSslOwned.h"

namespace motcua::training {

/** How a curve is written into a key: by its name, or with all its numbers as issuers of travel documents do. */
enum class CurveForm { Named, Explicit };

/** A key for signing on the curve with this number of standardised domain parameters (ICAO Doc 9303-11 clause 9.5.1). */
[[nodiscard]] owned::Pkey ellipticKey(int parameterId, CurveForm form, Ephemeral &ephemeral);

/** ECParameters in DER. */
[[nodiscard]] QByteArray curveParameters(int parameterId, CurveForm form);

} // namespace motcua::training
