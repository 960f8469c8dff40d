// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/TakenBytes.h"

#include <QCryptographicHash>
#include <QMimeDatabase>

#include <algorithm>

namespace motcua::storage {

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

} // namespace

Result<QString> kindOfTaken(const QByteArray &bytes, const PaperFileRules &rules)
{
    if (bytes.isEmpty()) {
        return Error{ErrorCode::FileTruncated, {}};
    }
    if (bytes.size() > rules.largestBytes) {
        return Error{ErrorCode::FileTooLarge, QString::number(rules.largestBytes)};
    }
    const QString mediaType = QMimeDatabase().mimeTypeForData(bytes).name();
    if (!rules.mediaTypes.contains(mediaType)) {
        return Error{ErrorCode::FileKindUnknown, mediaType};
    }
    if (endsTooEarly(bytes, mediaType)) {
        return Error{ErrorCode::FileTruncated, mediaType};
    }
    return mediaType;
}

Result<PaperFile> takenBytes(const QByteArray &bytes, const PaperFileRules &rules, const Attachments &attachments)
{
    const Result<QString> mediaType = kindOfTaken(bytes, rules);
    if (!mediaType) {
        return mediaType.error();
    }
    const Result<AttachmentReference> sealed = attachments.keep(bytes);
    if (!sealed) {
        return sealed.error();
    }
    return PaperFile{.attachment = sealed->toString(),
        .mediaType = *mediaType,
        .bytes = bytes.size(),
        .digest = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()),
        .name = {}};
}

} // namespace motcua::storage
