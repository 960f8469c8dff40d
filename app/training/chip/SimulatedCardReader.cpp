// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chip/SimulatedCardReader.h"

#include "app/training/chip/SoftwareChip.h"

#include <utility>

namespace motcua::training {

/** A card on the reader: it goes on living on the thread that reads it after it was taken away, and answers nothing any more. */
struct SimulatedCardReader::Lying
{
    Lying(ChipCard card, ChipOptions options)
        : chip(std::move(card), std::move(options), ephemeral)
    {
    }

    SystemEphemeral ephemeral = {};
    SoftwareChip chip;
    std::atomic<bool> isGone = false;
};

/** The way to it: switched on anew for each reading, of which there is one at a time. */
class SimulatedCardReader::Channel final : public CardChannel
{
public:
    Channel(std::shared_ptr<Lying> lying, std::shared_ptr<std::atomic<bool>> service)
        : m_lying(std::move(lying))
        , m_service(std::move(service))
    {
        m_lying->chip.reset();
    }

    [[nodiscard]] Result<QByteArray, CardError> transmit(const QByteArray &command) override
    {
        if (!m_service->load()) {
            return CardError{.fault = CardFault::ServiceNotRunning};
        }
        if (m_lying->isGone.load()) {
            return CardError{.fault = CardFault::Removed};
        }
        return m_lying->chip.transmit(command);
    }
    [[nodiscard]] QByteArray atr() const override { return m_lying->chip.atr(); }
    void cancel() override { m_lying->chip.cancel(); }

private:
    std::shared_ptr<Lying> m_lying;
    std::shared_ptr<std::atomic<bool>> m_service;
};

SimulatedCardReader::SimulatedCardReader(Terms terms, QObject *parent)
    : ChannelCardReader(std::move(terms), parent)
    , m_service(std::make_shared<std::atomic<bool>>(true))
{
}

SimulatedCardReader::~SimulatedCardReader() = default;

QString SimulatedCardReader::name() const
{
    return m_state == State::Off || m_state == State::None || m_state == State::NoService ? QString() : QStringLiteral("Simulated reader 00 00");
}

PcscFacts SimulatedCardReader::facts() const
{
    PcscFacts found{.isInstalled = true};
    if (!m_service->load()) {
        found.fault = CardError{.fault = CardFault::ServiceNotRunning};
    } else if (m_isThere) {
        found.readers.append({.reader = {QStringLiteral("Simulated reader 00 00"), m_lying ? PcscReader::State::Card : PcscReader::State::Empty, {}}});
    }
    return found;
}

/** As a device does: on a later turn of the event loop. */
void SimulatedCardReader::later()
{
    QMetaObject::invokeMethod(this, [this] { follow(); }, Qt::QueuedConnection);
}

void SimulatedCardReader::start()
{
    m_isStarted = true;
    later();
}

void SimulatedCardReader::stop()
{
    dropReading();
    m_isStarted = false;
    m_state = State::Off;
}

CardReader::State SimulatedCardReader::wanted() const
{
    return !m_service->load() ? State::NoService : !m_isThere ? State::None : m_lying ? State::Card : State::Empty;
}

void SimulatedCardReader::follow()
{
    if (m_isStarted && m_state != wanted()) {
        m_state = wanted();
        Q_EMIT stateChanged();
    }
}

void SimulatedCardReader::lay(ChipCard card, const ChipOptions &options)
{
    if (m_lying) {
        m_lying->isGone.store(true);
    }
    m_lying = std::make_shared<Lying>(std::move(card), options);
    later();
}

void SimulatedCardReader::takeAway()
{
    if (m_lying) {
        m_lying->isGone.store(true);
        m_lying.reset();
    }
    later();
}

void SimulatedCardReader::pullOut()
{
    m_isThere = false;
    if (m_lying) {
        m_lying->isGone.store(true);
        m_lying.reset();
    }
    later();
}

void SimulatedCardReader::plugIn()
{
    m_isThere = true;
    later();
}

void SimulatedCardReader::setService(bool runs)
{
    m_service->store(false);
    if (runs) {
        m_service = std::make_shared<std::atomic<bool>>(true);
    }
    later();
}

ChannelCardReader::Way SimulatedCardReader::way() const
{
    if (m_state == State::Off) {
        return [] { return CardError{.fault = CardFault::NoReader}; };
    }
    if (!m_service->load()) {
        return [] { return CardError{.fault = CardFault::ServiceNotRunning}; };
    }
    if (!m_isThere) {
        return [] { return CardError{.fault = CardFault::NoReader}; };
    }
    if (!m_lying) {
        return [] { return CardError{.fault = CardFault::NoCard}; };
    }
    return [lying = m_lying, service = m_service]() -> Result<std::unique_ptr<CardChannel>, CardError> {
        return std::unique_ptr<CardChannel>(std::make_unique<Channel>(lying, service));
    };
}

} // namespace motcua::training
