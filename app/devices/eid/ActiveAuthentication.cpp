// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/ActiveAuthentication.h"

#include "app/devices/eid/OpenSsl.h"
#include "app/devices/eid/Tlv.h"

#include <openssl/ecdsa.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>

namespace motcua {

namespace {

constexpr quint8 InternalAuthenticate = 0x88;
constexpr qsizetype ChallengeSize = 8;

constexpr quint32 DataGroup15 = 0x6F;
constexpr quint32 Integer = 0x02;
constexpr quint32 BitString = 0x03;
constexpr quint32 ObjectIdentifier = 0x06;
constexpr quint32 Sequence = 0x30;

constexpr char RsaEncryption[] = "\x2A\x86\x48\x86\xF7\x0D\x01\x01\x01"; // 1.2.840.113549.1.1.1
constexpr char EcPublicKey[] = "\x2A\x86\x48\xCE\x3D\x02\x01"; // 1.2.840.10045.2.1
constexpr char EcdsaPlain[] = "\x04\x00\x7F\x00\x07\x01\x01\x04\x01"; // 0.4.0.127.0.7.1.1.4.1, BSI TR-03111
constexpr char EcdsaWith[] = "\x2A\x86\x48\xCE\x3D\x04"; // 1.2.840.10045.4, which some issuers name instead

constexpr qsizetype ShortestModulus = 128; // bytes
constexpr qsizetype LongestModulus = 512;
constexpr qsizetype LongestExponent = 4;

template <std::size_t Size>
constexpr QByteArrayView view(const char (&bytes)[Size])
{
    return QByteArrayView(bytes, static_cast<qsizetype>(Size) - 1);
}

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

openssl::Bignum bignum(QByteArrayView bytes)
{
    return openssl::Bignum(BN_bin2bn(raw(bytes), static_cast<int>(bytes.size()), nullptr));
}

QByteArray hashOf(const EVP_MD *digest, QByteArrayView first, QByteArrayView second)
{
    QByteArray hash(EVP_MD_get_size(digest), Qt::Uninitialized);
    const openssl::DigestContext context(EVP_MD_CTX_new());
    if (!context || EVP_DigestInit_ex2(context.get(), digest, nullptr) != 1
        || EVP_DigestUpdate(context.get(), first.data(), static_cast<std::size_t>(first.size())) != 1
        || EVP_DigestUpdate(context.get(), second.data(), static_cast<std::size_t>(second.size())) != 1
        || EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char *>(hash.data()), nullptr) != 1) {
        qFatal("a digest is missing");
    }
    return hash;
}

/** The hash that a two-byte trailer names (ISO/IEC 10118-3). */
const EVP_MD *hashOfTrailer(quint8 identifier)
{
    switch (identifier) {
    case 0x33:
        return EVP_sha1();
    case 0x34:
        return EVP_sha256();
    case 0x35:
        return EVP_sha512();
    case 0x36:
        return EVP_sha384();
    case 0x38:
        return EVP_sha224();
    default:
        return nullptr;
    }
}

/** Those an ECDSA signature may have been made with: one where DG14 names it. */
QList<const EVP_MD *> hashesOf(QByteArrayView algorithm)
{
    const QList<const EVP_MD *> all{EVP_sha1(), EVP_sha224(), EVP_sha256(), EVP_sha384(), EVP_sha512()};
    if (algorithm.isEmpty()) {
        return {EVP_sha256(), EVP_sha1(), EVP_sha224(), EVP_sha384(), EVP_sha512()};
    }
    if (algorithm.startsWith(view(EcdsaPlain)) && algorithm.size() == view(EcdsaPlain).size() + 1) {
        const int number = static_cast<quint8>(algorithm.back());
        return number >= 1 && number <= all.size() ? QList<const EVP_MD *>{all.at(number - 1)} : QList<const EVP_MD *>();
    }
    if (algorithm.startsWith(view(EcdsaWith))) {
        const QByteArrayView arc = algorithm.sliced(view(EcdsaWith).size());
        if (arc == QByteArrayView("\x01", 1)) {
            return {EVP_sha1()};
        }
        if (arc.size() == 2 && arc[0] == 3 && arc[1] >= 1 && arc[1] <= 4) {
            return {all.at(arc[1])};
        }
    }
    return {};
}

/** r and s side by side as the SEQUENCE that OpenSSL verifies; already one when a chip answers so. */
QByteArray asSequence(QByteArrayView signature, qsizetype plainSize)
{
    if (signature.size() != plainSize) {
        return TlvReader::only(signature, Sequence) ? signature.toByteArray() : QByteArray();
    }
    const std::unique_ptr<ECDSA_SIG, openssl::Freed<&ECDSA_SIG_free>> pair(ECDSA_SIG_new());
    auto r = bignum(signature.first(plainSize / 2));
    auto s = bignum(signature.last(plainSize / 2));
    if (!pair || !r || !s || ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1) {
        return {};
    }
    static_cast<void>(r.release());
    static_cast<void>(s.release());
    QByteArray sequence(i2d_ECDSA_SIG(pair.get(), nullptr), Qt::Uninitialized);
    auto *to = reinterpret_cast<unsigned char *>(sequence.data());
    i2d_ECDSA_SIG(pair.get(), &to);
    return sequence;
}

QByteArrayView withoutZeros(QByteArrayView number)
{
    while (number.size() > 1 && number[0] == '\0') {
        number = number.sliced(1);
    }
    return number;
}

openssl::Pkey publicKey(QByteArrayView info)
{
    const unsigned char *bytes = raw(info);
    return openssl::Pkey(d2i_PUBKEY(nullptr, &bytes, static_cast<long>(info.size())));
}

} // namespace

std::optional<ActiveAuthenticationKey> ActiveAuthenticationKey::of(QByteArrayView dataGroup15, const SecurityInfos *infos)
{
    const auto group = TlvReader::only(dataGroup15, DataGroup15);
    const auto info = group ? TlvReader::only(group->value, Sequence) : std::nullopt;
    if (!info) {
        return {};
    }
    TlvReader reader(info->value);
    const auto algorithm = reader.next(Sequence);
    const auto bits = reader.next(BitString);
    TlvReader names(algorithm ? algorithm->value : QByteArrayView());
    const auto oid = names.next(ObjectIdentifier);
    if (!oid || !bits || bits->value.size() < 2 || bits->value[0] != 0 || !reader.atEnd()) {
        return {};
    }

    ActiveAuthenticationKey key;
    if (oid->value == view(RsaEncryption)) {
        const auto numbers = TlvReader::only(bits->value.sliced(1), Sequence);
        TlvReader inner(numbers ? numbers->value : QByteArrayView());
        const auto modulus = inner.next(Integer);
        const auto exponent = inner.next(Integer);
        if (!modulus || !exponent || !inner.atEnd()) {
            return {};
        }
        key.m_modulus = withoutZeros(modulus->value).toByteArray();
        key.m_exponent = withoutZeros(exponent->value).toByteArray();
        const bool wholeBytes = !key.m_modulus.isEmpty() && (static_cast<quint8>(key.m_modulus.at(0)) & 0x80) != 0;
        if (!wholeBytes || key.m_modulus.size() < ShortestModulus || key.m_modulus.size() > LongestModulus
            || key.m_exponent.size() > LongestExponent) {
            return {};
        }
        key.m_signatureSize = key.m_modulus.size();
        return key;
    }
    if (oid->value == view(EcPublicKey)) {
        const auto point = publicKey(info->whole);
        if (!point || EVP_PKEY_get_bits(point.get()) < 160) {
            return {};
        }
        key.m_publicKeyInfo = info->whole.toByteArray();
        key.m_signatureSize = 2 * ((EVP_PKEY_get_bits(point.get()) + 7) / 8);
        if (infos != nullptr && !infos->activeAuthentication.isEmpty()) {
            const auto &named = infos->activeAuthentication;
            const auto known = std::find_if(named.begin(), named.end(),
                [](const ActiveAuthenticationInfo &one) { return !one.signatureAlgorithm.isEmpty() && !hashesOf(one.signatureAlgorithm).isEmpty(); });
            if (known == named.end()) {
                return {};
            }
            key.m_algorithm = known->signatureAlgorithm;
        }
        return key;
    }
    return {};
}

bool ActiveAuthenticationKey::verifies(QByteArrayView challenge, QByteArrayView signature) const
{
    return m_modulus.isEmpty() ? verifiesEcdsa(challenge, signature) : verifiesRsa(challenge, signature);
}

bool ActiveAuthenticationKey::verifiesRsa(QByteArrayView challenge, QByteArrayView signature) const
{
    if (signature.size() != m_modulus.size()) {
        return false;
    }
    const openssl::BignumContext numbers(BN_CTX_new());
    const auto modulus = bignum(m_modulus);
    const auto exponent = bignum(m_exponent);
    const auto number = bignum(signature);
    const openssl::Bignum message(BN_new());
    if (!numbers || !modulus || !exponent || !number || !message || BN_cmp(number.get(), modulus.get()) >= 0
        || BN_mod_exp(message.get(), number.get(), exponent.get(), modulus.get(), numbers.get()) != 1) {
        return false;
    }
    QByteArray opened(m_modulus.size(), Qt::Uninitialized);
    const auto write = [&] {
        return BN_bn2binpad(message.get(), reinterpret_cast<unsigned char *>(opened.data()), static_cast<int>(opened.size())) >= 0;
    };
    if (!write()) {
        return false;
    }
    // The smaller of a signature and its opposite may be sent (ISO/IEC 9796-2 B.6); a trailer tells which it was.
    if ((opened.back() & 0x0F) != 0x0C && (BN_sub(message.get(), modulus.get(), message.get()) != 1 || !write())) {
        return false;
    }
    return recovers(opened, challenge);
}

bool ActiveAuthenticationKey::recovers(QByteArrayView opened, QByteArrayView challenge)
{
    if (opened.size() < 4 || (static_cast<quint8>(opened[0]) & 0xC0) != 0x40) {
        return false;
    }
    const bool oneByte = static_cast<quint8>(opened.back()) == 0xBC;
    if (!oneByte && static_cast<quint8>(opened.back()) != 0xCC) {
        return false;
    }
    const EVP_MD *digest = oneByte ? EVP_sha1() : hashOfTrailer(static_cast<quint8>(opened[opened.size() - 2]));
    if (digest == nullptr) {
        return false;
    }
    // The header's padding ends with the half byte A: 6A at once, or 6B BB … BA.
    qsizetype begin = 0;
    for (;; ++begin) {
        const int half = opened[begin] & 0x0F;
        if (half == 0x0A) {
            break;
        }
        if (half != 0x0B || begin + 1 == opened.size()) {
            return false;
        }
    }
    ++begin;
    const qsizetype end = opened.size() - (oneByte ? 1 : 2) - EVP_MD_get_size(digest);
    if (end < begin) {
        return false;
    }
    return hashOf(digest, opened.sliced(begin, end - begin), challenge) == opened.sliced(end, EVP_MD_get_size(digest));
}

bool ActiveAuthenticationKey::verifiesEcdsa(QByteArrayView challenge, QByteArrayView signature) const
{
    const auto key = publicKey(m_publicKeyInfo);
    const QByteArray sequence = asSequence(signature, m_signatureSize);
    const openssl::PkeyContext context(EVP_PKEY_CTX_new(key.get(), nullptr));
    if (!key || sequence.isEmpty() || !context || EVP_PKEY_verify_init(context.get()) != 1) {
        return false;
    }
    const auto hashes = hashesOf(m_algorithm);
    return std::any_of(hashes.begin(), hashes.end(), [&](const EVP_MD *digest) {
        const QByteArray hash = hashOf(digest, challenge, {});
        return EVP_PKEY_verify(context.get(), raw(sequence), static_cast<std::size_t>(sequence.size()), raw(hash),
                   static_cast<std::size_t>(hash.size()))
            == 1;
    });
}

Result<bool, CardError> signsActively(CardChannel &channel, const ActiveAuthenticationKey &key, Ephemeral &ephemeral)
{
    const auto nonce = ephemeral.draw(ChallengeSize);
    const QByteArray challenge = nonce.view().toByteArray();
    Apdu command{0, InternalAuthenticate, 0, 0, challenge, Apdu::MostShort};
    // A signature of RSA-2048 with its protection does not fit into a short answer.
    if (key.signatureSize() > channel.room(Apdu::MostShort) && channel.extendedLength().value_or(true)) {
        command.extended = true;
        command.le = std::max<int>(static_cast<int>(key.signatureSize()), Apdu::MostShort);
    }
    auto answer = channel.send(command);
    if (answer && command.extended && answer->status == sw::WrongLength) {
        answer = channel.send({0, InternalAuthenticate, 0, 0, challenge, Apdu::MostShort});
    }
    if (!answer) {
        return answer.error();
    }
    if (!answer->ok()) {
        return CardError{.fault = CardFault::Protocol, .status = answer->status, .detail = QStringLiteral("INTERNAL AUTHENTICATE")};
    }
    return key.verifies(challenge, answer->data);
}

} // namespace motcua
