// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/SessionKeys.h"

#include "app/devices/eid/OpenSsl.h"

#include <algorithm>
#include <array>
#include <bit>

namespace motcua {

using security::SecretBytes;

SecretBytes derivedKey(QByteArrayView secret, KeyUse use, CipherSuite suite)
{
    const auto counter = static_cast<quint32>(use);
    const std::array<char, 4> suffix{0, 0, 0, static_cast<char>(counter)};
    const bool shortHash = suite == CipherSuite::TripleDes || suite == CipherSuite::Aes128;
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    const openssl::DigestContext context(EVP_MD_CTX_new());
    if (!context || EVP_DigestInit_ex2(context.get(), shortHash ? EVP_sha1() : EVP_sha256(), nullptr) != 1
        || EVP_DigestUpdate(context.get(), secret.data(), static_cast<std::size_t>(secret.size())) != 1
        || EVP_DigestUpdate(context.get(), suffix.data(), suffix.size()) != 1
        || EVP_DigestFinal_ex(context.get(), hash.data(), nullptr) != 1) {
        qFatal("the key derivation failed");
    }
    SecretBytes key(keySize(suite));
    std::copy_n(hash.begin(), key.size(), key.data());
    OPENSSL_cleanse(hash.data(), hash.size());
    if (suite == CipherSuite::TripleDes) {
        std::for_each_n(key.data(), key.size(), [](unsigned char &byte) {
            const auto seven = static_cast<unsigned char>(byte & 0xFE);
            byte = static_cast<unsigned char>(seven | ((std::popcount(seven) & 1) == 0 ? 1 : 0));
        });
    }
    return key;
}

SessionKeys SessionKeys::of(QByteArrayView secret, CipherSuite suite)
{
    return {suite, derivedKey(secret, KeyUse::Encryption, suite), derivedKey(secret, KeyUse::Authentication, suite)};
}

} // namespace motcua
