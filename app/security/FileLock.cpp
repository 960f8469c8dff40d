// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/FileLock.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace motcua::security {

FileLock::FileLock(const QString &path, quint16 place)
    : m_file(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600))
{
    if (m_file < 0) {
        return;
    }
    struct flock range = {};
    range.l_type = F_WRLCK;
    range.l_whence = SEEK_SET;
    range.l_start = place;
    range.l_len = 1;
    // Locks of the open file description, unlike those of the process, also hold between threads (fcntl(2)).
    int outcome = -1;
    do {
        outcome = ::fcntl(m_file, F_OFD_SETLKW, &range);
    } while (outcome != 0 && errno == EINTR);
    m_held = outcome == 0;
}

FileLock::~FileLock()
{
    if (m_file >= 0) {
        ::close(m_file);
    }
}

} // namespace motcua::security
