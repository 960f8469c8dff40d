// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/Hkdf.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <QtGlobal>

#include <memory>

namespace motcua::security {

namespace {

OSSL_PARAM octets(const char *name, QByteArrayView bytes)
{
    // The parameter array is not const-correct; OpenSSL only reads it.
    return OSSL_PARAM_construct_octet_string(name, const_cast<char *>(bytes.data()), static_cast<std::size_t>(bytes.size()));
}

} // namespace

SecretBytes hkdf(QByteArrayView secret, QByteArrayView salt, QByteArrayView info, qsizetype size)
{
    const std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)> kdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr), &EVP_KDF_free);
    const std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)> context(EVP_KDF_CTX_new(kdf.get()), &EVP_KDF_CTX_free);
    char digest[] = "SHA256";
    OSSL_PARAM parameters[5] = {OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0), octets(OSSL_KDF_PARAM_KEY, secret),
                                octets(OSSL_KDF_PARAM_INFO, info), OSSL_PARAM_construct_end(), OSSL_PARAM_construct_end()};
    if (!salt.isEmpty()) {
        parameters[3] = octets(OSSL_KDF_PARAM_SALT, salt);
    }
    SecretBytes derived(size);
    if (!context || EVP_KDF_derive(context.get(), derived.data(), static_cast<std::size_t>(size), parameters) != 1) {
        qFatal("HKDF-SHA256 failed");
    }
    return derived;
}

QByteArray hmacSha256(const SecretBytes &key, QByteArrayView message)
{
    QByteArray mac(32, '\0');
    unsigned int size = 0;
    if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char *>(message.data()),
             static_cast<std::size_t>(message.size()), reinterpret_cast<unsigned char *>(mac.data()), &size)
            == nullptr
        || size != 32) {
        qFatal("HMAC-SHA256 failed");
    }
    return mac;
}

} // namespace motcua::security
