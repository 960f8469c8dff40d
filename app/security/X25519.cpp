// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/X25519.h"

#include "app/security/Random.h"

#include <openssl/err.h>
#include <openssl/evp.h>

#include <QtGlobal>

#include <memory>

namespace motcua::security::x25519 {

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

Key privateHalf(const SecretBytes &bytes)
{
    return Key(EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, nullptr, bytes.data(), static_cast<std::size_t>(bytes.size())),
               &EVP_PKEY_free);
}

} // namespace

SecretBytes generate()
{
    // RFC 7748 §5: any 32 random bytes are a private key, the clamping is part of the function.
    return random::secret(KeySize);
}

QByteArray publicKey(const SecretBytes &privateKey)
{
    const Key key = privateHalf(privateKey);
    QByteArray half(KeySize, '\0');
    std::size_t size = static_cast<std::size_t>(KeySize);
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char *>(half.data()), &size) != 1) {
        qFatal("X25519 failed");
    }
    return half;
}

std::optional<SecretBytes> agree(const SecretBytes &privateKey, QByteArrayView publicKey)
{
    const Key mine = privateHalf(privateKey);
    const Key theirs(EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nullptr, reinterpret_cast<const unsigned char *>(publicKey.data()),
                                                 static_cast<std::size_t>(publicKey.size())),
                     &EVP_PKEY_free);
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
        mine ? EVP_PKEY_CTX_new(mine.get(), nullptr) : nullptr, &EVP_PKEY_CTX_free);
    SecretBytes shared(KeySize);
    std::size_t size = static_cast<std::size_t>(KeySize);
    // RFC 7748 §6.1: an all-zero result betrays a point of small order; OpenSSL fails on it.
    if (!mine || !theirs || !context || EVP_PKEY_derive_init(context.get()) != 1
        || EVP_PKEY_derive_set_peer(context.get(), theirs.get()) != 1
        || EVP_PKEY_derive(context.get(), shared.data(), &size) != 1 || size != static_cast<std::size_t>(KeySize)) {
        ERR_clear_error();
        return std::nullopt;
    }
    return shared;
}

} // namespace motcua::security::x25519
