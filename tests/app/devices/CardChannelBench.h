// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardChannel.h"
#include "app/training/chip/ChipCard.h"
#include "app/training/chip/ChipOptions.h"

#include <memory>

namespace motcua {

/** What the contract test needs from a kind of way to a card. */
class CardChannelBench
{
public:
    CardChannelBench() = default;
    virtual ~CardChannelBench() = default;
    Q_DISABLE_COPY_MOVE(CardChannelBench)

    /** Lays a card down; its faults take it away. */
    virtual void lay(training::ChipCard card, const training::ChipOptions &options) = 0;
    /** The way to it, opened anew; the one before has ended. */
    [[nodiscard]] virtual CardChannel &open() = 0;
    /** What the card says of itself. */
    [[nodiscard]] virtual QByteArray atr() const = 0;
};

} // namespace motcua
