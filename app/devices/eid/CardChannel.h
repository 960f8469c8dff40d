// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/Apdu.h"
#include "app/devices/eid/CardError.h"
#include "app/devices/eid/StatusWord.h"
#include "models/base/Result.h"

#include <optional>

namespace motcua {

/** What a card answered: its data and its two words at the end. */
struct CardAnswer
{
    QByteArray data = {};
    quint16 status = 0;

    [[nodiscard]] bool ok() const { return status == sw::Ok; }
};

/**
 * The way to a card: a command's bytes in, its answer's bytes out.
 *
 * It blocks until the card has answered, so it is used on a thread of its own and never on that of a window. What goes through it never reaches
 * a log. Those that stand on another channel (IsoTransport, SecureMessaging) keep a reference to it and live no longer.
 */
class CardChannel
{
public:
    virtual ~CardChannel() = default;
    Q_DISABLE_COPY_MOVE(CardChannel)

    /** The answer to this command, with SW1-SW2 at its end and at least these. */
    [[nodiscard]] virtual Result<QByteArray, CardError> transmit(const QByteArray &command) = 0;

    /** What the card said of itself when it was switched on. */
    [[nodiscard]] virtual QByteArray atr() const = 0;

    /** From any thread: no command is sent any more, each is answered with Cancelled. */
    virtual void cancel() = 0;

    /** Of an answer of this many bytes, without SW1-SW2, how many are data: what protects the way takes its part. */
    [[nodiscard]] virtual qsizetype room(qsizetype answer) const { return answer; }

    /** Whether extended length goes through here, by reader and ATR; nothing when neither says. */
    [[nodiscard]] virtual std::optional<bool> extendedLength() const { return {}; }

    /** The same as transmit(), in parts; an answer too short to be one is Nonsense. */
    [[nodiscard]] Result<CardAnswer, CardError> send(const Apdu &command);

protected:
    CardChannel() = default;
};

} // namespace motcua
