// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/SettlingLine.h"

namespace motcua {

SettlingLine::SettlingLine(std::chrono::milliseconds settling, QObject *parent)
    : Line(parent)
    , m_settling(this)
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(settling);
    connect(&m_settling, &QTimer::timeout, this, [this] {
        if (m_seen != m_told) {
            m_told = m_seen;
            Q_EMIT changed(m_told);
        }
    });
}

void SettlingLine::begin(const State &state)
{
    m_told = state;
    m_seen = state;
}

void SettlingLine::observe(const State &state)
{
    if (state != m_seen) {
        m_seen = state;
        m_settling.start();
    }
}

} // namespace motcua
