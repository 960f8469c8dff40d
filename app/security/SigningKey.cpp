// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/SigningKey.h"

#include "app/security/Random.h"

#include <openssl/err.h>
#include <openssl/evp.h>

#include <QtGlobal>

#include <memory>
#include <utility>

namespace motcua::security {

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

Key privateHalf(const SecretBytes &seed)
{
    return Key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), static_cast<std::size_t>(seed.size())), &EVP_PKEY_free);
}

} // namespace

SigningKey::SigningKey(SecretBytes seed, QByteArray publicKey)
    : m_seed(std::move(seed))
    , m_public(std::move(publicKey))
{
}

SigningKey SigningKey::generate()
{
    return *fromSeed(random::secret(SeedSize));
}

std::optional<SigningKey> SigningKey::fromSeed(SecretBytes seed)
{
    if (seed.size() != SeedSize) {
        return std::nullopt;
    }
    const Key key = privateHalf(seed);
    QByteArray half(PublicSize, '\0');
    std::size_t size = static_cast<std::size_t>(PublicSize);
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char *>(half.data()), &size) != 1) {
        qFatal("Ed25519 failed");
    }
    return SigningKey(std::move(seed), half);
}

QByteArray SigningKey::sign(QByteArrayView message) const
{
    const Key key = privateHalf(m_seed);
    const Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    QByteArray signature(SignatureSize, '\0');
    std::size_t size = static_cast<std::size_t>(SignatureSize);
    if (!key || !context || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1
        || EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, raw(message),
                          static_cast<std::size_t>(message.size()))
               != 1) {
        qFatal("Ed25519 failed");
    }
    return signature;
}

bool SigningKey::verify(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature)
{
    if (publicKey.size() != PublicSize || signature.size() != SignatureSize) {
        return false;
    }
    const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw(publicKey), static_cast<std::size_t>(publicKey.size())),
                  &EVP_PKEY_free);
    const Context context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    const bool right = key && context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1
        && EVP_DigestVerify(context.get(), raw(signature), static_cast<std::size_t>(signature.size()), raw(message),
                            static_cast<std::size_t>(message.size()))
            == 1;
    ERR_clear_error();
    return right;
}

} // namespace motcua::security
