// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chip/ChipBac.h"

#include "app/devices/eid/SessionCipher.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <utility>

namespace motcua::training {

using security::SecretBytes;

namespace {

constexpr qsizetype NonceSize = 8;
constexpr qsizetype KeySize = 16;
constexpr qsizetype CipherSize = 2 * NonceSize + KeySize;
constexpr quint16 WrongKey = 0x6300;

} // namespace

ChipReply ChipBac::challenge(const Apdu &command)
{
    if (command.le < NonceSize) {
        return ChipReply::refusal(sw::WrongLength);
    }
    m_challenge = m_ephemeral.draw(NonceSize).view().toByteArray();
    return ChipReply{.data = m_challenge};
}

ChipReply ChipBac::authenticated(const Apdu &command)
{
    const QByteArray challenge = std::exchange(m_challenge, {});
    if (challenge.isEmpty()) {
        return ChipReply::refusal(sw::Conditions);
    }
    if (command.data.size() != CipherSize + SessionCipher::MacSize) {
        return ChipReply::refusal(sw::WrongLength);
    }
    SessionCipher cipher(SessionKeys::of(m_mrz.view().first(KeySize), CipherSuite::TripleDes));
    const QByteArrayView sent(command.data);
    if (!cipher.isMac(sent.sliced(CipherSize), {SessionCipher::padded(sent.first(CipherSize), cipher.block())})) {
        return ChipReply::refusal(WrongKey);
    }
    const QByteArray zero(NonceSize, '\0');
    QByteArray plain = cipher.decrypted(sent.first(CipherSize), zero);
    const QByteArray theirNonce = plain.first(NonceSize);
    const SecretBytes theirKey = SecretBytes::copyOf(QByteArrayView(plain).last(KeySize));
    const bool isEcho = CRYPTO_memcmp(plain.constData() + NonceSize, challenge.constData(), static_cast<std::size_t>(NonceSize)) == 0;
    OPENSSL_cleanse(plain.data(), static_cast<std::size_t>(plain.size()));
    if (!isEcho) {
        return ChipReply::refusal(WrongKey);
    }

    const SecretBytes ourKey = m_ephemeral.draw(KeySize);
    SecretBytes answer(CipherSize);
    std::copy_n(challenge.begin(), NonceSize, answer.data());
    std::copy_n(theirNonce.begin(), NonceSize, answer.data() + NonceSize);
    std::copy_n(ourKey.data(), KeySize, answer.data() + 2 * NonceSize);
    SecretBytes seed(KeySize);
    for (qsizetype i = 0; i < KeySize; ++i) {
        seed.data()[i] = static_cast<unsigned char>(ourKey.data()[i] ^ theirKey.data()[i]);
    }
    ChipReply reply{.data = cipher.encrypted(answer.view(), zero)};
    const auto mac = cipher.mac({SessionCipher::padded(reply.data, cipher.block())});
    reply.data.append(QByteArrayView(mac));
    reply.session = SessionStart{
        SessionKeys::of(seed.view(), CipherSuite::TripleDes), challenge.last(NonceSize / 2) + theirNonce.last(NonceSize / 2)};
    return reply;
}

} // namespace motcua::training
