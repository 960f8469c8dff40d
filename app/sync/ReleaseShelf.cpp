// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/ReleaseShelf.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <unistd.h>

namespace motcua::sync {

namespace {

constexpr qint64 LeastFree = qint64{512} * 1024 * 1024; ///< is left to work with, whatever is fetched

/** Two packages of one version are two files. */
QString shelfName(const SignedRelease &release)
{
    return release.head.version + u'-' + QString::fromLatin1(release.head.sha256.toHex().first(16));
}

} // namespace

QString ReleaseShelf::path(const SignedRelease &release) const
{
    return m_folder + u'/' + shelfName(release) + QStringLiteral(".release");
}

QString ReleaseShelf::part(const SignedRelease &release) const
{
    return m_folder + u'/' + shelfName(release) + QStringLiteral(".part");
}

bool ReleaseShelf::has(const SignedRelease &release) const
{
    return QFileInfo(path(release)).size() == release.begin().size() + release.head.bytes;
}

void ReleaseShelf::clearBut(const QStringList &names) const
{
    const QDir folder(m_folder);
    const QStringList files = folder.entryList({QStringLiteral("*.release"), QStringLiteral("*.part")}, QDir::Files);
    for (const QString &name : files) {
        if (!names.contains(name)) {
            QFile::remove(folder.filePath(name));
        }
    }
}

void ReleaseShelf::clear() const
{
    clearBut({});
}

qint64 ReleaseShelf::arrived(const SignedRelease &release) const
{
    clearBut({QFileInfo(path(release)).fileName(), QFileInfo(part(release)).fileName()});
    const QByteArray begin = release.begin();
    QFile file(part(release));
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)) {
        return 0;
    }
    const qint64 have = file.size() - begin.size();
    // What a crash left may be half a chunk, or the beginning of something else.
    if (have < 0 || have > release.head.bytes || file.read(begin.size()) != begin) {
        file.close();
        file.remove();
        return 0;
    }
    const qint64 whole = have == release.head.bytes ? have : have / SignedRelease::ChunkBytes * SignedRelease::ChunkBytes;
    return whole == have || file.resize(begin.size() + whole) ? whole : 0;
}

Result<> ReleaseShelf::add(const SignedRelease &release, const QByteArray &chunk) const
{
    if (!QDir().mkpath(m_folder) || !QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
        return Error{ErrorCode::FileUnwritable, m_folder};
    }
    QFile file(part(release));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append)) {
        return Error{ErrorCode::FileUnwritable, m_folder};
    }
    const QByteArray begin = release.begin();
    const qint64 before = file.size();
    if (std::max<qint64>(before, begin.size()) + chunk.size() > begin.size() + release.head.bytes) {
        return Error{ErrorCode::Invalid, QStringLiteral("release package")};
    }
    const QByteArray bytes = before == 0 ? begin + chunk : chunk;
    if (file.write(bytes) != bytes.size() || !file.flush()) {
        file.resize(before);
        return Error{ErrorCode::DiskFull, m_folder};
    }
    return {};
}

Result<> ReleaseShelf::finish(const SignedRelease &release) const
{
    QFile file(part(release));
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) || !file.seek(release.begin().size())) {
        return Error{ErrorCode::FileUnreadable, m_folder};
    }
    const Result<> whole = release.covers(file);
    const bool isKept = whole && ::fsync(file.handle()) == 0;
    file.close();
    if (!whole) {
        QFile::remove(part(release));
        return whole;
    }
    QFile::remove(path(release));
    return isKept && QFile::rename(part(release), path(release)) ? Result<>() : Error{ErrorCode::FileUnwritable, m_folder};
}

bool ReleaseShelf::hasRoom(const SignedRelease &release) const
{
    const QStorageInfo volume(QFileInfo(m_folder).exists() ? m_folder : QFileInfo(m_folder).path());
    return volume.isValid() && volume.bytesAvailable() >= 2 * release.head.bytes + LeastFree;
}

} // namespace motcua::sync
