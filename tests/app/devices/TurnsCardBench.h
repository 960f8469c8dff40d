// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardReaderTurns.h"
#include "tests/app/devices/SimulatedCardBench.h"

namespace motcua {

/** The side of a shared reader whose turn it is: for whoever reads with it, a reader as any other. */
class TurnsCardBench : public SimulatedCardBench
{
public:
    std::unique_ptr<CardReader> reader(ChannelCardReader::Terms terms) override
    {
        return std::make_unique<Shared>(SimulatedCardBench::reader(std::move(terms)));
    }

private:
    /** Holds what a side needs, and passes everything on to it. */
    class Shared : public CardReader
    {
    public:
        explicit Shared(std::unique_ptr<CardReader> reader)
            : m_reader(std::move(reader))
            , m_turns(m_reader.get())
            , m_side(m_turns.side(CardReaderTurns::Whose::Kiosk))
        {
            m_turns.give(CardReaderTurns::Whose::Kiosk);
            connect(m_side, &CardReader::stateChanged, this, &CardReader::stateChanged);
            connect(m_side, &CardReader::readersChanged, this, &CardReader::readersChanged);
            connect(m_side, &CardReader::progressed, this, &CardReader::progressed);
            connect(m_side, &CardReader::learned, this, &CardReader::learned);
            connect(m_side, &CardReader::ended, this, &CardReader::ended);
        }
        void start() override { m_side->start(); }
        void stop() override { m_side->stop(); }
        [[nodiscard]] State state() const override { return m_side->state(); }
        [[nodiscard]] QString name() const override { return m_side->name(); }
        void read(const std::shared_ptr<const CardKey> &key) override { m_side->read(key); }
        [[nodiscard]] bool isReading() const override { return m_side->isReading(); }
        void cancel() override { m_side->cancel(); }

    private:
        std::unique_ptr<CardReader> m_reader;
        CardReaderTurns m_turns;
        CardReader *m_side;
    };
};

} // namespace motcua
