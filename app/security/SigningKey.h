// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"

#include <QByteArray>

#include <optional>

namespace motcua::security {

/** An Ed25519 key (RFC 8032) with which an origin signs what it sends; 32-byte seed, 32-byte public key, 64-byte signatures. */
class SigningKey
{
public:
    static constexpr qsizetype SeedSize = 32;
    static constexpr qsizetype PublicSize = 32;
    static constexpr qsizetype SignatureSize = 64;

    [[nodiscard]] static SigningKey generate();

    /** The key of a stored seed; nothing unless it has 32 bytes. */
    [[nodiscard]] static std::optional<SigningKey> fromSeed(SecretBytes seed);

    [[nodiscard]] const SecretBytes &seed() const { return m_seed; }
    [[nodiscard]] QByteArray publicKey() const { return m_public; }
    [[nodiscard]] QByteArray sign(QByteArrayView message) const;

    /** Whether the holder of `publicKey` signed exactly `message`; false for keys and signatures of a wrong length. */
    [[nodiscard]] static bool verify(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature);

private:
    SigningKey(SecretBytes seed, QByteArray publicKey);

    SecretBytes m_seed;
    QByteArray m_public;
};

} // namespace motcua::security
