// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"

#include <QByteArrayView>

/** How a page of the store's file is laid out: the format of the cipher "sqlcipher" of SQLite3MultipleCiphers (SQLCipher 4). */
namespace motcua::storage::pagelayout {

constexpr int KeySize = 32;
constexpr int SaltSize = 16; ///< the first bytes of the file, in clear
constexpr int IvSize = 16; ///< behind the text
constexpr int SealSize = 64; ///< behind the initial vector: HMAC-SHA-512 over text, vector and the page's number, little-endian
constexpr int ClearStart = 24; ///< of page 1: the salt, then page size and versions, which SQLite reads before it has a key

/** The key of the seals of a file with this salt; `dataKey` has KeySize bytes, `salt` SaltSize. */
[[nodiscard]] security::SecretBytes sealKey(const security::SecretBytes &dataKey, QByteArrayView salt);

} // namespace motcua::storage::pagelayout
