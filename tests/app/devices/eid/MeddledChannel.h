// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardChannel.h"

#include <functional>
#include <utility>

namespace motcua::test {

/** The way to a card with somebody on it, who puts another answer in the place of the card's. */
class MeddledChannel final : public CardChannel
{
public:
    using Answer = Result<QByteArray, CardError>;
    /** By the number of the command, from 0, and what the card answered to it. */
    using Meddle = std::function<Answer(int, const Answer &)>;

    MeddledChannel(CardChannel &below, Meddle meddle)
        : m_below(below)
        , m_meddle(std::move(meddle))
    {
    }

    [[nodiscard]] Result<QByteArray, CardError> transmit(const QByteArray &command) override
    {
        return m_meddle(commands++, m_below.transmit(command));
    }
    [[nodiscard]] QByteArray atr() const override { return m_below.atr(); }
    void cancel() override { m_below.cancel(); }

    int commands = 0;

private:
    CardChannel &m_below;
    Meddle m_meddle;
};

} // namespace motcua::test
