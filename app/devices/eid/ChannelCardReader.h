// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardReader.h"

#include <QThreadPool>

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
    /** Waits until the card has answered the command it is at. */
    ~ChannelCardReader() override;

    void read(const std::shared_ptr<const CardKey> &key) override;
    [[nodiscard]] bool isReading() const override { return m_reading != nullptr; }
    void cancel() override;

protected:
    using Way = std::function<Result<std::unique_ptr<CardChannel>, CardError>()>;

    /** Opens the channel to the card that lies there; what is given is called on the thread of the reading and may block there. */
    [[nodiscard]] virtual Way way() const = 0;

    /** Ends a reading without telling of it: for stop(), and for whoever's channel is about to go. */
    void dropReading();

private:
    class Reading;
    void tell(const std::shared_ptr<Reading> &reading, const std::function<void()> &words);

    Terms m_terms;
    QThreadPool m_thread; ///< of one thread
    std::shared_ptr<Reading> m_reading; ///< that is told of; null while none is
};

} // namespace motcua
