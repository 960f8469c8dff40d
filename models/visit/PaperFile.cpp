// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/visit/PaperFile.h"

namespace motcua {

namespace {

const QString FileSource = QStringLiteral("file");
const QString CopySource = QStringLiteral("scan");
const QString ScreenSource = QStringLiteral("citizenScreen");
constexpr qsizetype DigestDigits = 64;

} // namespace

QJsonObject PaperFile::details() const
{
    QJsonObject json{{u"source"_qs, source}, {u"mediaType"_qs, mediaType}, {u"bytes"_qs, bytes}, {u"sha256"_qs, digest}};
    if (pages != 0) {
        json.insert(u"pages", pages);
    }
    if (dpi != 0) {
        json.insert(u"dpi", dpi);
    }
    if (signature) {
        json.insert(u"signed", QJsonObject{{u"by"_qs, signature->by}, {u"at"_qs, signature->at.toString(Qt::ISODate)}});
    }
    if (reuse) {
        json.insert(u"reused", reuse->toJson());
    }
    if (drawn) {
        json.insert(u"drawn", QJsonObject{{u"at"_qs, drawn->at.toString(Qt::ISODate)}, {u"shows"_qs, drawn->shows}});
    }
    return json;
}

QJsonObject PaperFile::toJson() const
{
    QJsonObject json = details();
    if (source == FileSource) {
        json.remove(u"source"); // as drafts from before say it
    }
    json.insert(u"attachment", attachment);
    json.insert(u"name", name);
    return json;
}

Result<PaperFile> PaperFile::fromJson(const QJsonObject &json)
{
    PaperFile file{json.value(u"attachment").toString(), json.value(u"mediaType").toString(), json.value(u"bytes").toInteger(),
        json.value(u"sha256").toString(), json.value(u"name").toString(), json.value(u"source").toString(FileSource), json.value(u"pages").toInt(),
        json.value(u"dpi").toInt(), {}, {}, {}};
    bool isWhole = file.source == FileSource || file.source == CopySource || file.source == ScreenSource;
    if (json.contains(u"signed")) {
        const QJsonObject said = json.value(u"signed").toObject();
        file.signature = CopySigned{said.value(u"by").toString(), QDateTime::fromString(said.value(u"at").toString(), Qt::ISODate)};
        isWhole = isWhole && file.signature->at.isValid();
    }
    if (json.contains(u"reused")) {
        const Result<PaperReuse> reuse = PaperReuse::fromJson(json.value(u"reused").toObject());
        isWhole = isWhole && reuse;
        file.reuse = reuse ? std::optional(*reuse) : std::nullopt;
    }
    if (json.contains(u"drawn")) {
        const QJsonObject said = json.value(u"drawn").toObject();
        file.drawn = DrawnSignature{QDateTime::fromString(said.value(u"at").toString(), Qt::ISODate), said.value(u"shows").toString()};
        isWhole = isWhole && file.drawn->at.isValid() && file.drawn->shows.size() == DigestDigits;
    }
    isWhole = isWhole && file.drawn.has_value() == (file.source == ScreenSource);
    if (!isWhole || file.attachment.isEmpty() || file.mediaType.isEmpty() || file.bytes <= 0 || file.pages < 0 || file.dpi < 0) {
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
