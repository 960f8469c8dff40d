// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/Certificates.h"
#include "app/token/TokenKey.h"

/** A key on a token as OpenSSL takes it. For the sources of this folder alone. */
namespace motcua::certificates {

/** The public key of a point 04 X Y on P-256; null when it is none. */
[[nodiscard]] Key publicKeyOf(const QByteArray &point);

/** The point of a key on P-256; empty of any other. */
[[nodiscard]] QByteArray pointOf(const EVP_PKEY *key);

/**
 * A key whose public half is `point`, and for whose signatures (ECDSA over SHA-256) `token` is asked; null when the point is none. It keeps the token for as
 * long as it or a copy of it lives. Where the token refuses, signing fails, and `TokenKey::refused` says why; so it does where what the token signs is not of
 * this public half.
 *
 * OpenSSL marks this way to a key elsewhere as one of yesterday (EC_KEY_METHOD, deprecated in 3.0). A provider, which is that of today, would not do: Qt 6.4
 * takes any key on a curve out of its EVP_PKEY as an EC_KEY (QSslKey from a handle), which loses what a provider holds, and Debian 12 ships no provider for
 * tokens.
 */
[[nodiscard]] Key signedByToken(std::shared_ptr<const TokenKey> token, const QByteArray &point);

} // namespace motcua::certificates
