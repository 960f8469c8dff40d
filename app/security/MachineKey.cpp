// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/MachineKey.h"

#include "app/security/X25519.h"

#include <openssl/sha.h>

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace motcua::security {

namespace {

// Layout: magic ‖ slot id (16) ‖ private key (32) ‖ first 8 bytes of SHA-256 of all before.
constexpr char Magic[] = "motcua machine 1";
constexpr qsizetype MagicSize = 16;
constexpr qsizetype BodySize = MagicSize + Id::Size + x25519::KeySize;
constexpr qsizetype CheckSize = 8;

void check(const SecretBytes &file, unsigned char *digest)
{
    SHA256(file.data(), static_cast<std::size_t>(BodySize), digest);
}

Error unreadable(const QString &why)
{
    return {ErrorCode::FileUnreadable, why};
}

// Whoever may replace the file decides which slot this machine opens.
bool folderIsSafe(const QString &path)
{
    struct stat folder = {};
    if (::stat(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), &folder) != 0) {
        return false;
    }
    const bool writableByOthers = (folder.st_mode & (S_IWGRP | S_IWOTH)) != 0;
    return !writableByOthers || (folder.st_mode & S_ISVTX) != 0;
}

} // namespace

Result<> MachineKey::write(const QString &path) const
{
    SecretBytes file(BodySize + CheckSize);
    std::memcpy(file.data(), Magic, MagicSize);
    std::memcpy(file.data() + MagicSize, slot.bytes().constData(), Id::Size);
    std::memcpy(file.data() + MagicSize + Id::Size, privateKey.data(), x25519::KeySize);
    unsigned char digest[SHA256_DIGEST_LENGTH] = {};
    check(file, digest);
    std::memcpy(file.data() + BodySize, digest, CheckSize);

    const QByteArray name = QFile::encodeName(path);
    const int handle = ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (handle < 0) {
        return Error{ErrorCode::FileUnwritable, errno == EEXIST ? QStringLiteral("exists") : QStringLiteral("open")};
    }
    errno = 0;
    const ssize_t count = ::write(handle, file.data(), static_cast<std::size_t>(file.size()));
    const bool whole = count == file.size() && ::fsync(handle) == 0;
    const int number = errno;
    const bool closed = ::close(handle) == 0;
    if (!whole || !closed) {
        ::unlink(name.constData());
        return Error{count >= 0 || number == ENOSPC || number == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
                     QStringLiteral("machine key")};
    }
    return {};
}

Result<MachineKey> MachineKey::read(const QString &path)
{
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (handle < 0) {
        return errno == ENOENT ? Error{ErrorCode::NotFound, QStringLiteral("machine key")}
                               : unreadable(errno == ELOOP ? QStringLiteral("a link") : QStringLiteral("open"));
    }
    SecretBytes file(BodySize + CheckSize + 1);
    struct stat status = {};
    const bool known = ::fstat(handle, &status) == 0;
    const ssize_t count = known && S_ISREG(status.st_mode) ? ::read(handle, file.data(), static_cast<std::size_t>(file.size())) : -1;
    ::close(handle);
    if (!known || !S_ISREG(status.st_mode)) {
        return unreadable(QStringLiteral("not a regular file"));
    }
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        return unreadable(QStringLiteral("group or others may use it"));
    }
    if (status.st_uid != 0 && status.st_uid != ::geteuid()) {
        return unreadable(QStringLiteral("belongs to somebody else"));
    }
    if (!folderIsSafe(path)) {
        return unreadable(QStringLiteral("others may replace it"));
    }
    unsigned char digest[SHA256_DIGEST_LENGTH] = {};
    check(file, digest);
    if (count != BodySize + CheckSize || std::memcmp(file.data(), Magic, MagicSize) != 0
        || std::memcmp(file.data() + BodySize, digest, CheckSize) != 0) {
        return Error{ErrorCode::SlotsDamaged, QStringLiteral("machine key")};
    }
    return MachineKey{Id::fromBytes(file.view().sliced(MagicSize, Id::Size)),
                      SecretBytes::copyOf(file.view().sliced(MagicSize + Id::Size, x25519::KeySize))};
}

} // namespace motcua::security
