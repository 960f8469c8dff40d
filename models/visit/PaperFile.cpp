// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/visit/PaperFile.h"

namespace motcua {

QJsonObject PaperFile::details() const
{
    return {{u"source"_qs, u"file"_qs}, {u"mediaType"_qs, mediaType}, {u"bytes"_qs, bytes}, {u"sha256"_qs, digest}};
}

QJsonObject PaperFile::toJson() const
{
    return {{u"attachment"_qs, attachment}, {u"mediaType"_qs, mediaType}, {u"bytes"_qs, bytes}, {u"sha256"_qs, digest}, {u"name"_qs, name}};
}

Result<PaperFile> PaperFile::fromJson(const QJsonObject &json)
{
    const PaperFile file{json.value(u"attachment").toString(), json.value(u"mediaType").toString(), json.value(u"bytes").toInteger(),
        json.value(u"sha256").toString(), json.value(u"name").toString()};
    if (file.attachment.isEmpty() || file.mediaType.isEmpty() || file.bytes <= 0) {
        return Error{ErrorCode::EntryMalformed, QStringLiteral("a file of a paper")};
    }
    return file;
}

QJsonArray toJson(const QList<PaperFile> &files)
{
    QJsonArray array;
    for (const PaperFile &file : files) {
        array.append(file.toJson());
    }
    return array;
}

Result<QList<PaperFile>> paperFiles(const QJsonArray &json)
{
    QList<PaperFile> files;
    for (const QJsonValue &value : json) {
        const Result<PaperFile> file = PaperFile::fromJson(value.toObject());
        if (!file) {
            return file.error();
        }
        files.append(*file);
    }
    return files;
}

} // namespace motcua
