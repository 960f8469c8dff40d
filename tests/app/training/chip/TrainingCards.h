// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardKey.h"
#include "app/training/chip/ChipPersonaliser.h"
#include "app/training/chip/SeededEphemeral.h"

namespace motcua::training {

/** Cards of one invented person, signed by one authority. */
class TrainingCards
{
public:
    explicit TrainingCards(TrainingAuthority::Scheme scheme = TrainingAuthority::Scheme::Ecdsa)
        : m_authority(scheme, m_keys)
    {
    }

    [[nodiscard]] ChipCard card(CardChoices choices = {}) const { return ChipPersonaliser(m_authority).cardOf(People(7).at(11), choices); }
    [[nodiscard]] const TrainingAuthority &authority() const { return m_authority; }

    [[nodiscard]] static CardKey can(const CardFace &face) { return *CardKey::number(face.number); }
    [[nodiscard]] static CardKey mrz(const CardFace &face) { return *CardKey::mrz(face.document, face.born, face.expires); }

private:
    SeededEphemeral m_keys{QByteArrayLiteral("authority")};
    TrainingAuthority m_authority;
};

} // namespace motcua::training
