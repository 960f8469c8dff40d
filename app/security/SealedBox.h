// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"

#include <QByteArray>

#include <optional>

/**
 * A letter only the holder of one private key can open: ephemeral X25519, HKDF-SHA256 over both public keys, AES-256-GCM.
 *
 * Layout: 1 byte version (1) ‖ 32 bytes ephemeral public key ‖ ciphertext ‖ 16 bytes tag. It does not say who wrote it.
 */
namespace motcua::security::sealedbox {

/** `plain` for the holder of `publicKey`; empty when that is no usable key. `context` must be repeated to open. */
[[nodiscard]] QByteArray seal(QByteArrayView publicKey, QByteArrayView context, QByteArrayView plain);

/** What seal() took; nothing for another key, another context or a changed box. */
[[nodiscard]] std::optional<SecretBytes> open(const SecretBytes &privateKey, QByteArrayView context, QByteArrayView box);

} // namespace motcua::security::sealedbox
