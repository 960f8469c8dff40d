// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/ChannelCardReader.h"
#include "app/training/chip/ChipCard.h"
#include "app/training/chip/ChipOptions.h"

#include <memory>

namespace motcua {

/** What the contract test needs from a kind of card reader: a hand with cards, one on the cable, and one on the system's service. */
class CardReaderBench
{
public:
    CardReaderBench() = default;
    virtual ~CardReaderBench() = default;
    Q_DISABLE_COPY_MOVE(CardReaderBench)

    /** Not started. */
    [[nodiscard]] virtual std::unique_ptr<CardReader> reader(ChannelCardReader::Terms terms) = 0;

    virtual void lay(training::ChipCard card, const training::ChipOptions &options) = 0;
    virtual void takeAway() = 0; ///< the command the chip is at is still answered, and no other
    virtual void pullOut() = 0; ///< the reader
    virtual void plugIn() = 0;
    virtual void stopService() = 0; ///< at once
    virtual void startService() = 0;
};

} // namespace motcua
