// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardKey.h"
#include "app/devices/eid/ChipFiles.h"
#include "app/devices/eid/Ephemeral.h"
#include "app/devices/eid/SecureMessaging.h"

#include <memory>

namespace motcua {

/** A chip that has been opened: its application is selected, and everything goes protected. */
struct OpenedChip
{
    enum class Protocol { Bac, Pace };

    Protocol protocol = Protocol::Bac;
    std::unique_ptr<SecureMessaging> channel; ///< stands on the channel that was given
    QByteArray cardAccess = {}; ///< EF.CardAccess as read, empty when there is none; DG14 repeats it under the issuer's signature
    ReadingHabits habits = {}; ///< learned so far
};

/**
 * Opens the application of ICAO Doc 9303 on a chip (Doc 9303-11 clause 4.2): by PACE where EF.CardAccess offers it, else by BAC.
 *
 * EF.CardAccess is looked for in three ways, because there are cards that refuse SELECT MF with 6D00 and have it all the same: by its short identifier, after
 * SELECT MF, and by SELECT EF. It also tells whether extended length goes, while there is no session that could be lost. Where PACE is refused otherwise
 * than for a wrong key, and the key is an MRZ, BAC is tried; not where the chip answered nonsense to it, which somebody in between may want.
 */
[[nodiscard]] Result<OpenedChip, CardError> openChip(CardChannel &channel, const CardKey &key, Ephemeral &ephemeral);

} // namespace motcua
