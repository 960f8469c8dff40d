// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/CardReaderTurns.h"

#include <algorithm>
#include <utility>

namespace motcua {

class CardReaderTurns::Side final : public CardReader
{
public:
    explicit Side(CardReaderTurns *turns, Whose whose)
        : m_turns(turns)
        , m_whose(whose)
    {
    }

    void start() override
    {
        m_isStarted = true;
        m_turns->m_reader->start();
        later(); // where the other has started it already, nothing changes by that
    }

    void stop() override
    {
        m_isStarted = false;
        m_isReading = false;
        m_isHeard = false; // what the reader still tells of it is nobody's
        m_waiting.reset();
        m_seen = State::Off;
        if (m_turns->m_reads == this) {
            m_turns->m_reader->cancel();
        }
        if (std::none_of(m_turns->m_sides.cbegin(), m_turns->m_sides.cend(), [](const auto &one) { return one->m_isStarted; })) {
            m_turns->m_reads = nullptr;
            m_turns->m_reader->stop();
        }
    }

    [[nodiscard]] State state() const override
    {
        if (!m_isStarted || !m_turns->m_reader) {
            return State::Off;
        }
        const State there = m_turns->m_reader->state();
        const bool lies = there == State::Card || there == State::Mute;
        return lies && m_turns->m_turn != m_whose ? State::Empty : there;
    }

    [[nodiscard]] QString name() const override { return m_isStarted && m_turns->m_reader ? m_turns->m_reader->name() : QString(); }

    void read(const std::shared_ptr<const CardKey> &key) override
    {
        if (m_isReading || !key) {
            return;
        }
        m_isReading = true;
        ++m_readings;
        if (!m_isStarted || m_turns->m_turn != m_whose) {
            refuse(m_isStarted ? CardFault::NoCard : CardFault::NoReader);
        } else if (m_turns->m_reads) {
            m_waiting = key;
        } else {
            begin(key);
        }
    }

    [[nodiscard]] bool isReading() const override { return m_isReading; }

    void cancel() override
    {
        if (m_waiting) {
            m_waiting.reset();
            refuse(CardFault::Cancelled);
        } else if (m_turns->m_reads == this) {
            m_turns->m_reader->cancel();
        }
    }

    /** Tells of a state that is another than was told; `always`: the reader told of something, and whose turn it is hears all of it. */
    void follow(bool always = false)
    {
        const State before = std::exchange(m_seen, state());
        if (m_isStarted && (m_seen != before || (always && m_turns->m_turn == m_whose))) {
            Q_EMIT stateChanged();
        }
    }
    void later()
    {
        QMetaObject::invokeMethod(this, [this] { follow(); }, Qt::QueuedConnection);
    }

    /** Whether what the reader tells is of a reading of this side that was not stopped. */
    [[nodiscard]] bool isHeard() const { return m_isHeard; }
    void end(const CardRecord &card)
    {
        m_isHeard = false;
        m_isReading = false;
        Q_EMIT ended(card);
    }
    [[nodiscard]] bool waits() const { return m_waiting != nullptr; }
    void startWaiting()
    {
        const auto key = std::exchange(m_waiting, nullptr);
        if (m_turns->m_turn == m_whose) {
            begin(key);
        } else {
            refuse(CardFault::NoCard);
        }
    }

private:
    void begin(const std::shared_ptr<const CardKey> &key)
    {
        m_isHeard = true;
        m_turns->m_reads = this;
        m_turns->m_reader->read(key);
    }

    void refuse(CardFault fault)
    {
        QMetaObject::invokeMethod(
            this,
            [this, fault, reading = m_readings] {
                if (m_isReading && reading == m_readings) { // else it was stopped meanwhile
                    CardRecord nothing;
                    nothing.broken = CardError{.fault = fault};
                    end(nothing);
                }
            },
            Qt::QueuedConnection);
    }

    CardReaderTurns *m_turns;
    Whose m_whose;
    bool m_isStarted = false;
    bool m_isReading = false;
    bool m_isHeard = false;
    int m_readings = 0; ///< so many were asked for
    State m_seen = State::Off;
    std::shared_ptr<const CardKey> m_waiting; ///< of a reading that follows the one that is made
};

CardReaderTurns::CardReaderTurns(CardReader *reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_sides{std::make_unique<Side>(this, Whose::Desk), std::make_unique<Side>(this, Whose::Kiosk)}
{
    connect(reader, &CardReader::stateChanged, this, &CardReaderTurns::follow);
    connect(reader, &CardReader::readersChanged, this, [this] {
        for (const auto &one : m_sides) {
            Q_EMIT one->readersChanged();
        }
    });
    connect(reader, &CardReader::progressed, this, [this](const ReadingProgress &progress) {
        if (m_reads && m_reads->isHeard()) {
            Q_EMIT m_reads->progressed(progress);
        }
    });
    connect(reader, &CardReader::learned, this, [this](const CardRecord &card) {
        if (m_reads && m_reads->isHeard()) {
            Q_EMIT m_reads->learned(card);
        }
    });
    connect(reader, &CardReader::ended, this, [this](const CardRecord &card) {
        Side *whose = std::exchange(m_reads, nullptr);
        if (whose && whose->isHeard()) {
            whose->end(card);
        }
        startNext();
    });
}

CardReaderTurns::~CardReaderTurns() = default;

CardReader *CardReaderTurns::side(Whose whose) const
{
    return m_sides.at(static_cast<std::size_t>(whose)).get();
}

void CardReaderTurns::give(Whose whose)
{
    if (m_turn != whose) {
        m_turn = whose;
        for (const auto &one : m_sides) {
            one->later(); // never from inside a call
        }
    }
}

void CardReaderTurns::follow()
{
    for (const auto &one : m_sides) {
        one->follow(true);
    }
}

void CardReaderTurns::startNext()
{
    for (const auto &one : m_sides) {
        if (!m_reads && one->waits()) {
            one->startWaiting();
        }
    }
}

} // namespace motcua
