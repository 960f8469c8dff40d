// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/EcdhAgreement.h"

#include "app/devices/eid/Tlv.h"

#include <openssl/objects.h>

#include <algorithm>
#include <array>

namespace motcua {

using security::SecretBytes;

namespace {

struct Curve
{
    int parameterId;
    int nid;
};

// ICAO Doc 9303-11 clause 9.5.1.
constexpr std::array<Curve, 11> curves{{{8, NID_X9_62_prime192v1}, {9, NID_brainpoolP192r1}, {10, NID_secp224r1}, {11, NID_brainpoolP224r1},
    {12, NID_X9_62_prime256v1}, {13, NID_brainpoolP256r1}, {14, NID_brainpoolP320r1}, {15, NID_secp384r1}, {16, NID_brainpoolP384r1},
    {17, NID_brainpoolP512r1}, {18, NID_secp521r1}}};

openssl::Bignum bignum(QByteArrayView bytes)
{
    openssl::Bignum number(BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes.data()), static_cast<int>(bytes.size()), nullptr));
    if (number) {
        BN_set_flags(number.get(), BN_FLG_CONSTTIME);
    }
    return number;
}

} // namespace

EcdhAgreement::EcdhAgreement(std::shared_ptr<const EC_GROUP> group, openssl::EcPoint generator)
    : m_group(std::move(group))
    , m_generator(std::move(generator))
    , m_numbers(BN_CTX_secure_new())
{
}

std::unique_ptr<KeyAgreement> EcdhAgreement::named(int nid)
{
    const bool isStandard = std::any_of(curves.begin(), curves.end(), [nid](const Curve &curve) { return curve.nid == nid; });
    EC_GROUP *group = isStandard ? EC_GROUP_new_by_curve_name(nid) : nullptr;
    if (group == nullptr) {
        return {};
    }
    return std::unique_ptr<KeyAgreement>(
        new EcdhAgreement(std::shared_ptr<const EC_GROUP>(group, openssl::Freed<&EC_GROUP_free>{}), nullptr));
}

std::unique_ptr<KeyAgreement> EcdhAgreement::standard(int parameterId)
{
    const auto *const curve = std::find_if(
        curves.begin(), curves.end(), [parameterId](const Curve &row) { return row.parameterId == parameterId; });
    return curve != curves.end() ? named(curve->nid) : nullptr;
}

std::unique_ptr<KeyAgreement> EcdhAgreement::ofParameters(QByteArrayView parameters)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(parameters.data());
    const auto *const end = bytes + parameters.size();
    const openssl::EcGroup group(d2i_ECPKParameters(nullptr, &bytes, static_cast<long>(parameters.size())));
    if (!group || bytes != end) {
        return {};
    }
    // A curve that is spelt out gets its name when all of it is that of a named one.
    return named(EC_GROUP_get_curve_name(group.get()));
}

qsizetype EcdhAgreement::fieldSize() const
{
    return (EC_GROUP_get_degree(m_group.get()) + 7) / 8;
}

openssl::EcPoint EcdhAgreement::point() const
{
    return openssl::EcPoint(EC_POINT_new(m_group.get()));
}

openssl::EcPoint EcdhAgreement::point(QByteArrayView encoded) const
{
    if (encoded.size() != 1 + 2 * fieldSize() || encoded[0] != POINT_CONVERSION_UNCOMPRESSED) {
        return {};
    }
    auto point = this->point();
    // Checks that it lies on the curve; the cofactor of all of them is 1.
    const auto *const bytes = reinterpret_cast<const unsigned char *>(encoded.data());
    if (!point || EC_POINT_oct2point(m_group.get(), point.get(), bytes, static_cast<std::size_t>(encoded.size()), m_numbers.get()) != 1) {
        return {};
    }
    return point;
}

openssl::EcPoint EcdhAgreement::product(const BIGNUM *scalar, const EC_POINT *of) const
{
    auto product = point();
    const EC_POINT *base = of != nullptr ? of : m_generator.get();
    const int done = !product ? 0
        : base != nullptr     ? EC_POINT_mul(m_group.get(), product.get(), nullptr, base, scalar, m_numbers.get())
                              : EC_POINT_mul(m_group.get(), product.get(), scalar, nullptr, nullptr, m_numbers.get());
    if (done != 1 || EC_POINT_is_at_infinity(m_group.get(), product.get()) == 1) {
        return {};
    }
    return product;
}

SecretBytes EcdhAgreement::newPrivateKey(Ephemeral &ephemeral) const
{
    const BIGNUM *order = EC_GROUP_get0_order(m_group.get());
    const int bits = BN_num_bits(order);
    for (int tries = 0; tries < 1000; ++tries) {
        SecretBytes key = ephemeral.draw((bits + 7) / 8);
        if (bits % 8 != 0) {
            key.data()[0] = static_cast<unsigned char>(key.data()[0] & ((1 << bits % 8) - 1));
        }
        const auto number = bignum(key.view());
        if (number && BN_is_zero(number.get()) == 0 && BN_cmp(number.get(), order) < 0) {
            return key;
        }
    }
    qFatal("no private key could be drawn");
}

QByteArray EcdhAgreement::publicKey(const SecretBytes &privateKey) const
{
    const auto number = bignum(privateKey.view());
    const auto point = number ? product(number.get(), nullptr) : nullptr;
    QByteArray encoded(1 + 2 * fieldSize(), Qt::Uninitialized);
    if (!point
        || EC_POINT_point2oct(m_group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED, reinterpret_cast<unsigned char *>(encoded.data()),
               static_cast<std::size_t>(encoded.size()), m_numbers.get())
            != static_cast<std::size_t>(encoded.size())) {
        qFatal("no public key could be made");
    }
    return encoded;
}

std::optional<SecretBytes> EcdhAgreement::shared(const SecretBytes &privateKey, QByteArrayView theirs) const
{
    const auto their = point(theirs);
    const auto number = bignum(privateKey.view());
    const auto common = their && number ? product(number.get(), their.get()) : nullptr;
    const openssl::Bignum x(BN_secure_new());
    if (!common || !x || EC_POINT_get_affine_coordinates(m_group.get(), common.get(), x.get(), nullptr, m_numbers.get()) != 1) {
        return {};
    }
    SecretBytes secret(fieldSize()); // filled up: a leading zero belongs to it
    if (BN_bn2binpad(x.get(), secret.data(), static_cast<int>(secret.size())) < 0) {
        return {};
    }
    return secret;
}

std::unique_ptr<KeyAgreement> EcdhAgreement::mapped(QByteArrayView nonce, const SecretBytes &privateKey, QByteArrayView theirs) const
{
    const auto their = point(theirs);
    const auto key = bignum(privateKey.view());
    const auto factor = bignum(nonce);
    if (!their || !key || !factor || BN_nnmod(factor.get(), factor.get(), EC_GROUP_get0_order(m_group.get()), m_numbers.get()) != 1) {
        return {};
    }
    const auto common = product(key.get(), their.get());
    const auto moved = product(factor.get(), nullptr);
    auto generator = point();
    if (!common || !moved || !generator || EC_POINT_add(m_group.get(), generator.get(), moved.get(), common.get(), m_numbers.get()) != 1
        || EC_POINT_is_at_infinity(m_group.get(), generator.get()) == 1) {
        return {};
    }
    return std::unique_ptr<KeyAgreement>(new EcdhAgreement(m_group, std::move(generator)));
}

} // namespace motcua
