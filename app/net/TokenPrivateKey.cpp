// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/TokenPrivateKey.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/obj_mac.h>

#include <utility>

// See the header: there is no other way to hand Qt 6.4 a key that is elsewhere.
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

namespace motcua::certificates {

namespace {

using Token = std::shared_ptr<const TokenKey>;
using Signature = std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)>;
using CurveKey = std::unique_ptr<EC_KEY, decltype(&EC_KEY_free)>;

void forget(void * /*parent*/, void *kept, CRYPTO_EX_DATA * /*all*/, int /*index*/, long /*unused*/, void * /*unused*/)
{
    delete static_cast<Token *>(kept);
}

/** A copy of a key asks the same token. */
int keepToo(CRYPTO_EX_DATA * /*to*/, const CRYPTO_EX_DATA * /*from*/, void **kept, int /*index*/, long /*unused*/, void * /*unused*/)
{
    if (*kept != nullptr) {
        *kept = new Token(*static_cast<Token *>(*kept));
    }
    return 1;
}

/** Where in an EC_KEY its token is kept. */
int place()
{
    static const int index = EC_KEY_get_ex_new_index(0, nullptr, nullptr, &keepToo, &forget);
    return index;
}

ECDSA_SIG *signatureOf(const unsigned char *digest, int size, const BIGNUM * /*inverse*/, const BIGNUM * /*random*/, EC_KEY *key)
{
    const auto *token = static_cast<const Token *>(EC_KEY_get_ex_data(key, place()));
    if (token == nullptr) {
        return nullptr;
    }
    const Result<QByteArray> said = (*token)->sign(QByteArray(reinterpret_cast<const char *>(digest), size));
    if (!said) {
        return nullptr;
    }
    const auto *bytes = reinterpret_cast<const unsigned char *>(said->constData());
    constexpr int Half = TokenKey::SignatureBytes / 2;
    Signature signature(ECDSA_SIG_new(), &ECDSA_SIG_free);
    BIGNUM *r = BN_bin2bn(bytes, Half, nullptr);
    BIGNUM *s = BN_bin2bn(bytes + Half, Half, nullptr);
    if (!signature || r == nullptr || s == nullptr || ECDSA_SIG_set0(signature.get(), r, s) != 1) {
        BN_free(r);
        BN_free(s);
        return nullptr;
    }
    // Another key under the same name would be refused by the server, which could not say why.
    if (ECDSA_do_verify(digest, size, signature.get(), key) != 1) {
        (*token)->refuseAsOther();
        return nullptr;
    }
    return signature.release();
}

int sign(int /*kind*/, const unsigned char *digest, int size, unsigned char *out, unsigned int *outSize, const BIGNUM *inverse,
    const BIGNUM *random, EC_KEY *key)
{
    const Signature signature(signatureOf(digest, size, inverse, random, key), &ECDSA_SIG_free);
    if (!signature) {
        *outSize = 0;
        return 0;
    }
    *outSize = static_cast<unsigned int>(i2d_ECDSA_SIG(signature.get(), &out));
    return 1;
}

/** As OpenSSL has it, but for the signing. */
const EC_KEY_METHOD *method()
{
    static const EC_KEY_METHOD *const ours = [] {
        EC_KEY_METHOD *made = EC_KEY_METHOD_new(EC_KEY_OpenSSL());
        if (made != nullptr) {
            EC_KEY_METHOD_set_sign(made, &sign, nullptr, &signatureOf);
        }
        return made;
    }();
    return ours;
}

CurveKey curveKeyOf(const QByteArray &point)
{
    CurveKey key(EC_KEY_new_by_curve_name(NID_X9_62_prime256v1), &EC_KEY_free);
    const bool isPoint = key && point.size() == TokenKey::PointBytes
        && EC_KEY_oct2key(
               key.get(), reinterpret_cast<const unsigned char *>(point.constData()), static_cast<std::size_t>(point.size()), nullptr)
            == 1;
    ERR_clear_error();
    return isPoint ? std::move(key) : CurveKey(nullptr, &EC_KEY_free);
}

Key held(CurveKey curve)
{
    Key key(curve ? EVP_PKEY_new() : nullptr);
    if (!key || EVP_PKEY_assign_EC_KEY(key.get(), curve.get()) != 1) {
        return {};
    }
    (void)curve.release();
    return key;
}

} // namespace

Key publicKeyOf(const QByteArray &point)
{
    return held(curveKeyOf(point));
}

QByteArray pointOf(const EVP_PKEY *key)
{
    if (!isP256(key)) {
        return {};
    }
    QByteArray point(TokenKey::PointBytes, '\0');
    std::size_t size = 0;
    const bool isTold = EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_PUB_KEY, reinterpret_cast<unsigned char *>(point.data()),
                            static_cast<std::size_t>(point.size()), &size)
            == 1
        && size == static_cast<std::size_t>(point.size()) && point.at(0) == POINT_CONVERSION_UNCOMPRESSED;
    ERR_clear_error();
    return isTold ? point : QByteArray();
}

Key signedByToken(std::shared_ptr<const TokenKey> token, const QByteArray &point)
{
    CurveKey curve = curveKeyOf(point);
    if (!curve || method() == nullptr || EC_KEY_set_method(curve.get(), method()) != 1) {
        return {};
    }
    auto kept = std::make_unique<Token>(std::move(token));
    if (EC_KEY_set_ex_data(curve.get(), place(), kept.get()) != 1) {
        return {};
    }
    (void)kept.release();
    return held(std::move(curve));
}

} // namespace motcua::certificates
