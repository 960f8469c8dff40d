// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/CataloguePackage.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace motcua {

namespace {

constexpr qsizetype LongestName = 100;

Error wrong(const QString &what)
{
    return {ErrorCode::CatalogueSchema, QStringLiteral("package: ") + what};
}

QString folderOf(const QString &path)
{
    return path.section(u'/', 0, 0);
}

bool isPath(const QString &path)
{
    static const QRegularExpression form(QStringLiteral("^[a-z]+/[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.json\\z"));
    return form.match(path).hasMatch() && CataloguePackage::folders().contains(folderOf(path));
}

} // namespace

QStringList CataloguePackage::folders()
{
    return {QStringLiteral("calendars"), QStringLiteral("catalogue"), QStringLiteral("categories"), QStringLiteral("declarations"),
        QStringLiteral("fees"), QStringLiteral("forms"), QStringLiteral("papers"), QStringLiteral("slips")};
}

bool CataloguePackage::replaces(const QString &folder) const
{
    return std::any_of(files.cbegin(), files.cend(), [&folder](const SourceFile &file) { return folderOf(file.name) == folder; });
}

QList<SourceFile> CataloguePackage::filesIn(const QString &folder) const
{
    QList<SourceFile> all;
    std::copy_if(files.cbegin(), files.cend(), std::back_inserter(all), [&folder](const SourceFile &file) { return folderOf(file.name) == folder; });
    return all;
}

Result<CataloguePackage> CataloguePackage::fromJson(const QByteArray &bytes)
{
    if (bytes.size() > MostBytes) {
        return Error{ErrorCode::FileTooLarge, QString::number(MostBytes)};
    }
    QJsonParseError fault;
    const QJsonObject json = QJsonDocument::fromJson(bytes, &fault).object();
    if (fault.error != QJsonParseError::NoError) {
        return Error{ErrorCode::CatalogueSyntax, QStringLiteral("package: ") + fault.errorString()};
    }
    CataloguePackage package{.name = json.value(u"name").toString().simplified()};
    const QJsonObject files = json.value(u"files").toObject();
    if (json.value(u"schema").toString() != u"motcua.catalogue-package/1") {
        return wrong(QStringLiteral("\"schema\" must be \"motcua.catalogue-package/1\""));
    }
    if (package.name.isEmpty() || package.name.size() > LongestName) {
        return wrong(QStringLiteral("\"name\" must be a text of at most %1 characters").arg(LongestName));
    }
    if (files.isEmpty() || files.size() > MostFiles) {
        return wrong(QStringLiteral("\"files\" must hold 1 to %1 files").arg(MostFiles));
    }
    for (auto it = files.constBegin(); it != files.constEnd(); ++it) { // by their paths
        if (!isPath(it.key()) || !it.value().isString()) {
            return wrong(QStringLiteral("\"%1\" is no file of the law that a package may bring").arg(it.key().left(LongestName)));
        }
        package.files.append({it.key(), it.value().toString().toUtf8()});
    }
    return package;
}

QByteArray CataloguePackage::toJson() const
{
    QJsonObject all;
    for (const SourceFile &file : files) {
        all.insert(file.name, QString::fromUtf8(file.bytes));
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("schema"), QStringLiteral("motcua.catalogue-package/1")}, {QStringLiteral("name"), name},
                             {QStringLiteral("files"), all}})
        .toJson(QJsonDocument::Compact);
}

} // namespace motcua
