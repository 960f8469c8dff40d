// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/pcsc/PcscChannel.h"
#include "app/devices/pcsc/PcscFacts.h"
#include "tests/app/devices/CardChannelBench.h"
#include "tests/app/devices/pcsc/PcscBench.h"
#include "tests/app/devices/pcsc/ServedChip.h"

#include <QTest>

namespace motcua {

/** Our chip at the far end of a virtual reader, reached by a real smart card service. */
class PcscChannelBench : public CardChannelBench
{
public:
    /** `service` runs and outlives this. */
    explicit PcscChannelBench(PcscBench &service)
        : m_service(service)
    {
    }
    ~PcscChannelBench() override
    {
        m_channel.reset();
        m_lying.reset();
        await(PcscReader::State::Empty); // the next card is not to be taken for this one
    }

    void lay(training::ChipCard card, const training::ChipOptions &options) override
    {
        m_lying = std::make_unique<ServedChip>(m_service.cardPath(0), std::move(card), options);
        await(PcscReader::State::Card);
    }
    CardChannel &open() override
    {
        m_channel.reset();
        auto channel = PcscChannel::open(PcscBench::reader(0));
        if (!channel) {
            qFatal("no way to the card: %s", qPrintable(channel.error().detail));
        }
        m_channel = *std::move(channel);
        return *m_channel;
    }
    [[nodiscard]] QByteArray atr() const override { return m_lying->chip().atr(); }

private:
    void await(PcscReader::State state)
    {
        const bool came = QTest::qWaitFor(
            [state] {
                const PcscFacts facts = PcscFacts::now();
                return facts.readers.size() == 2 && facts.readers.at(0).reader.state == state;
            },
            20'000);
        if (!came) {
            qFatal("the reader does not see its card come and go: %s", m_service.log().constData());
        }
    }

    PcscBench &m_service;
    std::unique_ptr<ServedChip> m_lying;
    std::unique_ptr<PcscChannel> m_channel;
};

} // namespace motcua
