// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/DgFields.h"

#include "app/devices/eid/DataGroup.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr quint32 TagListTag = 0x5C; // what the group says it has; we see what it has
constexpr quint32 NamesTag = 0xA0;
constexpr quint32 CountTag = 0x02;

/** A text of 9303 with fillers between its parts, for people. */
QString withFillers(QString text, const QString &filler)
{
    if (!text.contains(u'<')) {
        return text;
    }
    QStringList parts = text.replace(u'<', u'\n').split(u'\n', Qt::SkipEmptyParts);
    for (QString &part : parts) {
        part = part.trimmed();
    }
    parts.removeAll(QString());
    return parts.join(filler);
}

} // namespace

Result<DgFields, CardError> DgFields::of(QByteArrayView file, int group)
{
    const auto whole = TlvReader::only(file, tagOfGroup(group));
    if (!whole) {
        return nonsense(QStringLiteral("DG%1").arg(group));
    }
    DgFields fields;
    TlvReader reader(whole->value);
    while (const auto field = reader.next()) {
        if (field->tag == TagListTag) {
            continue;
        }
        if (field->tag != NamesTag) {
            fields.m_fields.append(*field);
        } else {
            TlvReader names(field->value);
            while (const auto name = names.next()) {
                if (name->tag != CountTag) {
                    fields.m_fields.append(*name);
                }
                if (fields.m_fields.size() > Most) {
                    break;
                }
            }
            if (names.broken()) {
                fields.complain(NamesTag);
            }
        }
        if (fields.m_fields.size() > Most) {
            return nonsense(QStringLiteral("DG%1: too many fields").arg(group));
        }
    }
    if (reader.broken()) {
        return nonsense(QStringLiteral("DG%1: broken field").arg(group));
    }
    return fields;
}

std::optional<QString> DgFields::text(quint32 tag, const QString &filler)
{
    m_asked.append(tag);
    const auto found = std::find_if(m_fields.cbegin(), m_fields.cend(), [tag](const Tlv &field) { return field.tag == tag; });
    if (found == m_fields.cend()) {
        return {};
    }
    const std::optional<QString> text = groupText(found->value);
    if (!text) {
        complain(tag);
        return {};
    }
    return withFillers(*text, filler);
}

QStringList DgFields::texts(quint32 tag)
{
    m_asked.append(tag);
    QStringList all;
    for (const Tlv &field : m_fields) {
        if (field.tag != tag) {
            continue;
        }
        const std::optional<QString> text = groupText(field.value);
        if (!text) {
            complain(tag);
        } else if (const QString words = withFillers(*text, QStringLiteral(" ")); !words.isEmpty()) {
            all.append(words);
        }
    }
    return all;
}

std::optional<PartialDate> DgFields::date(quint32 tag)
{
    m_asked.append(tag);
    const auto found = std::find_if(m_fields.cbegin(), m_fields.cend(), [tag](const Tlv &field) { return field.tag == tag; });
    if (found == m_fields.cend() || found->value.isEmpty()) {
        return {};
    }
    const std::optional<PartialDate> date = groupDate(found->value);
    if (!date) {
        complain(tag);
    }
    return date;
}

QList<quint32> DgFields::unasked() const
{
    QList<quint32> tags;
    for (const Tlv &field : m_fields) {
        if (!m_asked.contains(field.tag) && !tags.contains(field.tag)) {
            tags.append(field.tag);
        }
    }
    return tags;
}

void DgFields::complain(quint32 tag)
{
    if (!m_unreadable.contains(tag)) {
        m_unreadable.append(tag);
    }
}

} // namespace motcua
