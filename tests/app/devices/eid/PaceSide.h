// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardKey.h"
#include "app/devices/eid/KeyAgreement.h"
#include "app/devices/eid/SecureMessaging.h"
#include "app/devices/eid/Tlv.h"

namespace motcua {

/** The chip's side of PACE with generic mapping, on any group and with any cipher. */
class PaceSide
{
public:
    PaceSide(PaceInfo way, QByteArray secret)
        : m_way(std::move(way))
        , m_secret(std::move(secret))
        , m_group(KeyAgreement::standard(*m_way.parameterId))
    {
    }

    /** What it answers to MSE:SET AT and GENERAL AUTHENTICATE. */
    QByteArray act(const Apdu &command)
    {
        if (command.ins == 0x22) {
            const auto oid = TlvReader::find(command.data, 0x80);
            const bool named = TlvReader::find(command.data, 0x84).has_value();
            m_step = 0;
            return !oid || oid->value != m_way.oid || (wantsParameters && !named) ? QByteArray::fromHex("6A80") : chosen;
        }
        const auto dynamic = TlvReader::only(command.data, 0x7C);
        if (command.ins != 0x86 || !dynamic || (command.cla == 0x10) != (m_step < 3)) {
            return QByteArray::fromHex("6985");
        }
        const auto value = [&](quint32 tag) {
            const auto object = TlvReader::find(dynamic->value, tag);
            return object ? object->value.toByteArray() : QByteArray();
        };
        switch (m_step++) {
        case 0:
            return nonce();
        case 1: {
            const auto key = m_group->newPrivateKey(m_ephemeral);
            m_mapped = m_group->mapped(m_nonce, key, value(0x81));
            return m_mapped ? answer(0x82, m_group->publicKey(key)) : QByteArray::fromHex("6A80");
        }
        case 2: {
            const auto key = m_mapped->newPrivateKey(m_ephemeral);
            m_theirs = value(0x83);
            m_ours = m_mapped->publicKey(key);
            if (const auto secret = m_mapped->shared(key, m_theirs)) {
                started = SessionStart::fromZero(SessionKeys::of(secret->view(), m_way.suite));
                return answer(0x84, echoes ? m_theirs : m_ours);
            }
            return QByteArray::fromHex("6A80");
        }
        case 3:
            if (value(0x85) != token(m_ours)) {
                return QByteArray::fromHex(refusal);
            }
            isOpen = true;
            return answer(0x86, liesInToken ? QByteArray(8, 'x') : token(m_theirs));
        default:
            return QByteArray::fromHex("6985");
        }
    }

    SessionStart started;
    bool isOpen = false;
    QByteArray chosen = QByteArray::fromHex("9000"); ///< the answer to MSE:SET AT
    QByteArray refusal = "6300"; ///< the answer to a wrong token
    bool wantsParameters = false;
    bool echoes = false; ///< sends back the key it was sent
    bool liesInToken = false;

private:
    static QByteArray answer(quint32 tag, QByteArrayView bytes) { return tlv(0x7C, tlv(tag, bytes)) + QByteArray::fromHex("9000"); }

    QByteArray nonce()
    {
        m_nonce = security::random::bytes(m_way.suite == CipherSuite::Aes192 || m_way.suite == CipherSuite::Aes256 ? 32 : 16);
        const SessionKeys keys{
            m_way.suite, derivedKey(m_secret, KeyUse::Password, m_way.suite), security::SecretBytes(keySize(m_way.suite))};
        return answer(0x80, SessionCipher(keys).encrypted(m_nonce, QByteArray(blockSize(m_way.suite), '\0')));
    }

    QByteArray token(QByteArrayView key) const
    {
        SessionCipher cipher(started.keys);
        const QByteArray input = tlv(0x7F49, tlv(0x06, m_way.oid) + tlv(m_way.kind == AgreementKind::Dh ? 0x84 : 0x86, key));
        const auto mac = m_way.suite == CipherSuite::TripleDes ? cipher.mac({SessionCipher::padded(input, 8)}) : cipher.mac({input});
        return QByteArray(mac.data(), 8);
    }

    PaceInfo m_way;
    QByteArray m_secret;
    std::unique_ptr<KeyAgreement> m_group;
    std::unique_ptr<KeyAgreement> m_mapped;
    SystemEphemeral m_ephemeral;
    QByteArray m_nonce;
    QByteArray m_ours;
    QByteArray m_theirs;
    int m_step = 0;
};

} // namespace motcua
