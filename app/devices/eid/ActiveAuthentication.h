// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardChannel.h"
#include "app/devices/eid/Ephemeral.h"
#include "app/devices/eid/SecurityInfos.h"

namespace motcua {

/**
 * The public key in DG15 and what it says of a signature (ICAO Doc 9303-11 clause 6.1): RSA by ISO/IEC 9796-2 scheme 1 with the trailers of SHA-1 and of
 * SHA-224 to SHA-512, ECDSA as r and s side by side (BSI TR-03111).
 */
class ActiveAuthenticationKey
{
public:
    /**
     * By the content of DG15; `infos` is DG14 where there is one, which names the hash of an ECDSA signature. Nothing when it is no such key, or all
     * algorithms that are named are unknown here: what is signed with them speaks neither for nor against a chip.
     */
    [[nodiscard]] static std::optional<ActiveAuthenticationKey> of(QByteArrayView dataGroup15, const SecurityInfos *infos);

    /** Whether `signature` is this key's over `challenge`. */
    [[nodiscard]] bool verifies(QByteArrayView challenge, QByteArrayView signature) const;

    /** Whether the message within an opened RSA signature, with its header and trailer, belongs to this challenge. */
    [[nodiscard]] static bool recovers(QByteArrayView opened, QByteArrayView challenge);

    /** How many bytes a signature has. */
    [[nodiscard]] qsizetype signatureSize() const { return m_signatureSize; }

private:
    ActiveAuthenticationKey() = default;
    [[nodiscard]] bool verifiesRsa(QByteArrayView challenge, QByteArrayView signature) const;
    [[nodiscard]] bool verifiesEcdsa(QByteArrayView challenge, QByteArrayView signature) const;

    QByteArray m_publicKeyInfo; ///< of a curve
    QByteArray m_modulus; ///< of RSA; empty for a curve
    QByteArray m_exponent;
    QByteArray m_algorithm; ///< of ECDSA, as DG14 names it; empty when it does not
    qsizetype m_signatureSize = 0;
};

/**
 * Active authentication: has the chip sign a nonce with the key it keeps. False when what it answers is no such signature: it is a copy. DG15 must be held
 * against the issuer's signature as well, or it proves nothing.
 */
[[nodiscard]] Result<bool, CardError> signsActively(CardChannel &channel, const ActiveAuthenticationKey &key, Ephemeral &ephemeral);

} // namespace motcua
