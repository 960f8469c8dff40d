// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/Aead.h"

#include "app/security/Random.h"

#include <openssl/evp.h>

#include <QtGlobal>

#include <limits>
#include <memory>

namespace motcua::security::aead {

namespace {

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

bool sizesFit(const SecretBytes &key, QByteArrayView nonce, QByteArrayView associated, QByteArrayView text)
{
    constexpr qsizetype Longest = std::numeric_limits<int>::max() - TagSize;
    return key.size() == KeySize && nonce.size() == NonceSize && associated.size() <= Longest && text.size() <= Longest;
}

} // namespace

QByteArray seal(const SecretBytes &key, QByteArrayView nonce, QByteArrayView associated, QByteArrayView plain)
{
    Q_ASSERT(sizesFit(key, nonce, associated, plain));
    const Context context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    QByteArray sealed(plain.size() + TagSize, '\0');
    auto *out = reinterpret_cast<unsigned char *>(sealed.data());
    int written = 0;
    int rest = 0;
    // With the sizes right only a lack of memory can fail here, and nothing unsealed may leave this function.
    if (!sizesFit(key, nonce, associated, plain) || !context
        || EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.data(), raw(nonce)) != 1
        || (!associated.isEmpty()
            && EVP_EncryptUpdate(context.get(), nullptr, &rest, raw(associated), static_cast<int>(associated.size())) != 1)
        || (!plain.isEmpty() && EVP_EncryptUpdate(context.get(), out, &written, raw(plain), static_cast<int>(plain.size())) != 1)
        || EVP_EncryptFinal_ex(context.get(), out + written, &rest) != 1
        || EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, static_cast<int>(TagSize), out + plain.size()) != 1) {
        qFatal("AES-256-GCM failed");
    }
    return sealed;
}

std::optional<SecretBytes> open(const SecretBytes &key, QByteArrayView nonce, QByteArrayView associated, QByteArrayView sealed)
{
    if (!sizesFit(key, nonce, associated, sealed) || sealed.size() < TagSize) {
        return std::nullopt;
    }
    const Context context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    const qsizetype size = sealed.size() - TagSize;
    SecretBytes plain(size);
    QByteArray tag = sealed.last(TagSize).toByteArray();
    int written = 0;
    int rest = 0;
    unsigned char end[TagSize] = {};
    if (!context || EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.data(), raw(nonce)) != 1
        || (!associated.isEmpty()
            && EVP_DecryptUpdate(context.get(), nullptr, &rest, raw(associated), static_cast<int>(associated.size())) != 1)
        || (size > 0 && EVP_DecryptUpdate(context.get(), plain.data(), &written, raw(sealed), static_cast<int>(size)) != 1)
        || EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, static_cast<int>(TagSize), tag.data()) != 1
        || EVP_DecryptFinal_ex(context.get(), end, &rest) != 1) {
        return std::nullopt;
    }
    return plain;
}

QByteArray sealRandomly(const SecretBytes &key, QByteArrayView associated, QByteArrayView plain)
{
    const QByteArray nonce = random::bytes(NonceSize);
    return nonce + seal(key, nonce, associated, plain);
}

std::optional<SecretBytes> openRandomly(const SecretBytes &key, QByteArrayView associated, QByteArrayView sealed)
{
    if (sealed.size() < NonceSize + TagSize) {
        return std::nullopt;
    }
    return open(key, sealed.first(NonceSize), associated, sealed.sliced(NonceSize));
}

} // namespace motcua::security::aead
