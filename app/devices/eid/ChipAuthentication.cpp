// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/ChipAuthentication.h"

#include "app/devices/eid/KeyAgreement.h"
#include "app/devices/eid/Tlv.h"

namespace motcua {

using security::SecretBytes;

namespace {

constexpr quint8 ManageSecurityEnvironment = 0x22;
constexpr quint8 GeneralAuthenticate = 0x86;
constexpr quint32 Dynamic = 0x7C;

struct Way
{
    QByteArray oid = {}; ///< empty: DG14 names none, and it is that of 3DES
    CipherSuite suite = CipherSuite::TripleDes;
    const ChipAuthenticationPublicKey *key = nullptr;
};

/** The longest key of a cipher among what the chip offers; early chips bring a key alone and mean 3DES. */
std::optional<Way> bestWay(const SecurityInfos &infos)
{
    std::optional<Way> best;
    for (const ChipAuthenticationPublicKey &key : infos.chipAuthenticationKeys) {
        for (const ChipAuthenticationInfo &info : infos.chipAuthentication) {
            const bool fits = info.kind == key.kind && (!info.keyId || !key.keyId || info.keyId == key.keyId);
            if (fits && info.version == 1 && (!best || info.suite > best->suite)) {
                best = Way{info.oid, info.suite, &key};
            }
        }
    }
    if (!best && infos.chipAuthentication.isEmpty() && !infos.chipAuthenticationKeys.isEmpty()) {
        best = Way{{}, CipherSuite::TripleDes, &infos.chipAuthenticationKeys.first()};
    }
    return best;
}

QByteArray keyReference(std::optional<quint32> id)
{
    if (!id) {
        return {};
    }
    QByteArray bytes;
    for (int shift = 24; shift >= 0; shift -= 8) {
        const quint32 rest = *id >> shift;
        if (rest != 0 || shift == 0) {
            bytes.append(static_cast<char>(rest & 0xFF));
        }
    }
    return tlv(0x84, bytes);
}

Result<std::monostate, CardError> done(CardChannel &channel, const Apdu &command, const QString &step)
{
    const auto answer = channel.send(command);
    if (!answer) {
        return answer.error();
    }
    if (!answer->ok()) {
        return CardError{.fault = CardFault::Protocol, .status = answer->status, .detail = QStringLiteral("chip authentication: ") + step};
    }
    return {};
}

} // namespace

Result<std::monostate, CardError> authenticateChip(SecureMessaging &channel, const SecurityInfos &dataGroup14, Ephemeral &ephemeral)
{
    const auto way = bestWay(dataGroup14);
    const auto theirs = way ? KeyAgreement::ofPublicKeyInfo(way->key->publicKeyInfo) : std::nullopt;
    if (!theirs || theirs->group->kind() != way->key->kind) {
        return CardError{.fault = CardFault::NotSupported, .detail = QStringLiteral("chip authentication: no key we know")};
    }
    const SecretBytes privateKey = theirs->group->newPrivateKey(ephemeral);
    const QByteArray ours = theirs->group->publicKey(privateKey);
    const auto secret = theirs->group->shared(privateKey, theirs->publicKey);
    if (!secret) {
        return CardError{.fault = CardFault::NotSupported, .detail = QStringLiteral("chip authentication: its key is none")};
    }

    const QByteArray reference = keyReference(way->key->keyId);
    Result<std::monostate, CardError> sent;
    if (way->suite == CipherSuite::TripleDes) {
        sent = done(channel, {0, ManageSecurityEnvironment, 0x41, 0xA6, tlv(0x91, ours) + reference}, QStringLiteral("MSE:SET KAT"));
    } else {
        sent = done(channel, {0, ManageSecurityEnvironment, 0x41, 0xA4, tlv(0x80, way->oid) + reference}, QStringLiteral("MSE:SET AT"));
        if (sent) {
            Apdu command{0, GeneralAuthenticate, 0, 0, tlv(Dynamic, tlv(0x80, ours)), Apdu::MostShort};
            if (command.isExtended()) {
                command.le = Apdu::MostExtended;
            }
            sent = done(channel, command, QStringLiteral("GENERAL AUTHENTICATE"));
        }
    }
    if (sent) {
        channel.renew(SessionStart::fromZero(SessionKeys::of(secret->view(), way->suite)));
    }
    return sent;
}

} // namespace motcua
