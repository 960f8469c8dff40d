// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/KillPoints.h"

#include <csignal>
#include <unistd.h>

namespace motcua::testsupport {

KillPoints::KillPoints(const QString &trail, const QByteArray &fatal)
    : m_trail(trail)
    , m_fatal(fatal)
{
    if (!m_trail.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) {
        qFatal("%s cannot be written", qPrintable(trail));
    }
}

void KillPoints::enter(const QByteArray &stage)
{
    const std::scoped_lock lock(m_mutex);
    m_stage = stage;
}

void KillPoints::reached(const QByteArray &what)
{
    const std::scoped_lock lock(m_mutex);
    QByteArray name = m_stage + ": " + what;
    if (const int times = ++m_times[name]; times > 1) {
        name += " (" + QByteArray::number(times) + ')';
    }
    m_trail.write(name + '\n');
    if (name == m_fatal) {
        ::kill(::getpid(), SIGKILL);
        ::pause(); // no other statement of this thread is carried out
    }
}

} // namespace motcua::testsupport
