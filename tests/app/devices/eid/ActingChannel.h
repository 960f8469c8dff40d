// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardChannel.h"

#include <QList>

#include <functional>

namespace motcua {

/** A card that acts as a function says, and remembers what it was sent. */
class ActingChannel final : public CardChannel
{
public:
    using Act = std::function<QByteArray(const Apdu &)>;

    explicit ActingChannel(Act act)
        : m_act(std::move(act))
    {
    }

    Result<QByteArray, CardError> transmit(const QByteArray &command) override
    {
        if (m_cancelled) {
            return CardError{.fault = CardFault::Cancelled};
        }
        commands.append(command);
        const auto parsed = Apdu::of(command);
        return parsed ? m_act(*parsed) : QByteArray::fromHex("6700");
    }
    QByteArray atr() const override { return {}; }
    void cancel() override { m_cancelled = true; }
    std::optional<bool> extendedLength() const override { return extended; }

    QList<QByteArray> commands;
    std::optional<bool> extended;

private:
    Act m_act;
    bool m_cancelled = false;
};

} // namespace motcua
