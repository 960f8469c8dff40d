// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardReader.h"

#include <chrono>
#include <functional>
#include <memory>

namespace motcua {

/** What every reader does alike: one reading at a time over a CardChannel, on a thread of its own. Where the channel comes from is the technology's. */
class ChannelCardReader : public CardReader
{
    Q_OBJECT

public:
    /** Asked on the thread of the reading, each time anew. */
    using Terms = std::function<ReadingTerms()>;

    explicit ChannelCardReader(Terms terms, QObject *parent = nullptr);
    /**
     * Waits until the card has answered the command it is at, but not longer than patience: a driver may never come back, and the program is to end all the
     * same. What a reading that is left behind needs is its own.
     */
    ~ChannelCardReader() override;

    void read(const std::shared_ptr<const CardKey> &key) override;
    [[nodiscard]] bool isReading() const override { return m_reading != nullptr; }
    void cancel() override;

protected:
    using Way = std::function<Result<std::unique_ptr<CardChannel>, CardError>()>;

    /** Opens the channel to the card that lies there; what is given is called on the thread of the reading and may block there. */
    [[nodiscard]] virtual Way way() const = 0;

    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

    /** Ends a reading without telling of it: for stop(), and for whoever's channel is about to go. */
    void dropReading();

private:
    class Reading;
    class Bench;

    Terms m_terms;
    std::chrono::milliseconds m_patience = std::chrono::seconds(5);
    std::shared_ptr<Bench> m_bench; ///< where readings are made, one after another
    std::shared_ptr<Reading> m_reading; ///< that is told of; null while none is
};

} // namespace motcua
