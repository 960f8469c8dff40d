// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/FolderLook.h"

#include "models/base/Text.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QStandardPaths>
#include <QStorageInfo>

#include <algorithm>
#include <array>
#include <memory>

#include <mntent.h>

namespace motcua {

namespace {

/** Where desktops mount what is plugged in (Filesystem Hierarchy Standard 3.0, 3.11, and udisks). */
bool isMedium(const QString &path)
{
    return path.startsWith(QStringLiteral("/media/")) || path.startsWith(QStringLiteral("/run/media/"));
}

/** Taken from the table of mounts before anything is looked at: one dead mount of a server must not keep everybody from their sticks. */
QStringList mountedMedia()
{
    QStringList paths;
    const std::unique_ptr<FILE, int (*)(FILE *)> table(setmntent("/proc/self/mounts", "r"), endmntent);
    if (!table) {
        return paths;
    }
    mntent entry = {};
    std::array<char, 4096> text = {};
    while (getmntent_r(table.get(), &entry, text.data(), static_cast<int>(text.size()))) {
        const QString path = QFile::decodeName(entry.mnt_dir);
        if (isMedium(path)) {
            paths.append(path);
        }
    }
    return paths;
}

QList<FolderEntry> media()
{
    QList<FolderEntry> found;
    const QStringList paths = mountedMedia();
    for (const QString &path : paths) {
        const QStorageInfo volume(path);
        if (volume.isReady()) {
            const QString label = volume.name();
            found.append({.kind = FolderEntry::Kind::Medium, .path = path, .name = label.isEmpty() ? QDir(path).dirName() : label});
        }
    }
    return found;
}

FolderView places()
{
    FolderView view;
    view.entries = media();
    QStringList seen;
    for (const auto location : {QStandardPaths::DownloadLocation, QStandardPaths::DocumentsLocation, QStandardPaths::PicturesLocation,
             QStandardPaths::DesktopLocation, QStandardPaths::HomeLocation}) {
        const QString path = QStandardPaths::writableLocation(location);
        if (!path.isEmpty() && QFileInfo(path).isDir() && !seen.contains(path)) {
            seen.append(path);
            view.entries.append({.kind = FolderEntry::Kind::Folder, .path = path, .name = QDir(path).dirName()});
        }
    }
    return view;
}

QStringList suffixesOf(const QStringList &mediaTypes)
{
    QStringList suffixes;
    const QMimeDatabase database;
    for (const QString &type : mediaTypes) {
        suffixes.append(database.mimeTypeForName(type).suffixes());
    }
    return suffixes;
}

} // namespace

FolderView lookIntoFolder(const QString &folder, const QStringList &mediaTypes)
{
    if (folder.isEmpty()) {
        return places();
    }
    FolderView view;
    const QDir dir(folder);
    view.folder = dir.absolutePath();
    // From a stick one comes back to the places, not to where the desktop mounts it.
    const QList<FolderEntry> sticks = media();
    const bool isRoot = dir.isRoot() || std::any_of(sticks.cbegin(), sticks.cend(), [&view](const FolderEntry &one) { return one.path == view.folder; });
    view.parent = isRoot ? QString() : QFileInfo(view.folder).path();
    if (!QFileInfo(view.folder).isDir() || !QFileInfo(view.folder).isReadable()) {
        view.error = Error{ErrorCode::FileUnreadable, {}};
        return view;
    }
    const QStringList suffixes = suffixesOf(mediaTypes);
    QList<FolderEntry> folders;
    QList<FolderEntry> files;
    QDirIterator walk(view.folder, QDir::AllDirs | QDir::Files | QDir::NoDotAndDotDot);
    while (walk.hasNext()) {
        const QFileInfo info = walk.nextFileInfo();
        if (info.isDir()) {
            folders.append({.kind = FolderEntry::Kind::Folder, .path = info.absoluteFilePath(), .name = info.fileName()});
        } else if (suffixes.contains(info.suffix().toLower())) {
            files.append({FolderEntry::Kind::File, info.absoluteFilePath(), info.fileName(), info.size(), info.lastModified()});
        } else {
            ++view.ofOtherKinds;
        }
    }
    std::sort(folders.begin(), folders.end(), [](const FolderEntry &one, const FolderEntry &other) { return text::folded(one.name) < text::folded(other.name); });
    std::sort(files.begin(), files.end(), [](const FolderEntry &one, const FolderEntry &other) {
        return one.changed != other.changed ? one.changed > other.changed : one.name < other.name;
    });
    view.older = std::max<qsizetype>(0, files.size() - FolderView::MostFiles);
    view.entries = folders + files.first(files.size() - view.older);
    return view;
}

QString firstFolder(const QString &last)
{
    if (!last.isEmpty() && QFileInfo(last).isDir()) {
        return last;
    }
    const QList<FolderEntry> sticks = media();
    return sticks.size() == 1 ? sticks.constFirst().path : QString();
}

} // namespace motcua
