// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/BackupManifest.h"

#include "app/security/SigningKey.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace motcua::storage {

namespace {

Result<QByteArray> hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) {
        return Error{ErrorCode::FileUnreadable, file.errorString()};
    }
    return hash.result();
}

/** A manifest from elsewhere must not lead outside its folder. */
bool isExpected(const QString &path)
{
    static const QRegularExpression blob(QStringLiteral("^attachments/[0-9a-f]{64}\\.mca$"));
    static const QRegularExpression trust(QStringLiteral("^(trust|signers)/[0-9a-f]{64}\\.(der|cer|crt|pem|crl)$"));
    static const QRegularExpression law(QStringLiteral("^law/(head\\.json|[0-9a-f]{64}\\.package)$"));
    return path == BackupManifest::StoreFile || path == BackupManifest::KeysFile || blob.match(path).hasMatch() || trust.match(path).hasMatch() || law.match(path).hasMatch();
}

} // namespace

Result<> BackupManifest::addFiles(const QString &folder)
{
    // Of a relative path relativeFilePath() would take every file for one beneath it again.
    const QDir root(QDir(folder).absolutePath());
    QDirIterator found(root.path(), QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        const QString path = root.relativeFilePath(found.next());
        if (path == ManifestFile || path == SignatureFile) {
            continue;
        }
        const Result<QByteArray> hash = hashOf(found.filePath());
        if (!hash) {
            return hash.error();
        }
        files.append({path, found.fileInfo().size(), *hash});
    }
    std::sort(files.begin(), files.end(), [](const File &a, const File &b) { return a.path < b.path; });
    facts.files = files.size();
    facts.bytes = totalBytes();
    return {};
}

qint64 BackupManifest::totalBytes() const
{
    qint64 bytes = 0;
    for (const File &file : files) {
        bytes += file.size;
    }
    return bytes;
}

QByteArray BackupManifest::toBytes() const
{
    QJsonArray list;
    for (const File &file : files) {
        list.append(QJsonObject{{QStringLiteral("path"), file.path}, {QStringLiteral("size"), file.size},
            {QStringLiteral("sha256"), QString::fromLatin1(file.sha256.toHex())}});
    }
    const auto has = [this](bool (*is)(const QString &)) { return std::any_of(files.cbegin(), files.cend(), [is](const File &file) { return is(file.path); }); };
    const int format = has(isSigner) ? Format : has(isLaw) ? 3 : has(isTrust) ? 2 : 1;
    return QJsonDocument(QJsonObject{{QStringLiteral("format"), format}, {QStringLiteral("backup"), facts.backup.toString()},
                             {QStringLiteral("origin"), facts.origin.toString()}, {QStringLiteral("madeMs"), facts.madeMs},
                             {QStringLiteral("publicKey"), QString::fromLatin1(facts.publicKey.toHex())}, {QStringLiteral("files"), list}})
        .toJson(QJsonDocument::Indented);
}

Result<BackupManifest> BackupManifest::fromBytes(const QByteArray &bytes)
{
    const Error damaged{ErrorCode::BackupDamaged, ManifestFile};
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const int format = json.value(u"format").toInt();
    if (format > Format) {
        return Error{ErrorCode::FileNewer, ManifestFile};
    }
    BackupManifest manifest;
    manifest.facts.backup = Id::fromString(json.value(u"backup").toString());
    manifest.facts.origin = Id::fromString(json.value(u"origin").toString());
    manifest.facts.madeMs = json.value(u"madeMs").toInteger();
    manifest.facts.publicKey = QByteArray::fromHex(json.value(u"publicKey").toString().toLatin1());
    const QJsonArray list = json.value(u"files").toArray();
    bool hasStore = false;
    for (const QJsonValue &value : list) {
        const File file{value[u"path"].toString(), value[u"size"].toInteger(), QByteArray::fromHex(value[u"sha256"].toString().toLatin1())};
        if (!isExpected(file.path) || file.sha256.size() != 32) {
            return damaged;
        }
        hasStore = hasStore || file.path == StoreFile;
        manifest.files.append(file);
    }
    if (format < 1 || !hasStore || manifest.facts.origin.isNull()) {
        return damaged;
    }
    manifest.facts.files = manifest.files.size();
    manifest.facts.bytes = manifest.totalBytes();
    return manifest;
}

Result<BackupManifest> BackupManifest::checked(const QString &folder)
{
    QFile manifestFile(folder + u'/' + ManifestFile);
    QFile signatureFile(folder + u'/' + SignatureFile);
    if (!manifestFile.open(QIODevice::ReadOnly) || !signatureFile.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::BackupDamaged, ManifestFile};
    }
    const QByteArray bytes = manifestFile.readAll();
    Result<BackupManifest> manifest = fromBytes(bytes);
    if (!manifest) {
        return manifest;
    }
    if (!security::SigningKey::verify(manifest->facts.publicKey, bytes, signatureFile.readAll())) {
        return Error{ErrorCode::BackupDamaged, SignatureFile};
    }
    for (const File &file : std::as_const(manifest->files)) {
        const QString path = folder + u'/' + file.path;
        if (!QFile::exists(path)) {
            return Error{ErrorCode::BackupDamaged, file.path};
        }
        const Result<QByteArray> hash = hashOf(path);
        if (!hash) {
            return hash.error();
        }
        if (*hash != file.sha256) {
            return Error{ErrorCode::BackupDamaged, file.path};
        }
    }
    return manifest;
}

} // namespace motcua::storage
