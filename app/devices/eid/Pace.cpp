// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Pace.h"

#include "app/devices/eid/KeyAgreement.h"
#include "app/devices/eid/Tlv.h"

#include <algorithm>
#include <tuple>

namespace motcua {

using security::SecretBytes;

namespace {

constexpr quint8 ManageSecurityEnvironment = 0x22;
constexpr quint8 GeneralAuthenticate = 0x86;
constexpr quint8 Chained = 0x10; // CLA: more commands follow

constexpr quint32 Dynamic = 0x7C; // dynamic authentication data
constexpr quint32 PublicKey = 0x7F49;
constexpr qsizetype LongestNonce = 64;

CardError badAnswer(const QString &what)
{
    return CardError{.fault = CardFault::Nonsense, .detail = QStringLiteral("PACE: ") + what};
}

std::unique_ptr<KeyAgreement> groupOf(const PaceInfo &way, const SecurityInfos &infos)
{
    for (const PaceDomainParameters &own : infos.paceParameters) {
        if (own.parameterId == way.parameterId) {
            auto group = KeyAgreement::ofAlgorithm(own.algorithm);
            return group && group->isStandard() ? std::move(group) : nullptr; // nobody has signed it
        }
    }
    return way.parameterId ? KeyAgreement::standard(*way.parameterId) : nullptr;
}

bool isAmbiguous(const PaceInfo &way, const SecurityInfos &infos)
{
    return std::count_if(infos.pace.begin(), infos.pace.end(), [&](const PaceInfo &other) { return other.oid == way.oid; }) > 1;
}

/** One run: what its steps share. */
class Run
{
public:
    Run(CardChannel &channel, const CardKey &key, const PaceInfo &way, Ephemeral &ephemeral)
        : m_channel(channel)
        , m_key(key)
        , m_way(way)
        , m_ephemeral(ephemeral)
    {
    }

    Result<SessionStart, CardError> start(const KeyAgreement &group, bool nameParameters)
    {
        auto chosen = choose(nameParameters);
        if (!chosen && !nameParameters && m_way.parameterId
            && (chosen.error().status == sw::WrongData || chosen.error().status == sw::ReferenceNotFound)) {
            chosen = choose(true); // some want the parameters named though there is no choice
        }
        if (!chosen) {
            return chosen.error();
        }

        auto nonce = this->nonce();
        if (!nonce) {
            return nonce.error();
        }
        const SecretBytes mappingKey = group.newPrivateKey(m_ephemeral);
        const auto theirMapping = step(0x81, group.publicKey(mappingKey), 0x82, QStringLiteral("mapping"));
        if (!theirMapping) {
            return theirMapping.error();
        }
        const auto mapped = group.mapped(nonce->view(), mappingKey, *theirMapping);
        if (!mapped) {
            return badAnswer(QStringLiteral("no key to map with"));
        }

        const SecretBytes agreementKey = mapped->newPrivateKey(m_ephemeral);
        const QByteArray ours = mapped->publicKey(agreementKey);
        const auto theirs = step(0x83, ours, 0x84, QStringLiteral("key agreement"));
        if (!theirs) {
            return theirs.error();
        }
        const auto secret = *theirs != ours ? mapped->shared(agreementKey, *theirs) : std::nullopt;
        if (!secret) {
            return badAnswer(QStringLiteral("no key to agree with"));
        }
        SessionStart session = SessionStart::fromZero(SessionKeys::of(secret->view(), m_way.suite));
        return confirmed(std::move(session), ours, *theirs);
    }

private:
    Result<std::monostate, CardError> choose(bool nameParameters)
    {
        QByteArray data = tlv(0x80, m_way.oid) + tlv(0x83, QByteArray(1, static_cast<char>(m_key.kind())));
        if (nameParameters && m_way.parameterId) {
            data += tlv(0x84, QByteArray(1, static_cast<char>(*m_way.parameterId)));
        }
        const auto answer = m_channel.send({0, ManageSecurityEnvironment, 0xC1, 0xA4, data});
        if (!answer) {
            return answer.error();
        }
        m_triesLeft = sw::triesLeft(answer->status); // a warning: earlier tries failed
        if (!answer->ok() && m_triesLeft < 0) {
            const CardFault fault = answer->status == sw::Blocked ? CardFault::Blocked : CardFault::Protocol;
            return CardError{.fault = fault, .status = answer->status, .detail = QStringLiteral("PACE: MSE:SET AT")};
        }
        return {};
    }

    Result<CardAnswer, CardError> authenticate(quint8 cla, QByteArrayView object)
    {
        Apdu command{cla, GeneralAuthenticate, 0, 0, tlv(Dynamic, object), Apdu::MostShort};
        if (command.isExtended()) {
            command.le = Apdu::MostExtended;
        }
        return m_channel.send(command);
    }

    static std::optional<QByteArray> object(const CardAnswer &answer, quint32 tag)
    {
        const auto dynamic = TlvReader::only(answer.data, Dynamic);
        const auto object = dynamic ? TlvReader::find(dynamic->value, tag) : std::nullopt;
        return object ? std::optional(object->value.toByteArray()) : std::nullopt;
    }

    Result<QByteArray, CardError> exchange(QByteArrayView sent, quint32 wanted, const QString &name)
    {
        const auto answer = authenticate(Chained, sent);
        if (!answer) {
            return answer.error();
        }
        if (!answer->ok()) {
            return CardError{.fault = answer->status == sw::Blocked ? CardFault::Blocked : CardFault::Protocol,
                .status = answer->status,
                .detail = QStringLiteral("PACE: ") + name};
        }
        auto got = object(*answer, wanted);
        if (!got) {
            return badAnswer(name);
        }
        return *std::move(got);
    }

    Result<QByteArray, CardError> step(quint32 tag, QByteArrayView sent, quint32 wanted, const QString &name)
    {
        return exchange(tlv(tag, sent), wanted, name);
    }

    Result<SecretBytes, CardError> nonce()
    {
        const auto encrypted = exchange({}, 0x80, QStringLiteral("nonce"));
        if (!encrypted) {
            return encrypted.error();
        }
        if (encrypted->isEmpty() || encrypted->size() > LongestNonce || encrypted->size() % blockSize(m_way.suite) != 0) {
            return badAnswer(QStringLiteral("a nonce of another length"));
        }
        // Its vector is zero for AES too: nothing has been counted yet.
        const SessionKeys keys{m_way.suite, derivedKey(m_key.secret(), KeyUse::Password, m_way.suite), SecretBytes(keySize(m_way.suite))};
        QByteArray plain = SessionCipher(keys).decrypted(*encrypted, QByteArray(blockSize(m_way.suite), '\0'));
        SecretBytes nonce = SecretBytes::copyOf(plain);
        OPENSSL_cleanse(plain.data(), static_cast<std::size_t>(plain.size()));
        return nonce;
    }

    SessionCipher::MacBytes token(SessionCipher &cipher, QByteArrayView publicKey) const
    {
        const bool isNumber = m_way.kind == AgreementKind::Dh;
        while (isNumber && publicKey.size() > 1 && publicKey[0] == '\0') {
            publicKey = publicKey.sliced(1);
        }
        const QByteArray input = tlv(PublicKey, tlv(0x06, m_way.oid) + tlv(isNumber ? 0x84 : 0x86, publicKey));
        return m_way.suite == CipherSuite::TripleDes ? cipher.mac({SessionCipher::padded(input, cipher.block())}) : cipher.mac({input});
    }

    Result<SessionStart, CardError> confirmed(SessionStart session, QByteArrayView ours, QByteArrayView theirs)
    {
        SessionCipher cipher(session.keys);
        const auto proof = token(cipher, theirs);
        const auto answer = authenticate(0, tlv(0x85, proof));
        if (!answer) {
            return answer.error();
        }
        if (!answer->ok()) {
            return refused(answer->status);
        }
        const auto given = object(*answer, 0x86);
        const auto right = token(cipher, ours);
        if (!given || given->size() != SessionCipher::MacSize || CRYPTO_memcmp(given->constData(), right.data(), right.size()) != 0) {
            return badAnswer(QStringLiteral("a wrong token"));
        }
        return session;
    }

    CardError refused(quint16 status) const
    {
        CardError error{
            .fault = CardFault::Protocol, .status = status, .triesLeft = sw::triesLeft(status), .detail = QStringLiteral("PACE: token")};
        if (status == sw::Blocked) {
            error.fault = CardFault::Blocked;
        } else if (sw::verificationFailed(status) || status == sw::SecurityStatus || status == sw::WrongProtection
            || status == sw::WrongData) {
            error.fault = CardFault::WrongKey;
            if (error.triesLeft < 0 && m_triesLeft > 0) {
                error.triesLeft = m_triesLeft - 1;
            }
        }
        return error;
    }

    CardChannel &m_channel;
    const CardKey &m_key;
    const PaceInfo &m_way;
    Ephemeral &m_ephemeral;
    int m_triesLeft = -1;
};

} // namespace

std::optional<PaceInfo> bestPace(const SecurityInfos &infos)
{
    const auto rank = [](const PaceInfo &way) { return std::tuple(way.suite == CipherSuite::TripleDes, way.kind == AgreementKind::Dh); };
    std::optional<PaceInfo> best;
    for (const PaceInfo &way : infos.pace) {
        if (way.mapping == PaceInfo::Mapping::Generic && way.version == 2 && (!best || rank(way) < rank(*best)) && groupOf(way, infos)) {
            best = way;
        }
    }
    return best;
}

Result<SessionStart, CardError> startByPace(
    CardChannel &channel, const CardKey &key, const PaceInfo &way, const SecurityInfos &infos, Ephemeral &ephemeral)
{
    const auto group = groupOf(way, infos);
    if (!group || group->kind() != way.kind) {
        return CardError{.fault = CardFault::NotSupported, .detail = QStringLiteral("PACE: unknown domain parameters")};
    }
    return Run(channel, key, way, ephemeral).start(*group, isAmbiguous(way, infos));
}

} // namespace motcua
