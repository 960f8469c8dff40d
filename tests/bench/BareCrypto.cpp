// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/BareCrypto.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <vector>

namespace motcua::bench {

namespace {

template <auto Free>
struct Freed
{
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

using Number = std::unique_ptr<BIGNUM, Freed<&BN_clear_free>>;
using Numbers = std::unique_ptr<BN_CTX, Freed<&BN_CTX_free>>;
using Group = std::unique_ptr<EC_GROUP, Freed<&EC_GROUP_free>>;
using Point = std::unique_ptr<EC_POINT, Freed<&EC_POINT_free>>;
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, Freed<&EVP_CIPHER_CTX_free>>;
using Mac = std::unique_ptr<EVP_MAC, Freed<&EVP_MAC_free>>;
using MacContext = std::unique_ptr<EVP_MAC_CTX, Freed<&EVP_MAC_CTX_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Freed<&EVP_MD_CTX_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<&EVP_PKEY_free>>;

constexpr int KeySize = 16; // of AES-128, and of 3DES with two keys
constexpr std::size_t SignedSize = 150; // bytes of signed attributes; a certificate has 500, which makes no difference beside a curve

void must(bool done)
{
    if (!done) {
        qFatal("OpenSSL did not do what the bench wants");
    }
}

Cipher cipher(const EVP_CIPHER *kind, bool encrypt)
{
    std::array<unsigned char, KeySize> key{};
    Cipher context(EVP_CIPHER_CTX_new());
    must(RAND_bytes(key.data(), KeySize) == 1 && context && EVP_CipherInit_ex2(context.get(), kind, key.data(), nullptr, encrypt ? 1 : 0, nullptr) == 1
        && EVP_CIPHER_CTX_set_padding(context.get(), 0) == 1);
    return context;
}

/** A signature on a curve that can be checked again and again. */
struct Signature
{
    Signature(const char *curve, const EVP_MD *hashedBy)
        : key(EVP_EC_gen(curve))
        , digest(hashedBy)
        , bytes(EVP_PKEY_get_size(key.get()), '\0')
    {
        auto size = static_cast<std::size_t>(bytes.size());
        const Digest context(EVP_MD_CTX_new());
        must(EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, key.get()) == 1
            && EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(bytes.data()), &size, message.data(), message.size()) == 1);
        bytes.truncate(static_cast<qsizetype>(size));
    }

    void verify() const
    {
        const Digest context(EVP_MD_CTX_new());
        must(EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key.get()) == 1
            && EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char *>(bytes.constData()), static_cast<std::size_t>(bytes.size()),
                   message.data(), message.size())
                == 1);
    }

    Key key;
    const EVP_MD *digest;
    std::array<unsigned char, SignedSize> message{};
    QByteArray bytes;
};

void hash(const EVP_MD *digest, const QByteArray &bytes)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> value{};
    const Digest context(EVP_MD_CTX_new());
    must(EVP_DigestInit_ex2(context.get(), digest, nullptr) == 1
        && EVP_DigestUpdate(context.get(), bytes.constData(), static_cast<std::size_t>(bytes.size())) == 1
        && EVP_DigestFinal_ex(context.get(), value.data(), nullptr) == 1);
}

} // namespace

struct BareCrypto::Parts
{
    Parts()
    {
        const Mac cmac(EVP_MAC_fetch(nullptr, "CMAC", nullptr));
        mac.reset(EVP_MAC_CTX_new(cmac.get()));
        std::array<unsigned char, KeySize> key{};
        char name[] = "AES-128-CBC";
        const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_CIPHER, name, 0), OSSL_PARAM_construct_end()};
        must(mac && EVP_MAC_init(mac.get(), key.data(), key.size(), parameters) == 1);
        encoded.resize(65);
        must(EC_POINT_mul(group.get(), theirs.get(), scalar().get(), nullptr, nullptr, numbers.get()) == 1);
        must(EC_POINT_point2oct(group.get(), theirs.get(), POINT_CONVERSION_UNCOMPRESSED, encoded.data(), encoded.size(), numbers.get()) == encoded.size());
    }

    /** Drawn below the order, in which no bit is foretold. */
    [[nodiscard]] Number scalar() const
    {
        Number number(BN_new());
        must(BN_priv_rand_range(number.get(), EC_GROUP_get0_order(group.get())) == 1);
        BN_set_flags(number.get(), BN_FLG_CONSTTIME);
        return number;
    }

    [[nodiscard]] Point product(const BIGNUM *factor, const EC_POINT *of) const
    {
        Point product(EC_POINT_new(group.get()));
        must((of ? EC_POINT_mul(group.get(), product.get(), nullptr, of, factor, numbers.get())
                 : EC_POINT_mul(group.get(), product.get(), factor, nullptr, nullptr, numbers.get()))
            == 1);
        return product;
    }

    /** Theirs as it came, held against the curve. */
    [[nodiscard]] Point received() const
    {
        Point point(EC_POINT_new(group.get()));
        must(EC_POINT_oct2point(group.get(), point.get(), encoded.data(), encoded.size(), numbers.get()) == 1);
        return point;
    }

    void send(const EC_POINT *point)
    {
        must(EC_POINT_point2oct(group.get(), point, POINT_CONVERSION_UNCOMPRESSED, sent.data(), sent.size(), numbers.get()) == sent.size());
    }

    /** The common number, and the session keys of it. */
    void derive(const EC_POINT *common, int keys)
    {
        const Number x(BN_new());
        QByteArray secret(32, '\0');
        must(EC_POINT_get_affine_coordinates(group.get(), common, x.get(), nullptr, numbers.get()) == 1
            && BN_bn2binpad(x.get(), reinterpret_cast<unsigned char *>(secret.data()), 32) == 32);
        for (int i = 0; i < keys; ++i) {
            hash(EVP_sha1(), secret);
        }
    }

    void authenticate(qsizetype size, bool aes)
    {
        room.resize(std::max<qsizetype>(room.size(), size + 16));
        if (aes) {
            std::array<unsigned char, EVP_MAX_BLOCK_LENGTH> value{};
            std::size_t written = 0;
            must(EVP_MAC_init(mac.get(), nullptr, 0, nullptr) == 1 && EVP_MAC_update(mac.get(), data(), static_cast<std::size_t>(size)) == 1
                && EVP_MAC_final(mac.get(), value.data(), &written, value.size()) == 1);
            return;
        }
        // OpenSSL 3 has single DES only as 3DES with the same key twice.
        const qsizetype whole = (size + 8) / 8 * 8;
        run(des, whole - 8);
        run(des, 8);
    }

    void decrypt(qsizetype size, bool aes)
    {
        const qsizetype block = aes ? 16 : 8;
        run(aes ? aesDecrypt : desDecrypt, size / block * block);
    }

    void vector()
    {
        int written = 0;
        std::array<unsigned char, 16> value{};
        must(EVP_CipherUpdate(aesVector.get(), value.data(), &written, value.data(), 16) == 1);
    }

    void run(const Cipher &context, qsizetype size)
    {
        static constexpr std::array<unsigned char, 16> Zero{};
        int written = 0;
        room.resize(std::max(room.size(), size));
        must(EVP_CipherInit_ex2(context.get(), nullptr, nullptr, Zero.data(), -1, nullptr) == 1
            && (size <= 0 || EVP_CipherUpdate(context.get(), data(), &written, data(), static_cast<int>(size)) == 1));
    }

    unsigned char *data() { return reinterpret_cast<unsigned char *>(room.data()); }

    Group group{EC_GROUP_new_by_curve_name(NID_brainpoolP256r1)};
    Numbers numbers{BN_CTX_secure_new()};
    Point theirs{EC_POINT_new(group.get())};
    std::vector<unsigned char> encoded;
    std::array<unsigned char, 65> sent{};
    Cipher aesDecrypt = cipher(EVP_aes_128_cbc(), false);
    Cipher aesVector = cipher(EVP_aes_128_ecb(), true);
    Cipher desDecrypt = cipher(EVP_des_ede_cbc(), false);
    Cipher des = cipher(EVP_des_ede_cbc(), true);
    MacContext mac;
    Signature document{"P-256", EVP_sha256()};
    Signature signer{"P-384", EVP_sha384()};
    QByteArray room;
};

BareCrypto::BareCrypto(Opening opening, QList<Exchange> exchanges, QList<QByteArray> files)
    : m_opening(opening)
    , m_exchanges(std::move(exchanges))
    , m_files(std::move(files))
    , m_parts(std::make_unique<Parts>())
{
}

BareCrypto::~BareCrypto() = default;

void BareCrypto::run()
{
    m_opening == Opening::Pace ? pace() : bac();
    protectAll();
    prove();
}

void BareCrypto::pace()
{
    Parts &parts = *m_parts;
    hash(EVP_sha1(), QByteArray(10, 'x')); // the key of the password
    parts.decrypt(16, true); // the nonce
    const Number nonce = parts.scalar();
    const Number mapping = parts.scalar();
    parts.send(parts.product(mapping.get(), nullptr).get());
    const Point common = parts.product(mapping.get(), parts.received().get());
    const Point moved = parts.product(nonce.get(), nullptr);
    const Point generator(EC_POINT_new(parts.group.get()));
    must(EC_POINT_add(parts.group.get(), generator.get(), moved.get(), common.get(), parts.numbers.get()) == 1);
    const Number own = parts.scalar();
    parts.send(parts.product(own.get(), generator.get()).get());
    parts.derive(parts.product(own.get(), parts.received().get()).get(), 2);
    parts.authenticate(80, true); // both tokens
    parts.authenticate(80, true);
}

void BareCrypto::bac()
{
    Parts &parts = *m_parts;
    for (int key = 0; key < 4; ++key) { // two of the zone, two of the session
        hash(EVP_sha1(), QByteArray(32, 'x'));
    }
    for (int way = 0; way < 2; ++way) {
        parts.decrypt(32, false);
        parts.authenticate(32, false);
    }
}

void BareCrypto::agree()
{
    Parts &parts = *m_parts;
    const Number own = parts.scalar();
    parts.send(parts.product(own.get(), nullptr).get());
    parts.derive(parts.product(own.get(), parts.received().get()).get(), 2);
}

void BareCrypto::protectAll()
{
    bool aes = m_opening == Opening::Pace;
    for (const Exchange &one : m_exchanges) {
        if (!one.isProtected()) {
            continue;
        }
        if (one.renewsKeys()) {
            agree();
        }
        if (aes) {
            m_parts->vector();
            m_parts->vector();
        }
        m_parts->authenticate(one.command.size(), aes);
        m_parts->authenticate(one.answer, aes);
        m_parts->decrypt(one.answer, aes);
        aes = aes || one.renewsKeys(); // the keys of chip authentication are AES whatever opened it
    }
}

void BareCrypto::prove()
{
    for (const QByteArray &file : m_files) {
        hash(EVP_sha256(), file);
    }
    m_parts->document.verify();
    m_parts->signer.verify();
}

} // namespace motcua::bench
