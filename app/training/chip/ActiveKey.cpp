// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chip/ActiveKey.h"

#include "app/devices/eid/Tlv.h"
#include "app/training/chip/EllipticKey.h"

#include <openssl/rsa.h>

namespace motcua::training {

namespace {

constexpr int Prime256 = 12; // the number of P-256
constexpr quint32 Integer = 0x02;
constexpr quint32 Sequence = 0x30;

const EVP_MD *digestOf(ActiveKey::Digest digest)
{
    switch (digest) {
    case ActiveKey::Digest::Sha1:
        return EVP_sha1();
    case ActiveKey::Digest::Sha224:
        return EVP_sha224();
    case ActiveKey::Digest::Sha256:
        return EVP_sha256();
    case ActiveKey::Digest::Sha384:
        return EVP_sha384();
    case ActiveKey::Digest::Sha512:
        return EVP_sha512();
    }
    return nullptr;
}

/** ISO/IEC 9796-2: BC for SHA-1, else the number of the digest and CC. */
QByteArray trailerOf(ActiveKey::Digest digest)
{
    switch (digest) {
    case ActiveKey::Digest::Sha1:
        return QByteArray::fromHex("BC");
    case ActiveKey::Digest::Sha224:
        return QByteArray::fromHex("38CC");
    case ActiveKey::Digest::Sha256:
        return QByteArray::fromHex("34CC");
    case ActiveKey::Digest::Sha384:
        return QByteArray::fromHex("36CC");
    case ActiveKey::Digest::Sha512:
        return QByteArray::fromHex("35CC");
    }
    return {};
}

QByteArray hashOf(const EVP_MD *digest, const QByteArray &bytes)
{
    QByteArray hash(EVP_MD_get_size(digest), Qt::Uninitialized);
    if (EVP_Digest(bytes.constData(), static_cast<std::size_t>(bytes.size()), reinterpret_cast<unsigned char *>(hash.data()), nullptr,
            digest, nullptr)
        != 1) {
        qFatal("a digest is missing");
    }
    return hash;
}

owned::Pkey rsaKey(unsigned int bits)
{
    owned::Pkey key(EVP_RSA_gen(bits));
    if (!key) {
        qFatal("no RSA key could be made");
    }
    return key;
}

/** Filled up to `size` bytes, or without the zero that keeps it positive. */
QByteArray asNumberOf(qsizetype size, QByteArrayView integer)
{
    return integer.size() > size ? integer.last(size).toByteArray() : QByteArray(size - integer.size(), '\0') + integer.toByteArray();
}

} // namespace

ActiveKey::ActiveKey(Kind kind, Digest digest, Ephemeral &ephemeral)
    : m_kind(kind)
    , m_digest(digest)
    , m_key(kind == Kind::Ecdsa ? ellipticKey(Prime256, CurveForm::Named, ephemeral) : rsaKey(kind == Kind::Rsa1024 ? 1024 : 2048))
{
}

QByteArray ActiveKey::publicKeyInfo() const
{
    return owned::der(&i2d_PUBKEY, m_key.get());
}

QByteArray ActiveKey::recoverable(QByteArrayView challenge, Ephemeral &ephemeral) const
{
    const qsizetype size = EVP_PKEY_get_size(m_key.get());
    const EVP_MD *digest = digestOf(m_digest);
    const QByteArray trailer = trailerOf(m_digest);
    const QByteArray message = ephemeral.draw(size - 1 - EVP_MD_get_size(digest) - trailer.size()).view().toByteArray();
    return '\x6A' + message + hashOf(digest, message + challenge.toByteArray()) + trailer;
}

QByteArray ActiveKey::signatureOf(QByteArrayView challenge, Ephemeral &ephemeral) const
{
    const bool isCurve = m_kind == Kind::Ecdsa;
    const QByteArray input = isCurve ? hashOf(digestOf(m_digest), challenge.toByteArray()) : recoverable(challenge, ephemeral);
    const owned::PkeyContext context(EVP_PKEY_CTX_new(m_key.get(), nullptr));
    QByteArray signature(EVP_PKEY_get_size(m_key.get()), Qt::Uninitialized);
    auto size = static_cast<std::size_t>(signature.size());
    if (!context || EVP_PKEY_sign_init(context.get()) != 1 || (!isCurve && EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_NO_PADDING) != 1)
        || EVP_PKEY_sign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, owned::raw(input),
               static_cast<std::size_t>(input.size()))
            != 1) {
        qFatal("a chip could not sign");
    }
    signature.truncate(static_cast<qsizetype>(size));
    if (!isCurve) {
        return signature;
    }
    const auto pair = TlvReader::only(signature, Sequence);
    TlvReader numbers(pair ? pair->value : QByteArrayView());
    const auto r = numbers.next(Integer);
    const auto s = numbers.next(Integer);
    if (!r || !s) {
        qFatal("a signature is no pair of numbers");
    }
    const qsizetype half = (EVP_PKEY_get_bits(m_key.get()) + 7) / 8;
    return asNumberOf(half, r->value) + asNumberOf(half, s->value);
}

} // namespace motcua::training
