// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/DurableFile.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace motcua::security {

namespace {

Error systemError(int number, const QString &step)
{
    const bool full = number == ENOSPC || number == EDQUOT || number == EFBIG;
    // File names stay out of the detail: it ends in a log.
    return {full ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, step + QStringLiteral(": errno ") + QString::number(number)};
}

Result<> asked(const FileProbe &probe, const QString &step, const QString &path)
{
    return probe ? probe(step + u' ' + path) : Result<>();
}

Result<> written(int file, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::write(file, bytes.data() + done, static_cast<std::size_t>(bytes.size() - done));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return systemError(count == 0 ? ENOSPC : errno, QStringLiteral("write"));
        }
        done += count;
    }
    return {};
}

Result<> writeAside(const QString &path, const QByteArray &bytes, const FileProbe &probe)
{
    if (const Result<> may = asked(probe, QStringLiteral("open"), path); !may) {
        return may;
    }
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0) {
        return systemError(errno, QStringLiteral("open"));
    }
    Result<> outcome = asked(probe, QStringLiteral("write"), path);
    if (outcome) {
        outcome = written(file, bytes);
    }
    if (outcome) {
        outcome = asked(probe, QStringLiteral("fsync"), path);
    }
    if (outcome && ::fsync(file) != 0) {
        outcome = systemError(errno, QStringLiteral("fsync"));
    }
    if (::close(file) != 0 && outcome) {
        outcome = systemError(errno, QStringLiteral("close"));
    }
    return outcome;
}

Result<> flushFolder(const QString &folder, const FileProbe &probe)
{
    if (const Result<> may = asked(probe, QStringLiteral("fsync"), folder); !may) {
        return may;
    }
    const int directory = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0) {
        return systemError(errno, QStringLiteral("open folder"));
    }
    const int failed = ::fsync(directory) != 0 ? errno : 0;
    ::close(directory);
    return failed != 0 ? Result<>(systemError(failed, QStringLiteral("fsync folder"))) : Result<>();
}

QString aside(const QString &path)
{
    return path + QStringLiteral(".new");
}

} // namespace

Result<QByteArray> readWhole(const QString &path, qsizetype limit)
{
    QFile file(path);
    if (!file.exists()) {
        return Error{ErrorCode::NotFound, QStringLiteral("no such file")};
    }
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return Error{ErrorCode::FileUnreadable, QStringLiteral("open")};
    }
    if (file.size() > limit) {
        return Error{ErrorCode::FileUnreadable, QStringLiteral("larger than %1 bytes").arg(limit)};
    }
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError) {
        return Error{ErrorCode::FileUnreadable, QStringLiteral("read")};
    }
    return bytes;
}

Result<> replaceDurably(const QList<DurableFile> &files, const FileProbe &probe)
{
    const auto discardAside = [&files] {
        for (const DurableFile &file : files) {
            QFile::remove(aside(file.path));
        }
    };
    for (const DurableFile &file : files) {
        if (const Result<> outcome = writeAside(aside(file.path), file.bytes, probe); !outcome) {
            discardAside();
            return outcome;
        }
    }
    for (const DurableFile &file : files) {
        Result<> outcome = asked(probe, QStringLiteral("rename"), file.path);
        if (outcome && ::rename(QFile::encodeName(aside(file.path)).constData(), QFile::encodeName(file.path).constData()) != 0) {
            outcome = systemError(errno, QStringLiteral("rename"));
        }
        if (!outcome) {
            discardAside();
            return outcome;
        }
    }
    return files.isEmpty() ? Result<>() : flushFolder(QFileInfo(files.first().path).absolutePath(), probe);
}

} // namespace motcua::security
