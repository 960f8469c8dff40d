// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/pcsc/PcscCardReader.h"

#include "app/devices/pcsc/PcscChannel.h"

#include <QSettings>

#include <algorithm>

namespace motcua {

namespace {

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

PcscCardReader::~PcscCardReader() = default;

QString PcscCardReader::configured(const QString &file)
{
    return file.isEmpty() ? QString() : QSettings(file, QSettings::IniFormat).value(QStringLiteral("cardReader/name")).toString().trimmed();
}

void PcscCardReader::start()
{
    if (m_readers) {
        return;
    }
    m_readers = std::make_unique<PcscReaders>();
    connect(m_readers.get(), &PcscReaders::changed, this, &PcscCardReader::follow);
    m_readers->start();
}

void PcscCardReader::stop()
{
    dropReading();
    if (m_readers) { // which may be what is telling just now
        m_readers->disconnect(this);
        m_readers.release()->deleteLater();
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
}

ChannelCardReader::Way PcscCardReader::way() const
{
    return [name = m_name]() -> Result<std::unique_ptr<CardChannel>, CardError> {
        if (name.isEmpty()) {
            return CardError{.fault = CardFault::NoReader};
        }
        auto channel = PcscChannel::open(name);
        if (!channel) {
            return channel.error();
        }
        return std::unique_ptr<CardChannel>(*std::move(channel));
    };
}

} // namespace motcua
