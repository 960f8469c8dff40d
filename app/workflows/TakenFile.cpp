// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/TakenFile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

#include <algorithm>

namespace motcua {

namespace {

constexpr qsizetype EndBytes = 1024; // within which a reader of PDF looks for its end mark (ISO 32000-1, 7.5.5, note)

/** A copy that was broken off looks whole to a list of files. A JPEG says nothing at its end that others do not write there too. */
bool endsTooEarly(const QByteArray &bytes, const QString &mediaType)
{
    const QByteArrayView end = QByteArrayView(bytes).last(std::min(bytes.size(), EndBytes));
    if (mediaType == u"application/pdf") {
        return !end.contains("%%EOF");
    }
    if (mediaType == u"image/png") {
        return !end.contains("IEND");
    }
    return false;
}

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
    const QString mediaType = QMimeDatabase().mimeTypeForData(*bytes).name();
    if (!rules.mediaTypes.contains(mediaType)) {
        return Error{ErrorCode::FileKindUnknown, mediaType};
    }
    if (endsTooEarly(*bytes, mediaType)) {
        return Error{ErrorCode::FileTruncated, mediaType};
    }
    const Result<storage::AttachmentReference> sealed = place.store.attachments().keep(*bytes);
    if (!sealed) {
        return sealed.error();
    }
    return PaperFile{.attachment = sealed->toString(),
        .mediaType = mediaType,
        .bytes = bytes->size(),
        .digest = QString::fromLatin1(QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex()),
        .name = QFileInfo(path).fileName()};
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
