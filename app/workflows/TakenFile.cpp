// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/TakenFile.h"

#include "app/storage/TakenBytes.h"

#include <QFile>
#include <QFileInfo>

namespace motcua {

namespace {

Result<QByteArray> contents(const QString &path, qint64 largest)
{
    QFile file(path);
    if (!QFileInfo(path).isFile()) {
        return Error{ErrorCode::NotFound, {}};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::FileUnreadable, file.errorString()};
    }
    if (file.size() > largest) {
        return Error{ErrorCode::FileTooLarge, QString::number(largest)};
    }
    // One byte more than may be: it could grow while it is read.
    QByteArray bytes = file.read(largest + 1);
    if (file.error() != QFileDevice::NoError || bytes.size() < file.size()) {
        return Error{ErrorCode::FileUnreadable, file.errorString()};
    }
    if (bytes.size() > largest) {
        return Error{ErrorCode::FileTooLarge, QString::number(largest)};
    }
    if (bytes.isEmpty()) {
        return Error{ErrorCode::FileTruncated, {}};
    }
    return bytes;
}

Result<PaperFile> taken(const Workplace &place, const QString &path)
{
    const PaperFileRules &rules = place.law.catalogue.fileRules();
    const Result<QByteArray> bytes = contents(path, rules.largestBytes);
    if (!bytes) {
        return bytes.error();
    }
    Result<PaperFile> file = storage::takenBytes(*bytes, rules, place.store.attachments());
    if (file) {
        file->name = QFileInfo(path).fileName();
    }
    return file;
}

} // namespace

TakenFile takeInFile(const Workplace &place, const QString &path)
{
    return {QFileInfo(path).fileName(), taken(place, path)};
}

QFuture<QList<TakenFile>> takeInFiles(MediaThreads &threads, const Workplace &place, const QStringList &paths)
{
    return threads.run([place, paths] {
        QList<TakenFile> files;
        for (const QString &path : paths) {
            files.append(takeInFile(place, path));
        }
        return files;
    });
}

} // namespace motcua
