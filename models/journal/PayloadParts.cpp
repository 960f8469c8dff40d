// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/PayloadParts.h"

#include "models/journal/Kind.h"

namespace motcua::journal {

PayloadParts::PayloadParts(const QJsonObject &members)
{
    for (auto it = members.constBegin(); it != members.constEnd(); ++it) {
        insert(it.key(), it.value());
    }
}

void PayloadParts::insert(const QString &name, const QJsonValue &value)
{
    if (value.isUndefined()) { // as QJsonObject does
        m_members.remove(name);
        return;
    }
    const QByteArray alone = payloadBytes({{name, value}});
    m_members.insert(name, alone.sliced(1, alone.size() - 2)); // without the braces
}

QByteArray PayloadParts::toBytes() const
{
    qsizetype size = 2 + m_members.size();
    for (const QByteArray &member : m_members) {
        size += member.size();
    }
    QByteArray bytes;
    bytes.reserve(size);
    bytes.append('{');
    for (const QByteArray &member : m_members) {
        if (bytes.size() > 1) {
            bytes.append(',');
        }
        bytes.append(member);
    }
    bytes.append('}');
    return bytes;
}

} // namespace motcua::journal
