// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/NewFile.h"

#include <QFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace motcua::portal {

Result<> writeNewFile(const QString &path, QByteArrayView bytes, int mode)
{
    const QByteArray name = QFile::encodeName(path);
    const auto failure = [&path] {
        const int why = errno;
        return Error{why == ENOSPC || why == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
            path + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(why))};
    };
    const int file = ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, static_cast<mode_t>(mode & 0700));
    if (file < 0) {
        return failure();
    }
    bool isWritten = ::fchmod(file, static_cast<mode_t>(mode)) == 0; // whatever the umask
    for (qsizetype at = 0; isWritten && at < bytes.size();) {
        const ssize_t some = ::write(file, bytes.data() + at, static_cast<std::size_t>(bytes.size() - at));
        if (some < 0 && errno == EINTR) {
            continue;
        }
        isWritten = some > 0;
        at += qMax<ssize_t>(some, 0);
    }
    isWritten = isWritten && ::fsync(file) == 0;
    const Result<> done = isWritten ? Result<>() : Result<>(failure());
    ::close(file);
    if (!isWritten) {
        ::unlink(name.constData());
    }
    return done;
}

} // namespace motcua::portal
