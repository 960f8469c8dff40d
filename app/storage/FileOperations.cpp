// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/FileOperations.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <unistd.h>
#include <utility>

namespace motcua::storage {

namespace {

Error systemError(const char *step)
{
    const int code = errno;
    return {code == ENOSPC || code == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
        QStringLiteral("%1: %2").arg(QString::fromLatin1(step), QString::fromLocal8Bit(std::strerror(code)))};
}

class SystemFile : public OutputFile
{
public:
    explicit SystemFile(int file)
        : m_file(file)
    {
    }
    ~SystemFile() override { (void)close(); }

    Result<> write(QByteArrayView bytes) override
    {
        while (!bytes.isEmpty()) {
            const ssize_t written = ::write(m_file, bytes.data(), static_cast<std::size_t>(bytes.size()));
            if (written < 0 && errno == EINTR) {
                continue;
            }
            if (written < 0) {
                return systemError("write");
            }
            bytes = bytes.sliced(written);
        }
        return {};
    }
    Result<> sync() override { return ::fsync(m_file) == 0 ? Result<>() : Result<>(systemError("fsync")); }
    Result<> close() override
    {
        const int file = std::exchange(m_file, -1);
        return file < 0 || ::close(file) == 0 ? Result<>() : Result<>(systemError("close"));
    }

private:
    int m_file;
};

class SystemFiles : public FileOperations
{
public:
    Result<std::unique_ptr<OutputFile>> create(const QString &path) override
    {
        const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (file < 0) {
            return systemError("open");
        }
        return Result<std::unique_ptr<OutputFile>>(std::make_unique<SystemFile>(file));
    }
    Result<> rename(const QString &from, const QString &to) override
    {
        return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0 ? Result<>()
                                                                                                        : Result<>(systemError("rename"));
    }
    Result<> syncFolder(const QString &folder) override
    {
        const int file = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (file < 0) {
            return systemError("open folder");
        }
        const bool synced = ::fsync(file) == 0;
        const Result<> result = synced ? Result<>() : Result<>(systemError("fsync folder"));
        ::close(file);
        return result;
    }
    Result<> remove(const QString &path) override
    {
        return ::unlink(QFile::encodeName(path).constData()) == 0 || errno == ENOENT ? Result<>() : Result<>(systemError("unlink"));
    }
};

} // namespace

Result<> fillDurably(FileOperations &files, const QString &to, const std::function<Result<>(OutputFile &)> &fill)
{
    const QString temporary = to + QStringLiteral(".part");
    if (const Result<> cleared = files.remove(temporary); !cleared) {
        return cleared;
    }
    Result<std::unique_ptr<OutputFile>> file = files.create(temporary);
    if (!file) {
        return file.error();
    }
    Result<> done = fill(**file);
    if (done) {
        done = (*file)->sync();
    }
    if (const Result<> closed = (*file)->close(); done && !closed) {
        done = closed;
    }
    if (done) {
        done = files.rename(temporary, to);
    }
    if (!done) {
        (void)files.remove(temporary);
        return done;
    }
    return files.syncFolder(QFileInfo(to).absolutePath());
}

std::shared_ptr<FileOperations> FileOperations::ofSystem()
{
    return std::make_shared<SystemFiles>();
}

Result<> copyDurably(FileOperations &files, const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::FileUnreadable, source.errorString()};
    }
    return fillDurably(files, to, [&source](OutputFile &target) -> Result<> {
        while (!source.atEnd()) {
            const QByteArray piece = source.read(1024 * 1024);
            if (piece.isEmpty()) {
                return Error{ErrorCode::FileUnreadable, source.errorString()};
            }
            if (const Result<> written = target.write(piece); !written) {
                return written;
            }
        }
        return {};
    });
}

Result<> writeDurably(FileOperations &files, const QString &path, const QByteArray &bytes)
{
    return fillDurably(files, path, [&bytes](OutputFile &target) { return target.write(bytes); });
}

} // namespace motcua::storage
