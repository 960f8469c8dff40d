// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/SessionCipher.h"

#include <openssl/core_names.h>
#include <openssl/params.h>

#include <algorithm>

namespace motcua {

using security::SecretBytes;

namespace {

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

openssl::CipherContext keyed(const EVP_CIPHER *cipher, const unsigned char *key, bool encrypt)
{
    openssl::CipherContext context(EVP_CIPHER_CTX_new());
    if (!context || EVP_CipherInit_ex2(context.get(), cipher, key, nullptr, encrypt ? 1 : 0, nullptr) != 1
        || EVP_CIPHER_CTX_set_padding(context.get(), 0) != 1) {
        qFatal("a cipher is missing");
    }
    return context;
}

const EVP_CIPHER *chained(CipherSuite suite)
{
    switch (suite) {
    case CipherSuite::TripleDes:
        return EVP_des_ede_cbc();
    case CipherSuite::Aes128:
        return EVP_aes_128_cbc();
    case CipherSuite::Aes192:
        return EVP_aes_192_cbc();
    case CipherSuite::Aes256:
        return EVP_aes_256_cbc();
    }
    return nullptr;
}

const EVP_CIPHER *single(CipherSuite suite)
{
    return suite == CipherSuite::Aes128 ? EVP_aes_128_ecb() : suite == CipherSuite::Aes192 ? EVP_aes_192_ecb() : EVP_aes_256_ecb();
}

const char *chainedName(CipherSuite suite)
{
    return suite == CipherSuite::Aes128 ? "AES-128-CBC" : suite == CipherSuite::Aes192 ? "AES-192-CBC" : "AES-256-CBC";
}

} // namespace

SessionCipher::SessionCipher(const SessionKeys &keys)
    : m_suite(keys.suite)
    , m_encrypt(keyed(chained(m_suite), keys.encryption.data(), true))
    , m_decrypt(keyed(chained(m_suite), keys.encryption.data(), false))
{
    Q_ASSERT(keys.encryption.size() == keySize(m_suite) && keys.authentication.size() == keySize(m_suite));
    if (m_suite == CipherSuite::TripleDes) {
        // Single DES is two-key 3DES with twice the same key: OpenSSL 3 has DES itself only in its legacy provider.
        SecretBytes twice(16);
        std::copy_n(keys.authentication.data(), 8, twice.data());
        std::copy_n(keys.authentication.data(), 8, twice.data() + 8);
        m_chain = keyed(EVP_des_ede_cbc(), twice.data(), true);
        m_last = keyed(EVP_des_ede_cbc(), keys.authentication.data(), true);
        return;
    }
    m_vector = keyed(single(m_suite), keys.encryption.data(), true);
    const openssl::Mac cmac(EVP_MAC_fetch(nullptr, "CMAC", nullptr));
    m_cmac.reset(EVP_MAC_CTX_new(cmac.get()));
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_CIPHER, const_cast<char *>(chainedName(m_suite)), 0), OSSL_PARAM_construct_end()};
    if (!m_cmac
        || EVP_MAC_init(m_cmac.get(), keys.authentication.data(), static_cast<std::size_t>(keys.authentication.size()), parameters) != 1) {
        qFatal("CMAC is missing");
    }
}

QByteArray SessionCipher::vector(QByteArrayView counter)
{
    QByteArray vector(block(), '\0');
    if (m_suite == CipherSuite::TripleDes) {
        return vector;
    }
    Q_ASSERT(counter.size() == block());
    int size = 0;
    if (EVP_CipherUpdate(m_vector.get(), raw(vector), &size, raw(counter), static_cast<int>(counter.size())) != 1 || size != block()) {
        qFatal("AES failed");
    }
    return vector;
}

QByteArray SessionCipher::run(EVP_CIPHER_CTX *context, QByteArrayView in, const QByteArray &vector)
{
    Q_ASSERT(in.size() % block() == 0);
    QByteArray out(in.size(), Qt::Uninitialized);
    int size = 0;
    if (EVP_CipherInit_ex2(context, nullptr, nullptr, raw(QByteArrayView(vector)), -1, nullptr) != 1
        || (!in.isEmpty() && EVP_CipherUpdate(context, raw(out), &size, raw(in), static_cast<int>(in.size())) != 1) || size != in.size()) {
        qFatal("a session cipher failed");
    }
    return out;
}

QByteArray SessionCipher::encrypted(QByteArrayView plain, const QByteArray &vector)
{
    return run(m_encrypt.get(), plain, vector);
}

QByteArray SessionCipher::decrypted(QByteArrayView cipher, const QByteArray &vector)
{
    return run(m_decrypt.get(), cipher, vector);
}

SessionCipher::MacBytes SessionCipher::mac(std::initializer_list<QByteArrayView> parts)
{
    MacBytes mac{};
    if (m_suite != CipherSuite::TripleDes) {
        std::array<unsigned char, EVP_MAX_BLOCK_LENGTH> whole{};
        std::size_t size = 0;
        bool done = EVP_MAC_init(m_cmac.get(), nullptr, 0, nullptr) == 1; // begins anew with the same key
        for (const QByteArrayView part : parts) {
            done = done && EVP_MAC_update(m_cmac.get(), raw(part), static_cast<std::size_t>(part.size())) == 1;
        }
        if (!done || EVP_MAC_final(m_cmac.get(), whole.data(), &size, whole.size()) != 1 || size < mac.size()) {
            qFatal("CMAC failed");
        }
        std::copy_n(whole.begin(), mac.size(), mac.begin());
        return mac;
    }

    QByteArray message;
    for (const QByteArrayView part : parts) {
        message.append(part);
    }
    Q_ASSERT(!message.isEmpty() && message.size() % 8 == 0);
    const QByteArrayView before = QByteArrayView(message).chopped(8);
    QByteArray state(8, '\0');
    if (!before.isEmpty()) {
        state = run(m_chain.get(), before, state).last(8);
    }
    // DES under the first half, back under the second and again under the first: two-key 3DES of the last block.
    const QByteArray last = run(m_last.get(), QByteArrayView(message).last(8), state);
    std::copy_n(last.begin(), mac.size(), mac.begin());
    return mac;
}

bool SessionCipher::isMac(QByteArrayView given, std::initializer_list<QByteArrayView> parts)
{
    const MacBytes right = mac(parts);
    return given.size() == MacSize && CRYPTO_memcmp(given.data(), right.data(), right.size()) == 0;
}

QByteArray SessionCipher::padded(QByteArrayView bytes, qsizetype block)
{
    QByteArray whole;
    whole.reserve(bytes.size() + block);
    whole.append(bytes).append('\x80');
    whole.append((block - whole.size() % block) % block, '\0');
    return whole;
}

bool SessionCipher::unpad(QByteArray &bytes)
{
    qsizetype size = bytes.size();
    while (size > 0 && bytes.at(size - 1) == '\0') {
        --size;
    }
    if (size == 0 || bytes.at(size - 1) != '\x80') {
        return false;
    }
    bytes.truncate(size - 1);
    return true;
}

} // namespace motcua
