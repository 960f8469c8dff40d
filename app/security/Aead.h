// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"

#include <QByteArray>

#include <optional>

/** AES-256-GCM (NIST SP 800-38D): what was sealed opens unchanged with the same key, nonce and associated data, or not at all. */
namespace motcua::security::aead {

inline constexpr qsizetype KeySize = 32;
inline constexpr qsizetype NonceSize = 12;
inline constexpr qsizetype TagSize = 16;

/** `plain` encrypted, then the 16-byte tag. `key` has 32 bytes; `nonce` has 12 and is used once per key. */
[[nodiscard]] QByteArray seal(const SecretBytes &key, QByteArrayView nonce, QByteArrayView associated, QByteArrayView plain);

/** What seal() took; nothing when a single bit of any argument differs. */
[[nodiscard]] std::optional<SecretBytes> open(const SecretBytes &key, QByteArrayView nonce, QByteArrayView associated,
                                              QByteArrayView sealed);

/** seal() under a random nonce put in front: nonce ‖ ciphertext ‖ tag. At most 2³² times per key. */
[[nodiscard]] QByteArray sealRandomly(const SecretBytes &key, QByteArrayView associated, QByteArrayView plain);
[[nodiscard]] std::optional<SecretBytes> openRandomly(const SecretBytes &key, QByteArrayView associated, QByteArrayView sealed);

} // namespace motcua::security::aead
