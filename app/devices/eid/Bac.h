// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardKey.h"
#include "app/devices/eid/Ephemeral.h"
#include "app/devices/eid/SecureMessaging.h"

namespace motcua {

/**
 * Basic access control (ICAO Doc 9303-11 clause 4.3): opens a chip by its MRZ, with 3DES. The application has been selected before.
 *
 * A wrong MRZ is WrongKey, with the tries left where the card says them; a key that is a CAN is WrongKey too, for BAC knows none.
 */
[[nodiscard]] Result<SessionStart, CardError> startByBac(CardChannel &channel, const CardKey &key, Ephemeral &ephemeral);

} // namespace motcua
