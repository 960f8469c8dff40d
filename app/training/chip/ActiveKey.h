// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/Ephemeral.h"
#include "app/training/chip/OpenSslOwned.h"

namespace motcua::training {

/** The key a chip signs with in active authentication (ICAO Doc 9303-11 clause 6.1), on the chip's side. */
class ActiveKey
{
public:
    enum class Kind { Ecdsa, Rsa1024, Rsa2048 };
    enum class Digest { Sha1, Sha224, Sha256, Sha384, Sha512 };

    /** RSA keys come from the system's source whatever `ephemeral` says: OpenSSL takes no other. */
    ActiveKey(Kind kind, Digest digest, Ephemeral &ephemeral);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] Digest digest() const { return m_digest; }
    /** SubjectPublicKeyInfo in DER: the content of DG15. */
    [[nodiscard]] QByteArray publicKeyInfo() const;
    /** The signature over a challenge: ISO/IEC 9796-2 scheme 1, or r and s side by side. */
    [[nodiscard]] QByteArray signatureOf(QByteArrayView challenge, Ephemeral &ephemeral) const;

private:
    [[nodiscard]] QByteArray recoverable(QByteArrayView challenge, Ephemeral &ephemeral) const;

    Kind m_kind;
    Digest m_digest;
    owned::Pkey m_key;
};

} // namespace motcua::training
