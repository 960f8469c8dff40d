// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/Ephemeral.h"
#include "app/devices/eid/SecureMessaging.h"
#include "app/devices/eid/SecurityInfos.h"

namespace motcua {

/**
 * Chip authentication version 1 (ICAO Doc 9303-11 clause 6.2, BSI TR-03110-1 3.4): agrees on new session keys with the static key in DG14 and goes on with
 * them. The chip has shown that it is no copy as soon as it answers under them: SecureMessaging::isProven() after the next command. DG14 must be
 * held against the issuer's signature as well, or it proves nothing.
 *
 * NotSupported when DG14 offers nothing we know, or a key that is none, and nothing was sent then; a chip that refuses is Protocol with its words.
 */
[[nodiscard]] Result<std::monostate, CardError> authenticateChip(
    SecureMessaging &channel, const SecurityInfos &dataGroup14, Ephemeral &ephemeral);

} // namespace motcua
