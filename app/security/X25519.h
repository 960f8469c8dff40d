// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"

#include <QByteArray>

#include <optional>

/** Key agreement on Curve25519 (RFC 7748): keys are raw and 32 bytes long. */
namespace motcua::security::x25519 {

inline constexpr qsizetype KeySize = 32;

/** A new private key. */
[[nodiscard]] SecretBytes generate();

/** The public half of a private key of 32 bytes. */
[[nodiscard]] QByteArray publicKey(const SecretBytes &privateKey);

/** What both sides compute; nothing when `publicKey` is not a key or a weak one. Never a key by itself: feed it to hkdf(). */
[[nodiscard]] std::optional<SecretBytes> agree(const SecretBytes &privateKey, QByteArrayView publicKey);

} // namespace motcua::security::x25519
