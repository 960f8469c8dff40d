// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/resources/SchemaBook.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace motcua::test {

namespace {

const QString Ending = QStringLiteral(".schema.json");

QJsonValue contents(const QString &path)
{
    QFile file(path);
    const QJsonDocument document = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
    if (!document.isObject()) {
        qFatal("no schema: %s", qPrintable(path));
    }
    return document.object();
}

} // namespace

SchemaBook::SchemaBook(const QString &folder)
{
    const QDir dir(folder);
    // A schema names others by their file names, as editors find them.
    const auto other = [&dir](const QString &uri) { return contents(dir.filePath(uri.section(u'/', -1))); };
    const QStringList names = dir.entryList({u'*' + Ending}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        m_schemas.emplace(name.chopped(Ending.size()), testsupport::JsonSchema(name, contents(dir.filePath(name)), other));
    }
}

SchemaBook::~SchemaBook() = default;

QStringList SchemaBook::kinds() const
{
    QStringList all;
    for (const auto &[kind, schema] : m_schemas) {
        all.append(kind);
    }
    return all;
}

QStringList SchemaBook::faults(const QString &kind, const QJsonValue &value) const
{
    const auto found = m_schemas.find(kind);
    if (found == m_schemas.end()) {
        return {QStringLiteral("there is no schema for \"%1\"").arg(kind)};
    }
    return found->second.faults(value);
}

} // namespace motcua::test
