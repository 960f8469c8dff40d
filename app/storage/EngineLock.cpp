// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/EngineLock.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace motcua::storage {

EngineLock::EngineLock(const QString &storePath)
    : m_path(storePath + QStringLiteral(".engine.lock"))
{
}

EngineLock::~EngineLock()
{
    if (m_file >= 0) {
        ::close(m_file);
    }
}

bool EngineLock::take()
{
    if (m_held) {
        return true;
    }
    if (m_file < 0) {
        m_file = ::open(QFile::encodeName(m_path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    }
    // flock and not a pid in a file: the kernel gives it back whatever way the holder ends.
    m_held = m_file >= 0 && ::flock(m_file, LOCK_EX | LOCK_NB) == 0;
    return m_held;
}

} // namespace motcua::storage
