// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardKey.h"
#include "app/devices/eid/Ephemeral.h"
#include "app/devices/eid/SecureMessaging.h"
#include "app/devices/eid/SecurityInfos.h"

namespace motcua {

/**
 * The way of PACE to take among those the chip offers: generic mapping, AES before 3DES, a curve before a number field, then the chip's own order.
 * Nothing when it offers none that we know.
 */
[[nodiscard]] std::optional<PaceInfo> bestPace(const SecurityInfos &infos);

/**
 * PACE with generic mapping (ICAO Doc 9303-11 clause 4.4, BSI TR-03110-2 3.2): opens a chip by CAN or MRZ.
 *
 * A wrong password is WrongKey, with the tries left where the chip says them. A chip whose token is wrong does not know the password itself:
 * Nonsense.
 */
[[nodiscard]] Result<SessionStart, CardError> startByPace(
    CardChannel &channel, const CardKey &key, const PaceInfo &way, const SecurityInfos &infos, Ephemeral &ephemeral);

} // namespace motcua
