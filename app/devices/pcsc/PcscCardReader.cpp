// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/pcsc/PcscCardReader.h"

#include "app/devices/pcsc/PcscChannel.h"

#include <QDeadlineTimer>
#include <QSettings>

#include <algorithm>
#include <chrono>

namespace motcua {

namespace {

constexpr std::chrono::seconds EndWithin(5);

/** The lower, the rather it is meant. */
int place(const PcscReader &reader)
{
    switch (reader.state) {
    case PcscReader::State::Card: return 0;
    case PcscReader::State::Mute: return 1;
    case PcscReader::State::Empty: return 2;
    case PcscReader::State::Unavailable: return 3;
    }
    return 3;
}

CardReader::State stateOf(const PcscReader &reader)
{
    switch (reader.state) {
    case PcscReader::State::Card: return CardReader::State::Card;
    case PcscReader::State::Mute: return CardReader::State::Mute;
    case PcscReader::State::Empty: return CardReader::State::Empty;
    case PcscReader::State::Unavailable: return CardReader::State::Unavailable;
    }
    return CardReader::State::Unavailable;
}

} // namespace

PcscCardReader::PcscCardReader(Terms terms, const QString &namePart, QObject *parent)
    : ChannelCardReader(std::move(terms), parent)
    , m_namePart(namePart)
{
}

PcscCardReader::~PcscCardReader()
{
    PcscCardReader::stop(); // all at once, and then what is left of the time for each
    const QDeadlineTimer until(EndWithin);
    for (auto &readers : m_left) {
        readers->setPatience(std::chrono::milliseconds(until.remainingTime()));
        readers.reset();
    }
    setPatience(std::chrono::milliseconds(until.remainingTime()));
}

QString PcscCardReader::configured(const QString &file)
{
    return file.isEmpty() ? QString() : QSettings(file, QSettings::IniFormat).value(QStringLiteral("cardReader/name")).toString().trimmed();
}

void PcscCardReader::start()
{
    if (m_readers) {
        return;
    }
    const auto over = std::partition(m_left.begin(), m_left.end(), [](const auto &readers) { return !readers->isOver(); });
    std::for_each(over, m_left.end(), [](auto &readers) { readers.release()->deleteLater(); });
    m_left.erase(over, m_left.end());
    m_readers = std::make_unique<PcscReaders>();
    connect(m_readers.get(), &PcscReaders::changed, this, &PcscCardReader::follow);
    m_readers->start();
}

void PcscCardReader::stop()
{
    dropReading();
    if (m_readers) { // which may be what is telling just now, and does not go before that has come back
        m_readers->end();
        m_left.push_back(std::move(m_readers));
    }
    m_state = State::Off;
    m_name.clear();
}

std::optional<PcscReader> PcscCardReader::chosen(const QList<PcscReader> &readers, const QString &namePart)
{
    std::optional<PcscReader> best;
    for (const PcscReader &reader : readers) {
        if (reader.name.contains(namePart, Qt::CaseInsensitive) && (!best || place(reader) < place(*best))) {
            best = reader;
        }
    }
    return best;
}

void PcscCardReader::follow()
{
    const auto reader = chosen(m_readers->readers(), m_namePart);
    const State state = m_readers->fault() ? State::NoService : reader ? stateOf(*reader) : State::None;
    const QString name = reader ? reader->name : QString();
    if (state != m_state || name != m_name) {
        m_state = state;
        m_name = name;
        Q_EMIT stateChanged();
    }
    if (m_readers) { // whoever was told may have stopped it
        Q_EMIT readersChanged();
    }
}

ChannelCardReader::Way PcscCardReader::way() const
{
    const auto no = [](CardFault fault) { return [fault] { return CardError{.fault = fault}; }; };
    switch (m_state) {
    case State::NoService: return no(CardFault::ServiceNotRunning);
    case State::Off:
    case State::None: return no(CardFault::NoReader);
    case State::Unavailable: return no(CardFault::DriverFailed); // the service would say that its card is without power
    case State::Empty: // which is asked all the same: the card may have come just now
    case State::Mute:
    case State::Card: break;
    }
    return [name = m_name]() -> Result<std::unique_ptr<CardChannel>, CardError> {
        auto channel = PcscChannel::open(name);
        if (!channel) {
            return channel.error();
        }
        return std::unique_ptr<CardChannel>(*std::move(channel));
    };
}

} // namespace motcua
