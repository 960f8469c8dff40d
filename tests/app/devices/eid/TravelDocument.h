// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChipSide.h"
#include "FileSide.h"
#include "PaceSide.h"

#include "app/devices/eid/CardKey.h"

namespace motcua {

/** A chip of ICAO Doc 9303 with BAC and PACE, and the habits by which cards differ. It opens by the CAN 140891 and by the MRZ below. */
class TravelDocument
{
public:
    enum class Access { Nowhere, Master, SelectOnly };

    static CardKey can() { return *CardKey::can(QStringLiteral("140891")); }
    static CardKey mrz() { return *CardKey::mrz(QStringLiteral("199140891"), QStringLiteral("990209"), QStringLiteral("390209")); }

    TravelDocument()
        : channel([this](const Apdu &command) { return act(command); })
    {
        way = {QByteArray::fromHex("04007F00070202040202"), AgreementKind::Ecdh, PaceInfo::Mapping::Generic, CipherSuite::Aes128, 2, 13};
        files.files[0x0101] = tlv(0x61, tlv(0x5F1F, QByteArray(90, 'M')));
        files.files[0x0102] = tlv(0x75, QByteArray(9000, 'P'));
        master.files[0x011C] = QByteArray::fromHex(
            "3134300D060804007F0007020202020101300F060A04007F000702020302020201013012060A04007F0007020204020202010202010D");
    }

    PaceInfo way;
    FileSide files; ///< of the application
    FileSide master; ///< outside of it
    Access access = Access::Master; ///< how EF.CardAccess is found
    bool bac = true;
    bool pace = true; ///< false: EF.CardAccess offers it, and it is refused
    bool application = true;
    bool selectsMaster = true; ///< false: 6D00
    ChipSide channel;

private:
    QByteArray act(const Apdu &command)
    {
        if (command.ins == 0xA4 && command.p1 == 0x04) {
            m_inside = application;
            return QByteArray::fromHex(application ? "9000" : "6A82");
        }
        if (command.ins == 0xA4 && command.p1 == 0x00) {
            return QByteArray::fromHex(selectsMaster ? "9000" : "6D00");
        }
        if (command.ins == 0x84) {
            return bac && m_inside ? challenge() : QByteArray::fromHex("6985");
        }
        if (command.ins == 0x82) {
            return authenticate(command.data);
        }
        if (command.ins == 0x22 || command.ins == 0x86) {
            return runPace(command);
        }
        if (m_inside) {
            return channel.isProtected() ? files.act(command) : QByteArray::fromHex("6982");
        }
        const bool byShortId = command.ins == 0xB0 && (command.p1 & 0x80) != 0;
        const bool found = access == Access::SelectOnly ? !byShortId : access == Access::Master;
        return found ? master.act(command) : QByteArray::fromHex("6A82");
    }

    QByteArray runPace(const Apdu &command)
    {
        if (!pace) {
            return QByteArray::fromHex("6A80");
        }
        if (command.ins == 0x22) {
            const auto password = TlvReader::find(command.data, 0x83);
            const CardKey key = password && password->value == QByteArrayView("\x02", 1) ? can() : mrz();
            m_pace = std::make_unique<PaceSide>(way, key.secret().toByteArray());
        }
        const QByteArray answer = m_pace->act(command);
        if (m_pace->isOpen && answer.endsWith(QByteArray::fromHex("9000"))) {
            channel.startAfterThis(std::move(m_pace->started));
        }
        return answer;
    }

    QByteArray challenge()
    {
        m_challenge = security::random::bytes(8);
        return m_challenge + QByteArray::fromHex("9000");
    }

    QByteArray authenticate(const QByteArray &data)
    {
        SessionCipher cipher(SessionKeys::of(mrz().secret().first(16), CipherSuite::TripleDes));
        const QByteArray zero(8, '\0');
        if (data.size() != 40 || !cipher.isMac(QByteArrayView(data).last(8), {SessionCipher::padded(data.first(32), 8)})) {
            return QByteArray::fromHex("6300");
        }
        const QByteArray plain = cipher.decrypted(data.first(32), zero);
        const QByteArray ours = security::random::bytes(16);
        QByteArray seed(16, '\0');
        for (qsizetype i = 0; i < 16; ++i) {
            seed[i] = static_cast<char>(plain.at(16 + i) ^ ours.at(i));
        }
        QByteArray answer = cipher.encrypted(m_challenge + plain.first(8) + ours, zero);
        const auto mac = cipher.mac({SessionCipher::padded(answer, 8)});
        answer.append(mac.data(), 8);
        channel.startAfterThis({SessionKeys::of(seed, CipherSuite::TripleDes), m_challenge.last(4) + plain.mid(4, 4)});
        return answer + QByteArray::fromHex("9000");
    }

    std::unique_ptr<PaceSide> m_pace;
    QByteArray m_challenge;
    bool m_inside = false;
};

} // namespace motcua
