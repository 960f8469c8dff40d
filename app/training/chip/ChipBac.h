// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/Apdu.h"
#include "app/devices/eid/Ephemeral.h"
#include "app/training/chip/ChipReply.h"

namespace motcua::training {

/** The chip's side of basic access control (ICAO Doc 9303-11 clause 4.3). */
class ChipBac
{
public:
    /** `mrz`: SHA-1 of the MRZ information; it and `ephemeral` outlive this. */
    ChipBac(const security::SecretBytes &mrz, Ephemeral &ephemeral)
        : m_mrz(mrz)
        , m_ephemeral(ephemeral)
    {
    }

    [[nodiscard]] ChipReply challenge(const Apdu &command);
    /** A session when whoever asks knows the zone. Each challenge is good for one try. */
    [[nodiscard]] ChipReply authenticated(const Apdu &command);

private:
    const security::SecretBytes &m_mrz;
    Ephemeral &m_ephemeral;
    QByteArray m_challenge;
};

} // namespace motcua::training
