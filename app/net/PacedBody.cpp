// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/PacedBody.h"

#include <algorithm>
#include <cstring>

namespace motcua {

PacedBody::PacedBody(QByteArray body, std::shared_ptr<UploadPace> pace, const QElapsedTimer &running, QObject *parent)
    : QIODevice(parent)
    , m_body(std::move(body))
    , m_pace(std::move(pace))
    , m_running(running)
    , m_wait(this)
{
    m_wait.setSingleShot(true);
    m_wait.setTimerType(Qt::PreciseTimer);
    connect(&m_wait, &QTimer::timeout, this, &QIODevice::readyRead);
    // Unbuffered: QIODevice would read ahead of the pace.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 PacedBody::readData(char *data, qint64 most)
{
    if (atEnd()) {
        return -1;
    }
    const qint64 given = m_pace->take(std::min<qint64>(most, m_body.size() - m_at), m_running.elapsed());
    if (given == 0) {
        if (!m_wait.isActive()) {
            m_wait.start(static_cast<int>(std::min<qint64>(m_pace->waitMs(), 60'000)));
        }
        return 0;
    }
    std::memcpy(data, m_body.constData() + m_at, static_cast<std::size_t>(given));
    m_at += given;
    return given;
}

qint64 PacedBody::writeData(const char * /*data*/, qint64 /*size*/)
{
    return -1;
}

} // namespace motcua
