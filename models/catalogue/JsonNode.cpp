// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/JsonNode.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace motcua {

JsonFile::JsonFile(const SourceFile &file)
    : m_file(file)
{
    JsonScan scan(file.bytes);
    if (const auto mistake = scan.mistake()) {
        add(ErrorCode::CatalogueSyntax, mistake->offset, mistake->what);
        return;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        add(ErrorCode::CatalogueSyntax, error.offset, error.errorString());
        return;
    }
    m_root = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

void JsonFile::complain(const JsonPath &path, bool atKey, const QString &what)
{
    JsonScan scan(m_file.bytes);
    add(ErrorCode::CatalogueSchema, atKey ? scan.key(path) : scan.value(path), what);
}

void JsonFile::add(ErrorCode code, qsizetype offset, const QString &what)
{
    const TextPlace place = JsonScan(m_file.bytes).place(offset);
    const QString where = QStringLiteral("%1:%2:%3: ").arg(m_file.name, QString::number(place.line), QString::number(place.column));
    m_complaints.insert(offset, {code, where + what});
}

QList<Error> JsonFile::errors() const
{
    return m_complaints.values();
}

void JsonNode::complain(const QString &key, const QString &what, bool atKey) const
{
    JsonPath whole = path();
    whole.append({key, -1});
    m_file->complain(whole, atKey, what);
}

JsonPath JsonNode::path() const
{
    JsonPath whole;
    for (const JsonNode *node = this; node->m_parent; node = node->m_parent) {
        whole.prepend(node->m_step);
    }
    return whole;
}

} // namespace motcua
