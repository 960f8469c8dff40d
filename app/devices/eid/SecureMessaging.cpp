// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/SecureMessaging.h"

#include "app/devices/eid/Tlv.h"

#include <utility>

namespace motcua {

namespace {

constexpr quint8 Protected = 0x0C; // in CLA: header authenticated, proprietary bits clear
constexpr quint32 Cryptogram = 0x87; // with a padding indicator
constexpr quint32 BareCryptogram = 0x85; // of commands with an odd instruction: BER-TLV within
constexpr quint32 ExpectedLength = 0x97;
constexpr quint32 Status = 0x99;
constexpr quint32 Checksum = 0x8E;
constexpr char PaddedByIso = '\x01';

QByteArray expectedLength(int le)
{
    if (le == 0) {
        return {};
    }
    QByteArray bytes;
    if (le > Apdu::MostShort) {
        bytes.append(static_cast<char>(le >> 8 & 0xFF));
    }
    return tlv(ExpectedLength, bytes.append(static_cast<char>(le & 0xFF)));
}

} // namespace

SessionStart SessionStart::fromZero(SessionKeys keys)
{
    const qsizetype size = blockSize(keys.suite);
    return {std::move(keys), QByteArray(size, '\0')};
}

SecureMessaging::SecureMessaging(CardChannel &below, SessionStart start)
    : m_below(below)
    , m_cipher(start.keys)
    , m_counter(std::move(start.counter))
{
    Q_ASSERT(m_counter.size() == m_cipher.block());
}

void SecureMessaging::renew(SessionStart start)
{
    m_cipher = SessionCipher(start.keys);
    m_counter = std::move(start.counter);
    m_proven = false;
    m_refuted = false;
}

qsizetype SecureMessaging::room(qsizetype answer) const
{
    constexpr qsizetype Ends = 4 + 10; // status and checksum
    const qsizetype object = m_below.room(answer) - Ends;
    const qsizetype head = 1 + (object < 0x82 ? 1 : object < 0x103 ? 2 : object < 0x10004 ? 3 : 4) + 1; // tag, length, padding indicator
    const qsizetype blocks = (object - head) / m_cipher.block();
    return blocks > 0 ? blocks * m_cipher.block() - 1 : 0;
}

void SecureMessaging::count(int step)
{
    // As one big-endian number; it comes from the card in BAC and may stand just below its end.
    for (qsizetype at = m_counter.size() - 1; at >= 0; --at) {
        const int sum = static_cast<quint8>(m_counter.at(at)) + step;
        m_counter[at] = static_cast<char>(sum & 0xFF);
        if (sum >= 0 && sum <= 0xFF) {
            break;
        }
    }
}

CardError SecureMessaging::ended(CardError by)
{
    m_end = std::move(by);
    return *m_end;
}

CardError SecureMessaging::broken(const QString &what)
{
    m_refuted = true;
    return ended({.fault = CardFault::Nonsense, .detail = QStringLiteral("secure messaging: ") + what});
}

QByteArray SecureMessaging::protectedCommand(const Apdu &command)
{
    const auto cla = static_cast<quint8>(command.cla | Protected);
    const std::array<char, 4> head{
        static_cast<char>(cla), static_cast<char>(command.ins), static_cast<char>(command.p1), static_cast<char>(command.p2)};

    QByteArray objects;
    if (!command.data.isEmpty()) {
        const QByteArray cipher = m_cipher.encrypted(SessionCipher::padded(command.data, m_cipher.block()), m_cipher.vector(m_counter));
        objects = (command.ins & 1) != 0 ? tlv(BareCryptogram, cipher) : tlv(Cryptogram, PaddedByIso + cipher);
    }
    objects.append(expectedLength(command.le));

    const QByteArray header = SessionCipher::padded(head, m_cipher.block());
    const auto mac = objects.isEmpty() ? m_cipher.mac({m_counter, header})
                                       : m_cipher.mac({m_counter, header, SessionCipher::padded(objects, m_cipher.block())});
    objects.append(tlv(Checksum, mac));

    Apdu whole{cla, command.ins, command.p1, command.p2, objects, Apdu::MostShort, command.isExtended()};
    if (whole.isExtended()) {
        whole.le = Apdu::MostExtended;
    }
    return whole.bytes();
}

Result<QByteArray, CardError> SecureMessaging::transmit(const QByteArray &bytes)
{
    const auto command = Apdu::of(bytes);
    if (!command) {
        return CardError{.fault = CardFault::Protocol, .detail = QStringLiteral("no command to protect")};
    }
    if (m_end) {
        return *m_end;
    }
    count(1);
    auto answer = m_below.transmit(protectedCommand(*command));
    if (!answer) {
        return ended(answer.error());
    }
    if (answer->size() < 2) {
        return broken(QStringLiteral("an answer without status"));
    }
    if (answer->size() == 2) {
        if (command->isExtended() && answer->at(0) == '\x67') {
            count(-1);
            return answer;
        }
        const auto status = static_cast<quint16>(static_cast<quint8>(answer->at(0)) << 8 | static_cast<quint8>(answer->at(1)));
        m_refuted = true;
        return ended({.fault = CardFault::Protocol,
            .status = status,
            .detail = QStringLiteral("secure messaging: an answer without protection"),
            .isUnprotected = true});
    }
    count(1);
    return opened(QByteArrayView(*answer).chopped(2));
}

Result<QByteArray, CardError> SecureMessaging::opened(QByteArrayView answer)
{
    TlvReader reader(answer);
    auto data = reader.next(Cryptogram);
    const bool bare = !data;
    if (bare) {
        data = reader.next(BareCryptogram);
    }
    const auto status = reader.next(Status);
    const auto checksum = reader.next(Checksum);
    if (!status || status->value.size() != 2 || !checksum || !reader.atEnd()) {
        return broken(QStringLiteral("objects are missing or out of order"));
    }
    const QByteArrayView before = answer.first(answer.size() - checksum->whole.size());
    // The padding alone is made here, so that a long answer is not copied for its MAC.
    QByteArray padding(1, '\x80');
    padding.append((m_cipher.block() - (before.size() + 1) % m_cipher.block()) % m_cipher.block(), '\0');
    if (!m_cipher.isMac(checksum->value, {m_counter, before, padding})) {
        return broken(QStringLiteral("a wrong MAC"));
    }
    m_proven = true;

    QByteArray plain;
    if (data) {
        QByteArrayView cipher = data->value;
        if (!bare) {
            if (cipher.isEmpty() || cipher[0] != PaddedByIso) {
                return broken(QStringLiteral("an unknown padding"));
            }
            cipher = cipher.sliced(1);
        }
        if (cipher.isEmpty() || cipher.size() % m_cipher.block() != 0) {
            return broken(QStringLiteral("no whole blocks"));
        }
        plain = m_cipher.decrypted(cipher, m_cipher.vector(m_counter));
        if (!SessionCipher::unpad(plain)) {
            return broken(QStringLiteral("a wrong padding"));
        }
    }
    return plain.append(status->value);
}

} // namespace motcua
