// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/pcsc/PcscCardReader.h"
#include "app/devices/pcsc/PcscFacts.h"
#include "tests/app/devices/CardReaderBench.h"
#include "tests/app/devices/pcsc/PcscBench.h"
#include "tests/app/devices/pcsc/ServedChip.h"

#include <QTest>

#include <algorithm>

namespace motcua {

/** A reader of a real smart card service, with our chip at the wire of its driver. It leaves the service as it found it: running, with empty readers. */
class PcscCardBench : public CardReaderBench
{
public:
    /** `service` runs, with readers that can be pulled out, and outlives this. */
    explicit PcscCardBench(PcscBench &service)
        : m_service(service)
    {
    }
    ~PcscCardBench() override
    {
        m_lying.reset();
        if (!m_runs) {
            m_service.startService();
        }
        if (!m_isThere) {
            plugIn();
        }
        // The next card is not to be taken for this one.
        if (!QTest::qWaitFor([] { return isEmpty(); }, 20'000)) {
            qFatal("the readers are not empty again: %s", m_service.log().constData());
        }
    }

    std::unique_ptr<CardReader> reader(ChannelCardReader::Terms terms) override
    {
        return std::make_unique<PcscCardReader>(std::move(terms));
    }

    void lay(training::ChipCard card, const training::ChipOptions &options) override
    {
        m_lying.reset();
        m_lying = std::make_unique<ServedChip>(m_service.cardPath(0), std::move(card), options);
    }
    void takeAway() override { m_lying->pullAway(); }
    void pullOut() override
    {
        m_service.pullOut();
        m_isThere = false;
        if (m_lying) {
            m_lying->pullAway();
        }
    }
    void plugIn() override
    {
        m_service.plugIn();
        m_isThere = true;
    }
    void stopService() override
    {
        m_service.killService();
        m_runs = false;
    }
    void startService() override
    {
        m_service.startService();
        m_runs = true;
    }

private:
    static bool isEmpty()
    {
        const PcscFacts facts = PcscFacts::now();
        return facts.readers.size() == 2 && std::all_of(facts.readers.cbegin(), facts.readers.cend(), [](const PcscFacts::OfReader &one) {
            return one.reader.state == PcscReader::State::Empty;
        });
    }

    PcscBench &m_service;
    std::unique_ptr<ServedChip> m_lying;
    bool m_isThere = true;
    bool m_runs = true;
};

} // namespace motcua
