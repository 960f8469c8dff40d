// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/Apdu.h"
#include "app/devices/eid/Ephemeral.h"
#include "app/devices/eid/KeyAgreement.h"
#include "app/training/chip/ChipCard.h"
#include "app/training/chip/ChipReply.h"

namespace motcua::training {

/** The chip's side of PACE with generic mapping (ICAO Doc 9303-11 clause 4.4), by whatever way EF.CardAccess offers. */
class ChipPace
{
public:
    /** `tries`: wrong passwords before it is blocked, 0 when it counts none. `card` and `ephemeral` outlive this. */
    ChipPace(const ChipCard &card, int tries, Ephemeral &ephemeral);

    /** MSE:SET AT. After wrong tries it warns how many are left. */
    [[nodiscard]] ChipReply chosen(const Apdu &command);
    /** GENERAL AUTHENTICATE; the fourth one that is right begins a session. */
    [[nodiscard]] ChipReply step(const Apdu &command);
    /** Whether a run has begun, so that GENERAL AUTHENTICATE belongs to it. */
    [[nodiscard]] bool isRunning() const { return m_run.has_value(); }
    /** What has been begun is forgotten; the tries are not. */
    void abandon() { m_run.reset(); }

private:
    struct Run
    {
        PaceInfo way = {};
        bool byCan = false;
        int step = 0;
        security::SecretBytes nonce = {};
        std::unique_ptr<KeyAgreement> group = {};
        std::unique_ptr<KeyAgreement> mapped = {};
        QByteArray ours = {};
        QByteArray theirs = {};
        std::optional<SessionStart> session = {};
    };

    [[nodiscard]] ChipReply nonce(Run &run);
    [[nodiscard]] ChipReply mapping(Run &run, QByteArrayView theirs);
    [[nodiscard]] ChipReply agreement(Run &run, QByteArrayView theirs);
    [[nodiscard]] ChipReply confirmation(Run &run, QByteArrayView token);

    const ChipCard &m_card;
    Ephemeral &m_ephemeral;
    int m_tries;
    int m_left;
    std::optional<Run> m_run;
};

} // namespace motcua::training
