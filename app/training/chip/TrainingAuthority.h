// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/Ephemeral.h"
#include "app/training/chip/OpenSslOwned.h"

#include <QDateTime>

namespace motcua::training {

/**
 * Who signs the cards of training mode: a country signing authority and one document signer (ICAO Doc 9303-12 clause 7), both of which say
 * TRAINING in their names. Training mode trusts authority(); in the store of a real centre it has no place, so that no card of ours is ever
 * genuine there.
 */
class TrainingAuthority
{
public:
    /** How both sign: ECDSA on P-384 and P-256, on brainpool curves written out in full, RSA-PSS, or RSA by PKCS #1. */
    enum class Scheme { Ecdsa, EcdsaExplicit, RsaPss, RsaPkcs1 };

    /** The same curve keys for the same draws; RSA keys are new each time. Takes up to a second with RSA. */
    TrainingAuthority(Scheme scheme, Ephemeral &ephemeral);

    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    /** The certificate of the country signing authority, in DER. */
    [[nodiscard]] QByteArray authority() const;
    /** That of the document signer, in DER; it goes along with what is signed. */
    [[nodiscard]] QByteArray signer() const;

    /** The digest of the data groups, as OpenSSL calls it, and its object identifier in DER. */
    [[nodiscard]] QByteArray digest() const;
    [[nodiscard]] QByteArray digestIdentifier() const;

    /** CMS SignedData in DER around an LDS security object, signed at `moment`. */
    [[nodiscard]] QByteArray signedObject(const QByteArray &securityObject, const QDateTime &moment) const;

private:
    Scheme m_scheme;
    owned::Pkey m_authorityKey;
    owned::Pkey m_signerKey;
    owned::Certificate m_authority;
    owned::Certificate m_signer;
};

} // namespace motcua::training
