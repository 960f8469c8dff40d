// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"
#include "models/base/Result.h"

namespace motcua::security {

/** How hard a password is to guess: the three numbers of RFC 7914, kept with every blob so that they may grow. */
struct ScryptCost
{
    quint64 n = 65536; ///< a power of two, 2 … 2²⁰
    quint32 r = 8; ///< 1 … 32
    quint32 p = 1; ///< 1 … 16

    /** What the program writes: 64 MiB and about 0.2 s for each guess. */
    [[nodiscard]] static constexpr ScryptCost shipped() { return {}; }

    /** Next to no cost: for tests of everything but the cost, never for a real store. */
    [[nodiscard]] static constexpr ScryptCost forTests() { return {.n = 16, .r = 1, .p = 1}; }

    /** Within the ranges above and at most 1 GiB of memory. */
    [[nodiscard]] bool isSane() const;

    friend bool operator==(const ScryptCost &, const ScryptCost &) = default;
};

/** scrypt (RFC 7914). Blocks for as long as `cost` says: call it off the GUI thread. Errors: Invalid, Internal (no memory). */
[[nodiscard]] Result<SecretBytes> scrypt(QByteArrayView password, QByteArrayView salt, const ScryptCost &cost, qsizetype size);

} // namespace motcua::security
