// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/SecureMessaging.h"
#include "app/devices/eid/Tlv.h"

#include <functional>
#include <optional>

namespace motcua {

/** The other side of secure messaging: opens protected commands strictly, lets a function answer them, and protects its answers. */
class ChipSide final : public CardChannel
{
public:
    /** What is done with a plain command: its data and status. */
    using Act = std::function<QByteArray(const Apdu &)>;

    explicit ChipSide(Act act)
        : m_act(std::move(act))
    {
    }

    /** From the next command on. */
    void start(SessionStart start)
    {
        m_cipher.emplace(start.keys);
        m_counter = start.counter;
    }
    /** After the answer that is being made. */
    void startAfterThis(SessionStart start) { m_next = std::move(start); }
    [[nodiscard]] bool isProtected() const { return m_cipher.has_value(); }
    [[nodiscard]] QByteArray counter() const { return m_counter; }

    Result<QByteArray, CardError> transmit(const QByteArray &bytes) override
    {
        if (m_cancelled) {
            return CardError{.fault = CardFault::Cancelled};
        }
        ++commands;
        const auto command = Apdu::of(bytes);
        if (!command || (command->isExtended() && !takesExtended)) {
            return QByteArray::fromHex("6700");
        }
        QByteArray answer;
        if (!m_cipher) {
            answer = (command->cla & 0x0C) != 0 ? QByteArray::fromHex("6882") : m_act(*command);
        } else {
            answer = protectedAnswer(*command, bytes);
        }
        if (m_next) {
            start(*std::exchange(m_next, std::nullopt));
        }
        return answer;
    }
    QByteArray atr() const override { return {}; }
    void cancel() override { m_cancelled = true; }

    bool takesExtended = true;
    int commands = 0;

private:
    QByteArray protectedAnswer(const Apdu &command, const QByteArray &bytes)
    {
        count();
        TlvReader reader(command.data);
        auto data = reader.next(0x87);
        const bool bare = !data;
        if (bare) {
            data = reader.next(0x85);
        }
        const auto expected = reader.next(0x97);
        const auto checksum = reader.next(0x8E);
        const QByteArray head = SessionCipher::padded(bytes.first(4), m_cipher->block());
        QByteArray objects = command.data.first(command.data.size() - (checksum ? checksum->whole.size() : 0));
        if (!objects.isEmpty()) {
            objects = SessionCipher::padded(objects, m_cipher->block());
        }
        if (!checksum || !reader.atEnd() || command.le == 0 || (command.cla & 0x0C) != 0x0C
            || !m_cipher->isMac(checksum->value, {m_counter, head, objects})) {
            return QByteArray::fromHex("6988");
        }
        Apdu plain{static_cast<quint8>(command.cla & ~0x0C), command.ins, command.p1, command.p2};
        if (data) {
            plain.data = m_cipher->decrypted(data->value.sliced(bare ? 0 : 1), m_cipher->vector(m_counter));
            if (bare != ((command.ins & 1) != 0) || !SessionCipher::unpad(plain.data)) {
                return QByteArray::fromHex("6988");
            }
        }
        if (expected) {
            for (const char byte : expected->value) {
                plain.le = plain.le << 8 | static_cast<quint8>(byte);
            }
            plain.le = plain.le != 0 ? plain.le : expected->value.size() == 1 ? 256 : 65536;
        }
        const QByteArray answer = m_act(plain);
        count();
        QByteArray out;
        if (answer.size() > 2) {
            const QByteArray cipher = m_cipher->encrypted(
                SessionCipher::padded(answer.chopped(2), m_cipher->block()), m_cipher->vector(m_counter));
            out = bare && (command.ins & 1) != 0 ? tlv(0x85, cipher) : tlv(0x87, '\x01' + cipher);
        }
        out += tlv(0x99, answer.last(2));
        out += tlv(0x8E, m_cipher->mac({m_counter, SessionCipher::padded(out, m_cipher->block())}));
        return out + answer.last(2);
    }

    void count()
    {
        for (qsizetype at = m_counter.size() - 1; at >= 0; --at) {
            m_counter[at] = static_cast<char>(m_counter.at(at) + 1);
            if (m_counter.at(at) != 0) {
                break;
            }
        }
    }

    Act m_act;
    std::optional<SessionCipher> m_cipher;
    std::optional<SessionStart> m_next;
    QByteArray m_counter;
    bool m_cancelled = false;
};

} // namespace motcua
