// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace motcua::storage {

/**
 * The store's page cipher: the file format of SQLite3MultipleCiphers' "sqlcipher" (SQLCipher 4), computed by OpenSSL.
 *
 * The page's text is AES-256-CBC, its seal HMAC-SHA-512 over ciphertext, IV and page number: exactly what the cipher built into
 * SQLite3MultipleCiphers writes and reads, which remains able to open every file of ours and is what the tests open them with.
 * Ours exists for speed alone: the seal is most of the work on a page, and OpenSSL computes it in half the time of portable C.
 *
 * The key is always "raw:" and 32 bytes, for a new file or a re-keying followed by the 16 bytes of its salt if that is to be kept. There
 * is no derivation from a pass phrase, and no mode without a seal.
 */
namespace pagecipher {

/** Its number among SQLite's ciphers, for sqlite3mc_config; registers it the first time. 0 when this SQLite cannot encrypt. */
[[nodiscard]] int index();

} // namespace pagecipher

} // namespace motcua::storage
