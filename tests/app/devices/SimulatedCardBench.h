// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/chip/SimulatedCardReader.h"
#include "tests/app/devices/CardReaderBench.h"

#include <QPointer>

namespace motcua {

/** The reader of training, in this program. */
class SimulatedCardBench : public CardReaderBench
{
public:
    std::unique_ptr<CardReader> reader(ChannelCardReader::Terms terms) override
    {
        auto reader = std::make_unique<training::SimulatedCardReader>(std::move(terms));
        m_reader = reader.get();
        if (!m_isThere) {
            m_reader->pullOut();
        }
        return reader;
    }

    void lay(training::ChipCard card, const training::ChipOptions &options) override { m_reader->lay(std::move(card), options); }
    void takeAway() override { m_reader->takeAway(); }
    void pullOut() override
    {
        m_isThere = false;
        if (m_reader) {
            m_reader->pullOut();
        }
    }
    void plugIn() override { m_reader->plugIn(); }
    void stopService() override { m_reader->setService(false); }
    void startService() override { m_reader->setService(true); }

private:
    QPointer<training::SimulatedCardReader> m_reader;
    bool m_isThere = true;
};

} // namespace motcua
