// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Bac.h"

#include <algorithm>

namespace motcua {

using security::SecretBytes;

namespace {

constexpr qsizetype NonceSize = 8;
constexpr qsizetype KeySize = 16;
constexpr qsizetype CipherSize = 2 * NonceSize + KeySize;
constexpr quint8 GetChallenge = 0x84;
constexpr quint8 ExternalAuthenticate = 0x82;

CardError refused(quint16 status, const QString &step)
{
    CardFault fault = CardFault::Protocol;
    if (status == sw::Blocked) {
        fault = CardFault::Blocked;
    } else if (sw::verificationFailed(status) || status == sw::SecurityStatus || status == sw::WrongProtection) {
        fault = CardFault::WrongKey;
    }
    return {fault, status, sw::triesLeft(status), step};
}

} // namespace

Result<SessionStart, CardError> startByBac(CardChannel &channel, const CardKey &key, Ephemeral &ephemeral)
{
    if (key.kind() != CardKey::Kind::Mrz) {
        return CardError{.fault = CardFault::WrongKey, .detail = QStringLiteral("BAC opens by the MRZ only")};
    }
    const auto challenge = channel.send({0, GetChallenge, 0, 0, {}, NonceSize});
    if (!challenge) {
        return challenge.error();
    }
    if (!challenge->ok()) {
        return CardError{.fault = CardFault::Protocol, .status = challenge->status, .detail = QStringLiteral("GET CHALLENGE")};
    }
    if (challenge->data.size() != NonceSize) {
        return CardError{.fault = CardFault::Nonsense, .detail = QStringLiteral("a challenge of another length")};
    }

    SessionCipher documentCipher(SessionKeys::of(key.secret().first(KeySize), CipherSuite::TripleDes));
    const SecretBytes nonce = ephemeral.draw(NonceSize);
    const SecretBytes ourKey = ephemeral.draw(KeySize);
    SecretBytes plain(CipherSize);
    std::copy_n(nonce.data(), NonceSize, plain.data());
    std::copy_n(challenge->data.begin(), NonceSize, plain.data() + NonceSize);
    std::copy_n(ourKey.data(), KeySize, plain.data() + 2 * NonceSize);

    const QByteArray zero(NonceSize, '\0');
    QByteArray sent = documentCipher.encrypted(plain.view(), zero);
    const auto mac = documentCipher.mac({SessionCipher::padded(sent, documentCipher.block())});
    sent.append(QByteArrayView(mac));
    const auto answer = channel.send({0, ExternalAuthenticate, 0, 0, sent, CipherSize + SessionCipher::MacSize});
    if (!answer) {
        return answer.error();
    }
    if (!answer->ok()) {
        return refused(answer->status, QStringLiteral("EXTERNAL AUTHENTICATE"));
    }
    const QByteArrayView received(answer->data);
    if (received.size() != CipherSize + SessionCipher::MacSize
        || !documentCipher.isMac(
            received.sliced(CipherSize), {SessionCipher::padded(received.first(CipherSize), documentCipher.block())})) {
        return CardError{.fault = CardFault::Nonsense, .detail = QStringLiteral("BAC: a wrong MAC")};
    }
    QByteArray opened = documentCipher.decrypted(received.first(CipherSize), zero);
    const auto equal = [&](qsizetype at, const unsigned char *bytes) {
        return CRYPTO_memcmp(opened.constData() + at, bytes, static_cast<std::size_t>(NonceSize)) == 0;
    };
    const bool echoed = equal(0, reinterpret_cast<const unsigned char *>(challenge->data.constData())) && equal(NonceSize, nonce.data());
    SecretBytes seed(KeySize);
    for (qsizetype i = 0; i < KeySize; ++i) {
        seed.data()[i] = static_cast<unsigned char>(ourKey.data()[i] ^ static_cast<unsigned char>(opened.at(2 * NonceSize + i)));
    }
    OPENSSL_cleanse(opened.data(), static_cast<std::size_t>(opened.size()));
    if (!echoed) {
        return CardError{.fault = CardFault::Nonsense, .detail = QStringLiteral("BAC: other nonces")};
    }
    const QByteArrayView ours = nonce.view();
    return SessionStart{
        SessionKeys::of(seed.view(), CipherSuite::TripleDes), challenge->data.last(NonceSize / 2) + ours.last(NonceSize / 2).toByteArray()};
}

} // namespace motcua
