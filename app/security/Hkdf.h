// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"

#include <QByteArray>

namespace motcua::security {

/** HKDF-SHA256 (RFC 5869): `size` bytes, 1 … 8160, from a secret of full strength. Different `info`, unrelated keys. */
[[nodiscard]] SecretBytes hkdf(QByteArrayView secret, QByteArrayView salt, QByteArrayView info, qsizetype size);

/** HMAC-SHA256 (RFC 2104) of `message`: 32 bytes. */
[[nodiscard]] QByteArray hmacSha256(const SecretBytes &key, QByteArrayView message);

} // namespace motcua::security
