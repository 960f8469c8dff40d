// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/Scrypt.h"

#include <openssl/err.h>
#include <openssl/evp.h>

namespace motcua::security {

namespace {

// RFC 7914 §6: the work area is 128·r·N bytes, the blocks 128·r·p, and two more such blocks are scratch.
quint64 memoryBytes(const ScryptCost &cost)
{
    return 128 * cost.r * (cost.n + cost.p + 2) + 4096;
}

constexpr quint64 MemoryLimit = quint64(1) << 30;

} // namespace

bool ScryptCost::isSane() const
{
    const bool powerOfTwo = n >= 2 && (n & (n - 1)) == 0;
    return powerOfTwo && n <= (quint64(1) << 20) && r >= 1 && r <= 32 && p >= 1 && p <= 16 && memoryBytes(*this) <= MemoryLimit;
}

Result<SecretBytes> scrypt(QByteArrayView password, QByteArrayView salt, const ScryptCost &cost, qsizetype size)
{
    if (!cost.isSane() || size <= 0) {
        return Error{ErrorCode::Invalid, QStringLiteral("scrypt cost")};
    }
    SecretBytes derived(size);
    const char *typed = password.isEmpty() ? "" : password.data();
    // Beyond 32 MiB OpenSSL refuses unless told how much memory it may take.
    if (EVP_PBE_scrypt(typed, static_cast<std::size_t>(password.size()), reinterpret_cast<const unsigned char *>(salt.data()),
                       static_cast<std::size_t>(salt.size()), cost.n, cost.r, cost.p, memoryBytes(cost), derived.data(),
                       static_cast<std::size_t>(size))
        != 1) {
        ERR_clear_error();
        return Error{ErrorCode::Internal, QStringLiteral("scrypt: no memory")};
    }
    return derived;
}

} // namespace motcua::security
