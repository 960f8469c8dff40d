// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/People.h"
#include "app/training/chip/ChipCard.h"
#include "app/training/chip/SecurityInfoWriting.h"
#include "app/training/chip/TrainingAuthority.h"

#include <optional>

namespace motcua::training {

/** What of a card can be one way or another; as they stand, they are those of a Vietnamese one. */
struct CardChoices
{
    quint64 seed = 1;
    QDate issued = QDate(2021, 7, 24);
    QDate expires = QDate(2039, 2, 9); ///< null: never
    bool of2024 = false;

    std::optional<CipherSuite> pace = CipherSuite::Aes128; ///< nothing: BAC alone
    int paceParameters = 13; ///< brainpoolP256r1
    std::optional<CipherSuite> chipAuthentication = CipherSuite::Aes128; ///< nothing: DG14 brings no key
    int chipKeyParameters = 13;
    GroupForm chipKeyForm = GroupForm::Explicit;
    std::optional<ActiveKey::Kind> active = ActiveKey::Kind::Ecdsa; ///< nothing: no DG15
    ActiveKey::Digest activeDigest = ActiveKey::Digest::Sha256;

    qsizetype photoBytes = 14500; ///< of the JPEG in DG2
    bool listsFingers = false; ///< EF.COM and EF.SOD tell of DG3, which nobody may read
};

/**
 * Makes cards of invented people.
 *
 * The same person and choices give the same card, but for what comes from the system's randomness: signatures with ECDSA and PSS, and
 * every RSA key.
 */
class ChipPersonaliser
{
public:
    /** `authority` must outlive this. */
    explicit ChipPersonaliser(const TrainingAuthority &authority)
        : m_authority(authority)
    {
    }

    [[nodiscard]] ChipCard cardOf(const InventedPerson &person, const CardChoices &choices = {}) const;

private:
    const TrainingAuthority &m_authority;
};

} // namespace motcua::training
