// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/CatalogueShelf.h"

#include "app/security/DurableFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace motcua::storage {

using security::SignedCatalogue;

namespace {

constexpr qsizetype MostHead = 64 * 1024;
constexpr const char *Head = "head.json";
constexpr const char *Package = ".package";
constexpr const char *OnItsWay = ".part";

} // namespace

QString CatalogueShelf::pathOf(const SignedCatalogue &head, const char *ending) const
{
    return m_folder + u'/' + QString::fromLatin1(head.sha256.toHex()) + QLatin1StringView(ending);
}

Result<std::optional<SignedCatalogue>> CatalogueShelf::head() const
{
    const Result<QByteArray> bytes = security::readWhole(m_folder + u'/' + QLatin1StringView(Head), MostHead);
    if (!bytes) {
        return bytes.error().code == ErrorCode::NotFound ? Result<std::optional<SignedCatalogue>>(std::optional<SignedCatalogue>()) : bytes.error();
    }
    const Result<SignedCatalogue> head = SignedCatalogue::fromJson(QJsonDocument::fromJson(*bytes).object());
    if (!head || !head->isSigned()) {
        return Error{ErrorCode::SignatureWrong, QStringLiteral("catalogue head")};
    }
    return std::optional(*head);
}

Result<QByteArray> CatalogueShelf::package(const SignedCatalogue &head) const
{
    Result<QByteArray> bytes = security::readWhole(pathOf(head, Package), head.bytes);
    if (bytes && !head.covers(*bytes)) {
        return Error{ErrorCode::SignatureWrong, QStringLiteral("catalogue package")};
    }
    return bytes;
}

Result<QByteArray> CatalogueShelf::chunk(const SignedCatalogue &head, qint64 at) const
{
    QFile file(pathOf(head, Package));
    if (!file.open(QIODevice::ReadOnly) || at < 0 || !file.seek(at)) {
        return Error{ErrorCode::FileUnreadable, QStringLiteral("catalogue package")};
    }
    return file.read(ChunkBytes);
}

Result<> CatalogueShelf::keep(const SignedCatalogue &head, const QByteArray &package) const
{
    if (!head.isSigned() || !head.covers(package)) {
        return Error{ErrorCode::SignatureWrong, QStringLiteral("catalogue package")};
    }
    if (!QDir().mkpath(m_folder)) {
        return Error{ErrorCode::FileUnwritable, m_folder};
    }
    // The package first: the head counts, and names it.
    const Result<> kept = security::replaceDurably({{pathOf(head, Package), package},
        {m_folder + u'/' + QLatin1StringView(Head), QJsonDocument(head.toJson()).toJson()}});
    if (!kept) {
        return kept;
    }
    const QDir folder(m_folder);
    const QStringList old = folder.entryList({u'*' + QString::fromLatin1(Package)}, QDir::Files);
    for (const QString &name : old) {
        if (folder.filePath(name) != pathOf(head, Package)) {
            QFile::remove(folder.filePath(name));
        }
    }
    discard();
    return {};
}

qint64 CatalogueShelf::arrived(const SignedCatalogue &head) const
{
    return QFileInfo(pathOf(head, OnItsWay)).size();
}

Result<> CatalogueShelf::add(const SignedCatalogue &head, const QByteArray &chunk) const
{
    QFile file(pathOf(head, OnItsWay));
    if (!QDir().mkpath(m_folder) || !file.open(QIODevice::WriteOnly | QIODevice::Append)) {
        return Error{ErrorCode::FileUnwritable, m_folder};
    }
    const qint64 before = file.size();
    if (file.write(chunk) != chunk.size() || !file.flush()) {
        file.resize(before);
        return Error{ErrorCode::DiskFull, m_folder};
    }
    return {};
}

Result<QByteArray> CatalogueShelf::whole(const SignedCatalogue &head) const
{
    return security::readWhole(pathOf(head, OnItsWay), head.bytes);
}

void CatalogueShelf::discard() const
{
    const QDir folder(m_folder);
    const QStringList parts = folder.entryList({u'*' + QString::fromLatin1(OnItsWay)}, QDir::Files);
    for (const QString &name : parts) {
        QFile::remove(folder.filePath(name));
    }
}

} // namespace motcua::storage
