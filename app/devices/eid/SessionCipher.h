// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/OpenSsl.h"
#include "app/devices/eid/SessionKeys.h"

#include <QByteArray>

#include <array>
#include <initializer_list>
#include <optional>

namespace motcua {

/**
 * Encryption and authentication with the keys of one session (ICAO Doc 9303-11 clause 9.8.6): CBC, and the retail MAC of ISO/IEC 9797-1 (algorithm 3)
 * for 3DES or CMAC cut to eight bytes for AES. Each key is set up once, not once a command.
 */
class SessionCipher
{
public:
    static constexpr qsizetype MacSize = 8;
    using MacBytes = std::array<char, MacSize>;

    explicit SessionCipher(const SessionKeys &keys);

    [[nodiscard]] CipherSuite suite() const { return m_suite; }
    [[nodiscard]] qsizetype block() const { return blockSize(m_suite); }

    /** The initial vector of what is sent under this counter: zero for 3DES, the encrypted counter for AES. */
    [[nodiscard]] QByteArray vector(QByteArrayView counter);

    /** CBC over whole blocks. */
    [[nodiscard]] QByteArray encrypted(QByteArrayView plain, const QByteArray &vector);
    [[nodiscard]] QByteArray decrypted(QByteArrayView cipher, const QByteArray &vector);

    /** The MAC of these parts one after the other; the retail MAC wants whole blocks, CMAC does not. */
    [[nodiscard]] MacBytes mac(std::initializer_list<QByteArrayView> parts);
    [[nodiscard]] bool isMac(QByteArrayView given, std::initializer_list<QByteArrayView> parts);

    /** ISO/IEC 9797-1 padding method 2: 80, then zeros to the end of a block. */
    [[nodiscard]] static QByteArray padded(QByteArrayView bytes, qsizetype block);
    /** The zeros and the 80 taken off in place; false when they are not there. */
    [[nodiscard]] static bool unpad(QByteArray &bytes);

private:
    [[nodiscard]] QByteArray run(EVP_CIPHER_CTX *context, QByteArrayView in, const QByteArray &vector);

    CipherSuite m_suite;
    openssl::CipherContext m_encrypt;
    openssl::CipherContext m_decrypt;
    openssl::CipherContext m_vector; ///< AES: one block of the counter
    openssl::MacContext m_cmac; ///< AES
    openssl::CipherContext m_chain; ///< 3DES: all blocks of a MAC but the last, under the first half of the key
    openssl::CipherContext m_last; ///< 3DES: the last one, under both
};

} // namespace motcua
