// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chip/EllipticKey.h"

#include "app/devices/eid/KeyAgreement.h"

#include <openssl/core_names.h>
#include <openssl/obj_mac.h>

#include <algorithm>
#include <iterator>

namespace motcua::training {

namespace {

struct Curve
{
    int parameterId;
    int nid;
};

constexpr Curve Curves[] = {{10, NID_secp224r1}, {11, NID_brainpoolP224r1}, {12, NID_X9_62_prime256v1}, {13, NID_brainpoolP256r1},
    {14, NID_brainpoolP320r1}, {15, NID_secp384r1}, {16, NID_brainpoolP384r1}, {17, NID_brainpoolP512r1}, {18, NID_secp521r1}};

int nidOf(int parameterId)
{
    const auto *const curve = std::find_if(
        std::begin(Curves), std::end(Curves), [parameterId](const Curve &row) { return row.parameterId == parameterId; });
    if (curve == std::end(Curves)) {
        qFatal("no such curve");
    }
    return curve->nid;
}

} // namespace

owned::Pkey ellipticKey(int parameterId, CurveForm form, Ephemeral &ephemeral)
{
    const auto group = KeyAgreement::standard(parameterId);
    const auto secret = group->newPrivateKey(ephemeral);
    const QByteArray point = group->publicKey(secret);
    const owned::Bignum number(BN_bin2bn(secret.data(), static_cast<int>(secret.size()), nullptr));
    const owned::ParameterBuilder builder(OSSL_PARAM_BLD_new());
    const bool isBuilt = number && builder
        && OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, OBJ_nid2sn(nidOf(parameterId)), 0) == 1
        && OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_EC_ENCODING,
               form == CurveForm::Named ? OSSL_PKEY_EC_ENCODING_GROUP : OSSL_PKEY_EC_ENCODING_EXPLICIT, 0)
            == 1
        && OSSL_PARAM_BLD_push_octet_string(
               builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(), static_cast<std::size_t>(point.size()))
            == 1
        && OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, number.get()) == 1;
    const owned::Parameters parameters(isBuilt ? OSSL_PARAM_BLD_to_param(builder.get()) : nullptr);
    const owned::PkeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY *key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_KEYPAIR, parameters.get()) != 1) {
        qFatal("no key could be made on a curve");
    }
    return owned::Pkey(key);
}

QByteArray curveParameters(int parameterId, CurveForm form)
{
    const owned::EcGroup group(EC_GROUP_new_by_curve_name(nidOf(parameterId)));
    EC_GROUP_set_asn1_flag(group.get(), form == CurveForm::Named ? OPENSSL_EC_NAMED_CURVE : OPENSSL_EC_EXPLICIT_CURVE);
    return owned::der(&i2d_ECPKParameters, group.get());
}

} // namespace motcua::training
