// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/JsonNode.h"

namespace motcua {

JsonFile::JsonFile(const SourceFile &file)
    : m_name(file.name)
    , m_tree(file.bytes)
{
    if (const auto &mistake = m_tree.mistake()) {
        add(ErrorCode::CatalogueSyntax, mistake->offset, mistake->what);
    }
}

void JsonFile::complain(qsizetype offset, const QString &what)
{
    add(ErrorCode::CatalogueSchema, offset, what);
}

void JsonFile::add(ErrorCode code, qsizetype offset, const QString &what)
{
    const TextPlace place = m_tree.place(offset);
    const QString where = QStringLiteral("%1:%2:%3: ").arg(m_name, QString::number(place.line), QString::number(place.column));
    m_complaints.insert(offset, {code, where + what});
}

QList<Error> JsonFile::errors() const
{
    return m_complaints.values();
}

void JsonNode::complain(const QString &what) const
{
    m_file->complain(m_value.isUndefined() ? 0 : m_value.offset(), what);
}

void JsonNode::complain(const QString &key, const QString &what, bool atKey) const
{
    const JsonValue member = m_value.member(key);
    if (member.isUndefined()) {
        complain(what);
    } else {
        m_file->complain(atKey ? member.keyOffset() : member.offset(), what);
    }
}

} // namespace motcua
