// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CipherSuite.h"
#include "app/security/SecretBytes.h"

namespace motcua {

/** Which key is derived (ICAO Doc 9303-11 clause 9.7.1). */
enum class KeyUse : quint32 { Encryption = 1, Authentication = 2, Password = 3 };

/** KDF(secret, use): SHA-1 for 3DES, with odd parity, and AES-128, SHA-256 for longer keys (clauses 9.7.1.1 to 9.7.1.3). */
[[nodiscard]] security::SecretBytes derivedKey(QByteArrayView secret, KeyUse use, CipherSuite suite);

/** The two keys of a session. */
struct SessionKeys
{
    CipherSuite suite = CipherSuite::Aes128;
    security::SecretBytes encryption = {};
    security::SecretBytes authentication = {};

    /** Both keys that follow from a shared secret. */
    [[nodiscard]] static SessionKeys of(QByteArrayView secret, CipherSuite suite);
};

} // namespace motcua
