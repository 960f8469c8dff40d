// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/PortCodeReader.h"

#include <utility>

namespace motcua {

PortCodeReader::PortCodeReader(std::unique_ptr<ReaderPort> port, int silenceMs, int lookMs, QObject *parent)
    : CodeReader(parent)
    , m_port(std::move(port))
    , m_lookMs(lookMs)
    , m_frames(LongestReading)
{
    m_silence.setSingleShot(true);
    m_silence.setInterval(silenceMs);
    connect(&m_silence, &QTimer::timeout, this, &PortCodeReader::endSilent);
    m_look.setSingleShot(true);
    connect(&m_look, &QTimer::timeout, this, &PortCodeReader::look);
    connect(&m_notifier, &QSocketNotifier::activated, this, &PortCodeReader::take);
}

void PortCodeReader::start()
{
    if (m_state == State::Off && !m_look.isActive()) {
        m_look.start(0);
    }
}

void PortCodeReader::stop()
{
    m_look.stop();
    letGo();
    m_state = State::Off;
    m_trouble = Trouble::Nothing;
}

void PortCodeReader::letGo()
{
    m_silence.stop();
    m_notifier.setEnabled(false);
    m_port->close();
    m_frames.forget();
}

void PortCodeReader::look()
{
    const ReaderPort::Opened opened = m_port->open();
    if (opened.state == State::Ready) {
        m_notifier.setSocket(m_port->descriptor());
        m_notifier.setEnabled(true);
    } else {
        m_look.start(m_lookMs);
    }
    become(opened.state, opened.trouble);
}

void PortCodeReader::take()
{
    const QList<QByteArray> codes = m_port->read(m_frames);
    const bool isTooLong = m_frames.dropped() > 0;
    const bool isGone = m_port->isGone();
    if (isGone) {
        letGo();
        m_look.start(m_lookMs);
    } else if (m_frames.isOpen()) {
        m_silence.start();
    } else {
        m_silence.stop();
    }
    // Last, because whoever is told may stop this reader.
    for (const QByteArray &code : codes) {
        tell(code);
    }
    if (isTooLong && m_state != State::Off) {
        Q_EMIT dropped();
    }
    if (isGone && m_state != State::Off) {
        become(State::None, Trouble::Nothing);
    }
}

void PortCodeReader::endSilent()
{
    tell(m_frames.silence());
}

void PortCodeReader::tell(const QByteArray &code)
{
    if (m_state != State::Off && !code.isEmpty()) {
        Q_EMIT scanned(code);
    }
}

void PortCodeReader::become(State state, Trouble trouble)
{
    if (state != m_state || trouble != m_trouble) {
        m_state = state;
        m_trouble = trouble;
        Q_EMIT stateChanged();
    }
}

} // namespace motcua
