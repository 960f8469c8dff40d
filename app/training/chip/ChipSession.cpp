// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chip/ChipSession.h"

#include "app/devices/eid/Tlv.h"

#include <array>

namespace motcua::training {

namespace {

constexpr quint8 Protected = 0x0C;
constexpr quint32 Cryptogram = 0x87;
constexpr quint32 BareCryptogram = 0x85;
constexpr quint32 ExpectedLength = 0x97;
constexpr quint32 Status = 0x99;
constexpr quint32 Checksum = 0x8E;
constexpr char PaddedByIso = '\x01';

QByteArray words(quint16 status)
{
    return QByteArray(1, static_cast<char>(status >> 8)) + static_cast<char>(status & 0xFF);
}

/** Nothing when it is of another length than one or two bytes. */
std::optional<int> lengthOf(QByteArrayView expected)
{
    if (expected.isEmpty() || expected.size() > 2) {
        return {};
    }
    int length = 0;
    for (const char byte : expected) {
        length = length << 8 | static_cast<quint8>(byte);
    }
    return length != 0 ? length : expected.size() == 1 ? Apdu::MostShort : Apdu::MostExtended;
}

} // namespace

ChipSession::ChipSession(SessionStart start)
    : m_cipher(start.keys)
    , m_counter(std::move(start.counter))
{
}

void ChipSession::count()
{
    for (qsizetype at = m_counter.size() - 1; at >= 0; --at) {
        m_counter[at] = static_cast<char>(m_counter.at(at) + 1);
        if (m_counter.at(at) != 0) {
            break;
        }
    }
}

Result<Apdu, quint16> ChipSession::opened(const Apdu &command)
{
    m_isOdd = (command.ins & 1) != 0;
    TlvReader reader(command.data);
    const auto data = reader.next(m_isOdd ? BareCryptogram : Cryptogram);
    const auto expected = reader.next(ExpectedLength);
    const auto checksum = reader.next(Checksum);
    if ((command.cla & Protected) != Protected || !checksum || !reader.atEnd()) {
        return sw::MissingProtection;
    }
    count();
    const std::array<char, 4> head{
        static_cast<char>(command.cla), static_cast<char>(command.ins), static_cast<char>(command.p1), static_cast<char>(command.p2)};
    QByteArray signedBytes = SessionCipher::padded(head, m_cipher.block());
    const QByteArrayView objects = QByteArrayView(command.data).chopped(checksum->whole.size());
    if (!objects.isEmpty()) {
        signedBytes += SessionCipher::padded(objects, m_cipher.block());
    }
    if (!m_cipher.isMac(checksum->value, {m_counter, signedBytes})) {
        return sw::WrongProtection;
    }
    Apdu plain{static_cast<quint8>(command.cla & ~Protected), command.ins, command.p1, command.p2};
    if (data) {
        QByteArrayView cipher = data->value;
        if (!m_isOdd) {
            if (!cipher.startsWith(QByteArrayView(&PaddedByIso, 1))) {
                return sw::WrongProtection;
            }
            cipher = cipher.sliced(1);
        }
        if (cipher.isEmpty() || cipher.size() % m_cipher.block() != 0) {
            return sw::WrongProtection;
        }
        plain.data = m_cipher.decrypted(cipher, m_cipher.vector(m_counter));
        if (!SessionCipher::unpad(plain.data)) {
            return sw::WrongProtection;
        }
    }
    if (expected) {
        const auto length = lengthOf(expected->value);
        if (!length) {
            return sw::WrongProtection;
        }
        plain.le = *length;
    }
    plain.extended = command.extended;
    return plain;
}

QByteArray ChipSession::sealed(const ChipReply &reply)
{
    count();
    QByteArray objects;
    if (!reply.data.isEmpty()) {
        const QByteArray cipher = m_cipher.encrypted(SessionCipher::padded(reply.data, m_cipher.block()), m_cipher.vector(m_counter));
        objects = m_isOdd ? tlv(BareCryptogram, cipher) : tlv(Cryptogram, PaddedByIso + cipher);
    }
    objects += tlv(Status, words(reply.status));
    const auto mac = m_cipher.mac({m_counter, SessionCipher::padded(objects, m_cipher.block())});
    return objects + tlv(Checksum, mac) + words(reply.status);
}

qsizetype ChipSession::room(qsizetype answer) const
{
    constexpr qsizetype Ends = 4 + 10; // status and checksum
    const auto sizeOf = [](qsizetype blocks) {
        const qsizetype value = 1 + blocks;
        return 1 + (value < 0x80 ? 1 : value < 0x100 ? 2 : value < 0x10000 ? 3 : 4) + value;
    };
    qsizetype blocks = (answer - Ends) / m_cipher.block();
    while (blocks > 0 && Ends + sizeOf(blocks * m_cipher.block()) > answer) {
        --blocks;
    }
    return blocks > 0 ? blocks * m_cipher.block() - 1 : 0;
}

} // namespace motcua::training
