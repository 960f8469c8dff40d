// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chip/ChipPace.h"

#include "app/devices/eid/SessionCipher.h"
#include "app/devices/eid/Tlv.h"

#include <openssl/crypto.h>

#include <algorithm>

namespace motcua::training {

using security::SecretBytes;

namespace {

constexpr quint8 Chained = 0x10;
constexpr int Steps = 4;

constexpr quint32 Dynamic = 0x7C;
constexpr quint32 PublicKey = 0x7F49;
constexpr quint16 WrongPassword = 0x6300;
constexpr quint16 TriesLeft = 0x63C0;

enum class Password { Mrz = 1, Can = 2 };

ChipReply answer(quint32 tag, QByteArrayView value)
{
    return ChipReply{.data = tlv(Dynamic, tlv(tag, value))};
}

SessionCipher::MacBytes token(const SessionKeys &keys, const PaceInfo &way, QByteArrayView publicKey)
{
    const bool isNumber = way.kind == AgreementKind::Dh;
    while (isNumber && publicKey.size() > 1 && publicKey[0] == '\0') {
        publicKey = publicKey.sliced(1);
    }
    SessionCipher cipher(keys);
    const QByteArray input = tlv(PublicKey, tlv(0x06, way.oid) + tlv(isNumber ? 0x84 : 0x86, publicKey));
    return way.suite == CipherSuite::TripleDes ? cipher.mac({SessionCipher::padded(input, cipher.block())}) : cipher.mac({input});
}

} // namespace

ChipPace::ChipPace(const ChipCard &card, int tries, Ephemeral &ephemeral)
    : m_card(card)
    , m_ephemeral(ephemeral)
    , m_tries(tries)
    , m_left(tries)
{
}

ChipReply ChipPace::chosen(const Apdu &command)
{
    abandon();
    const auto infos = SecurityInfos::ofCardAccess(m_card.cardAccess);
    const auto oid = TlvReader::find(command.data, 0x80);
    const auto password = TlvReader::find(command.data, 0x83);
    const auto parameters = TlvReader::find(command.data, 0x84);
    if (!infos || !oid || !password || password->value.size() != 1 || (parameters && parameters->value.size() != 1)) {
        return ChipReply::refusal(sw::WrongData);
    }
    QList<PaceInfo> ways;
    std::copy_if(infos->pace.begin(), infos->pace.end(), std::back_inserter(ways), [&](const PaceInfo &way) {
        return oid->value == QByteArrayView(way.oid) && (!parameters || way.parameterId == static_cast<quint8>(parameters->value[0]));
    });
    const int kind = password->value[0];
    if (ways.isEmpty() || (kind != static_cast<int>(Password::Can) && kind != static_cast<int>(Password::Mrz))) {
        return ChipReply::refusal(sw::WrongData);
    }
    if (ways.size() > 1 || !ways.first().parameterId) {
        return ChipReply::refusal(sw::ReferenceNotFound); // which of them is not said
    }
    if (m_tries > 0 && m_left == 0) {
        return ChipReply::refusal(sw::Blocked);
    }
    m_run.emplace();
    m_run->way = ways.first();
    m_run->byCan = kind == static_cast<int>(Password::Can);
    m_run->group = KeyAgreement::standard(*m_run->way.parameterId);
    return ChipReply{.status = m_left < m_tries ? static_cast<quint16>(TriesLeft | m_left) : sw::Ok};
}

ChipReply ChipPace::step(const Apdu &command)
{
    if (!m_run) {
        return ChipReply::refusal(sw::Conditions);
    }
    const auto dynamic = TlvReader::only(command.data, Dynamic);
    const bool isLast = (command.cla & Chained) == 0;
    const int step = ++m_run->step;
    ChipReply reply = ChipReply::refusal(sw::Conditions);
    if (dynamic && isLast == (step == Steps)) {
        constexpr quint32 Tags[] = {0, 0x81, 0x83, 0x85};
        const auto object = step == 1 ? std::nullopt : TlvReader::only(dynamic->value, Tags[step - 1]);
        if (step == 1 && dynamic->value.isEmpty()) {
            reply = nonce(*m_run);
        } else if (object) {
            reply = step == 2 ? mapping(*m_run, object->value)
                : step == 3   ? agreement(*m_run, object->value)
                              : confirmation(*m_run, object->value);
        }
    }
    if (reply.status != sw::Ok || step == Steps) {
        abandon();
    }
    return reply;
}

ChipReply ChipPace::nonce(Run &run)
{
    run.nonce = m_ephemeral.draw(keySize(run.way.suite) > 16 ? 32 : 16); // whole blocks, and no fewer than the key has
    const SecretBytes &password = run.byCan ? m_card.can : m_card.mrz;
    const SessionKeys keys{
        run.way.suite, derivedKey(password.view(), KeyUse::Password, run.way.suite), SecretBytes(keySize(run.way.suite))};
    return answer(0x80, SessionCipher(keys).encrypted(run.nonce.view(), QByteArray(blockSize(run.way.suite), '\0')));
}

ChipReply ChipPace::mapping(Run &run, QByteArrayView theirs)
{
    const SecretBytes key = run.group->newPrivateKey(m_ephemeral);
    run.mapped = run.group->mapped(run.nonce.view(), key, theirs);
    return run.mapped ? answer(0x82, run.group->publicKey(key)) : ChipReply::refusal(sw::WrongData);
}

ChipReply ChipPace::agreement(Run &run, QByteArrayView theirs)
{
    const SecretBytes key = run.mapped->newPrivateKey(m_ephemeral);
    run.theirs = theirs.toByteArray();
    run.ours = run.mapped->publicKey(key);
    const auto secret = run.theirs != run.ours ? run.mapped->shared(key, theirs) : std::nullopt;
    if (!secret) {
        return ChipReply::refusal(sw::WrongData);
    }
    run.session = SessionStart::fromZero(SessionKeys::of(secret->view(), run.way.suite));
    return answer(0x84, run.ours);
}

ChipReply ChipPace::confirmation(Run &run, QByteArrayView given)
{
    const auto right = token(run.session->keys, run.way, run.ours);
    if (given.size() != SessionCipher::MacSize || CRYPTO_memcmp(given.data(), right.data(), right.size()) != 0) {
        if (m_tries == 0) {
            return ChipReply::refusal(WrongPassword);
        }
        return ChipReply::refusal(static_cast<quint16>(TriesLeft | --m_left));
    }
    m_left = m_tries;
    ChipReply reply = answer(0x86, token(run.session->keys, run.way, run.theirs));
    reply.session = std::move(run.session);
    return reply;
}

} // namespace motcua::training
