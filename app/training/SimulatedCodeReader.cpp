// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/SimulatedCodeReader.h"

#include <utility>

namespace motcua {

SimulatedCodeReader::SimulatedCodeReader(QObject *parent)
    : CodeReader(parent)
    , m_frames(LongestReading)
{
}

/** As a device does: on a later turn of the event loop. */
void SimulatedCodeReader::later(void (SimulatedCodeReader::*act)())
{
    QMetaObject::invokeMethod(this, [this, act] { (this->*act)(); }, Qt::QueuedConnection);
}

void SimulatedCodeReader::start()
{
    m_started = true;
    later(&SimulatedCodeReader::follow);
}

void SimulatedCodeReader::stop()
{
    m_started = false;
    m_state = State::Off;
    m_sent.clear();
    m_frames.forget();
}

CodeReader::State SimulatedCodeReader::wanted() const
{
    return !m_isThere ? State::None : m_trouble == Trouble::Nothing ? State::Ready : State::Failed;
}

void SimulatedCodeReader::follow()
{
    if (m_started && (m_state != wanted() || m_told != trouble())) {
        m_state = wanted();
        m_told = trouble();
        Q_EMIT stateChanged();
    }
}

void SimulatedCodeReader::send(const QByteArray &bytes)
{
    if (m_state == State::Ready) {
        m_sent.append(bytes);
        later(&SimulatedCodeReader::take);
    }
}

void SimulatedCodeReader::take()
{
    if (m_state != State::Ready || m_sent.isEmpty()) {
        return;
    }
    QList<QByteArray> codes = m_frames.take(m_sent.takeFirst());
    codes.append(m_frames.silence()); // it never stops in the middle of a code
    for (const QByteArray &code : std::as_const(codes)) {
        if (m_state != State::Off && !code.isEmpty()) {
            Q_EMIT scanned(code);
        }
    }
    if (m_frames.dropped() > 0 && m_state != State::Off) {
        Q_EMIT dropped();
    }
}

void SimulatedCodeReader::pullOut()
{
    m_isThere = false;
    later(&SimulatedCodeReader::follow);
}

void SimulatedCodeReader::plugIn()
{
    m_isThere = true;
    later(&SimulatedCodeReader::follow);
}

void SimulatedCodeReader::setTrouble(Trouble trouble)
{
    m_trouble = trouble;
    later(&SimulatedCodeReader::follow);
}

} // namespace motcua
