// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace motcua {

/** With what a session is encrypted and authenticated (ICAO Doc 9303-11 clause 9.8): 3DES with its retail MAC, or AES with CMAC. */
enum class CipherSuite { TripleDes, Aes128, Aes192, Aes256 };

[[nodiscard]] constexpr qsizetype blockSize(CipherSuite suite)
{
    return suite == CipherSuite::TripleDes ? 8 : 16;
}

[[nodiscard]] constexpr qsizetype keySize(CipherSuite suite)
{
    switch (suite) {
    case CipherSuite::TripleDes:
    case CipherSuite::Aes128:
        return 16;
    case CipherSuite::Aes192:
        return 24;
    case CipherSuite::Aes256:
        return 32;
    }
    return 0;
}

} // namespace motcua
