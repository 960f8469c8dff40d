// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/DhAgreement.h"

#include <openssl/core_names.h>
#include <openssl/params.h>

#include <array>

namespace motcua {

using security::SecretBytes;

namespace {

constexpr int ShortestPrime = 1024; // the shortest of the standardised groups
constexpr int LongestPrime = 4096;
constexpr int ShortestOrder = 160;
constexpr qsizetype LongestNumber = LongestPrime / 8 + 1; // with the zero that says it is positive

// ICAO Doc 9303-11 clause 9.5.1, as OpenSSL calls them.
constexpr std::array<const char *, 3> groups{"dh_1024_160", "dh_2048_224", "dh_2048_256"};

openssl::Bignum bignum(QByteArrayView bytes)
{
    return openssl::Bignum(BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes.data()), static_cast<int>(bytes.size()), nullptr));
}

openssl::Bignum secret(QByteArrayView bytes)
{
    auto number = bignum(bytes);
    if (number) {
        BN_set_flags(number.get(), BN_FLG_CONSTTIME);
    }
    return number;
}

/** Whether these are a group of prime order: a subgroup of a composite one gives the secret away in pieces. */
bool isGroup(const BIGNUM *prime, const BIGNUM *generator, const BIGNUM *order)
{
    const openssl::BignumContext numbers(BN_CTX_new());
    const openssl::Bignum last(BN_dup(prime));
    const openssl::Bignum rest(BN_new());
    const openssl::Bignum one(BN_new());
    return numbers && last && rest && one && BN_check_prime(order, numbers.get(), nullptr) == 1 && BN_check_prime(prime, numbers.get(), nullptr) == 1
        && BN_sub_word(last.get(), 1) == 1 && BN_mod(rest.get(), last.get(), order, numbers.get()) == 1 && BN_is_zero(rest.get()) == 1
        && BN_mod_exp(one.get(), generator, order, prime, numbers.get()) == 1 && BN_is_one(one.get()) == 1;
}

openssl::Bignum parameter(const EVP_PKEY *group, const char *name)
{
    BIGNUM *number = nullptr;
    EVP_PKEY_get_bn_param(group, name, &number);
    return openssl::Bignum(number);
}

} // namespace

DhAgreement::DhAgreement(std::shared_ptr<const Field> field, openssl::Bignum generator)
    : m_field(std::move(field))
    , m_generator(std::move(generator))
    , m_numbers(BN_CTX_secure_new())
{
}

std::unique_ptr<KeyAgreement> DhAgreement::of(openssl::Bignum prime, openssl::Bignum generator, openssl::Bignum order)
{
    if (!prime || !generator || BN_num_bits(prime.get()) < ShortestPrime || BN_num_bits(prime.get()) > LongestPrime
        || BN_is_odd(prime.get()) == 0 || BN_is_zero(generator.get()) == 1 || BN_is_one(generator.get()) == 1
        || BN_cmp(generator.get(), prime.get()) >= 0) {
        return {};
    }
    if (!order || BN_num_bits(order.get()) < ShortestOrder || BN_cmp(order.get(), prime.get()) >= 0) {
        return {};
    }
    auto field = std::make_shared<Field>();
    const openssl::BignumContext numbers(BN_CTX_new());
    field->montgomery.reset(BN_MONT_CTX_new());
    if (!numbers || !field->montgomery || BN_MONT_CTX_set(field->montgomery.get(), prime.get(), numbers.get()) != 1) {
        return {};
    }
    field->prime = std::move(prime);
    field->order = std::move(order);
    return std::unique_ptr<KeyAgreement>(new DhAgreement(std::move(field), std::move(generator)));
}

std::unique_ptr<KeyAgreement> DhAgreement::of(QByteArrayView prime, QByteArrayView generator, QByteArrayView order)
{
    if (prime.size() > LongestNumber || generator.size() > LongestNumber || order.size() > LongestNumber) {
        return {};
    }
    auto p = bignum(prime);
    auto g = bignum(generator);
    auto q = order.isEmpty() ? openssl::Bignum() : bignum(order);
    for (int id = 0; p && g && id < static_cast<int>(groups.size()); ++id) {
        auto known = standard(id);
        const auto &group = static_cast<const DhAgreement &>(*known);
        if (BN_cmp(group.m_field->prime.get(), p.get()) == 0 && BN_cmp(group.m_generator.get(), g.get()) == 0) {
            return !q || BN_cmp(group.m_field->order.get(), q.get()) == 0 ? std::move(known) : nullptr;
        }
    }
    if (p && !q) {
        q.reset(BN_new());
        if (!q || BN_rshift1(q.get(), p.get()) != 1) {
            return {};
        }
    }
    const bool hasSizes = p && g && q && BN_num_bits(p.get()) >= ShortestPrime && BN_num_bits(p.get()) <= LongestPrime && BN_num_bits(q.get()) >= ShortestOrder;
    return hasSizes && isGroup(p.get(), g.get(), q.get()) ? of(std::move(p), std::move(g), std::move(q)) : nullptr;
}

bool DhAgreement::isStandard() const
{
    for (int id = 0; id < static_cast<int>(groups.size()); ++id) {
        const auto known = standard(id);
        const auto &group = static_cast<const DhAgreement &>(*known);
        if (BN_cmp(group.m_field->prime.get(), m_field->prime.get()) == 0 && BN_cmp(group.m_generator.get(), m_generator.get()) == 0) {
            return true;
        }
    }
    return false;
}

std::unique_ptr<KeyAgreement> DhAgreement::standard(int parameterId)
{
    if (parameterId < 0 || parameterId >= static_cast<int>(groups.size())) {
        return {};
    }
    const openssl::PkeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "DHX", nullptr));
    EVP_PKEY *made = nullptr;
    OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(
                                   OSSL_PKEY_PARAM_GROUP_NAME, const_cast<char *>(groups.at(static_cast<std::size_t>(parameterId))), 0),
        OSSL_PARAM_construct_end()};
    if (!context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_KEY_PARAMETERS, parameters) != 1) {
        return {};
    }
    const openssl::Pkey group(made);
    return of(parameter(made, OSSL_PKEY_PARAM_FFC_P), parameter(made, OSSL_PKEY_PARAM_FFC_G), parameter(made, OSSL_PKEY_PARAM_FFC_Q));
}

openssl::Bignum DhAgreement::power(const BIGNUM *base, const BIGNUM *exponent) const
{
    openssl::Bignum result(BN_secure_new());
    if (!result
        || BN_mod_exp_mont_consttime(result.get(), base, exponent, m_field->prime.get(), m_numbers.get(), m_field->montgomery.get()) != 1) {
        return {};
    }
    return result;
}

openssl::Bignum DhAgreement::element(QByteArrayView encoded) const
{
    if (encoded.isEmpty() || encoded.size() > LongestNumber) {
        return {};
    }
    auto number = bignum(encoded);
    const openssl::Bignum last(BN_dup(m_field->prime.get()));
    if (!number || !last || BN_sub_word(last.get(), 1) != 1 || BN_is_zero(number.get()) == 1 || BN_is_one(number.get()) == 1
        || BN_cmp(number.get(), last.get()) >= 0) {
        return {};
    }
    const auto one = power(number.get(), m_field->order.get());
    if (!one || BN_is_one(one.get()) == 0) {
        return {};
    }
    return number;
}

SecretBytes DhAgreement::newPrivateKey(Ephemeral &ephemeral) const
{
    const BIGNUM *bound = m_field->order.get();
    const int bits = BN_num_bits(bound);
    for (int tries = 0; tries < 1000; ++tries) {
        SecretBytes key = ephemeral.draw((bits + 7) / 8);
        if (bits % 8 != 0) {
            key.data()[0] = static_cast<unsigned char>(key.data()[0] & ((1 << bits % 8) - 1));
        }
        const auto number = secret(key.view());
        if (number && BN_is_zero(number.get()) == 0 && BN_is_one(number.get()) == 0 && BN_cmp(number.get(), bound) < 0) {
            return key;
        }
    }
    qFatal("no private key could be drawn");
}

QByteArray DhAgreement::publicKey(const SecretBytes &privateKey) const
{
    const auto key = secret(privateKey.view());
    const auto number = key ? power(m_generator.get(), key.get()) : nullptr;
    if (!number) {
        qFatal("no public key could be made");
    }
    QByteArray encoded(BN_num_bytes(number.get()), Qt::Uninitialized);
    BN_bn2bin(number.get(), reinterpret_cast<unsigned char *>(encoded.data()));
    return encoded;
}

std::optional<SecretBytes> DhAgreement::shared(const SecretBytes &privateKey, QByteArrayView theirs) const
{
    const auto their = element(theirs);
    const auto key = secret(privateKey.view());
    const auto common = their && key ? power(their.get(), key.get()) : nullptr;
    if (!common || BN_is_one(common.get()) == 1) {
        return {};
    }
    SecretBytes filled(BN_num_bytes(m_field->prime.get())); // a leading zero belongs to it
    if (BN_bn2binpad(common.get(), filled.data(), static_cast<int>(filled.size())) < 0) {
        return {};
    }
    return filled;
}

std::unique_ptr<KeyAgreement> DhAgreement::mapped(QByteArrayView nonce, const SecretBytes &privateKey, QByteArrayView theirs) const
{
    const auto their = element(theirs);
    const auto key = secret(privateKey.view());
    const auto exponent = secret(nonce);
    if (!their || !key || !exponent) {
        return {};
    }
    const auto common = power(their.get(), key.get());
    const auto moved = power(m_generator.get(), exponent.get());
    openssl::Bignum generator(BN_new());
    if (!common || !moved || !generator
        || BN_mod_mul(generator.get(), moved.get(), common.get(), m_field->prime.get(), m_numbers.get()) != 1
        || BN_is_zero(generator.get()) == 1 || BN_is_one(generator.get()) == 1) {
        return {};
    }
    return std::unique_ptr<KeyAgreement>(new DhAgreement(m_field, std::move(generator)));
}

} // namespace motcua
