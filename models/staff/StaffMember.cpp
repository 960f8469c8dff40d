// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/staff/StaffMember.h"

#include "models/journal/Json.h"
#include "models/journal/Kind.h"
#include "models/journal/SubjectLog.h"

#include <algorithm>

namespace motcua {

using namespace journal;

StaffMember StaffMember::fold(const Id &person, const QList<Entry> &entries)
{
    const SubjectLog log(person, entries);
    Registers registers(log.order(), log.headers());
    StaffMember member;
    member.m_id = person;
    member.m_heads = log.order().heads();
    for (qsizetype place = 0; place < log.size(); ++place) {
        const Entry &entry = log.at(place);
        const Reading reading = Kinds::known().read(entry);
        const QByteArray &kind = entry.header.kind;
        if (kind == kind::StaffSignedIn && (reading.state == Reading::State::Read || reading.state == Reading::State::Absent)) {
            // The header says it all, and is all that others are given: whoever holds the log knows the same.
            member.m_lastSignInMs = std::max(member.m_lastSignInMs, entry.header.receiptMs);
        }
        if (reading.state != Reading::State::Read) {
            continue;
        }
        const auto take = [&](const QString &field) {
            if (reading.payload.contains(field)) {
                registers.write(field, place, reading.payload.value(field));
            }
        };
        if (kind == kind::StaffAdmitted || kind == kind::StaffChanged) {
            take(QStringLiteral("name"));
            take(QStringLiteral("title"));
            take(QStringLiteral("roles"));
        }
        if (kind == kind::StaffAdmitted || kind == kind::StaffPasswordChanged) {
            take(QStringLiteral("publicKey"));
            take(QStringLiteral("wrappedKey"));
        }
        if (kind == kind::StaffAdmitted) {
            member.m_admitted = true;
        } else if (kind == kind::StaffChanged) {
            take(QStringLiteral("disabled"));
        } else if (kind == kind::StaffDisabled) {
            registers.write(QStringLiteral("disabled"), place, true);
        } else if (kind == kind::StaffSignInFailed) {
            member.m_failedSignIns += std::max(0, reading.payload.value(u"count").toInt());
        }
    }
    member.m_registers = registers.folded();
    return member;
}

bool StaffMember::isDisabled() const
{
    // Two desks at odds over whether somebody still works here: until it is settled the door stays shut.
    const Register disabled = m_registers.value(QStringLiteral("disabled"));
    return disabled.value.toBool() || disabled.isInConflict();
}

QString StaffMember::name() const
{
    return value(QStringLiteral("name")).toString();
}

QString StaffMember::title() const
{
    return value(QStringLiteral("title")).toString();
}

QStringList StaffMember::roles() const
{
    QStringList roles;
    const QJsonArray ids = value(QStringLiteral("roles")).toArray();
    for (const QJsonValue &id : ids) {
        roles.append(id.toString());
    }
    return roles;
}

QByteArray StaffMember::publicKey() const
{
    return QByteArray::fromBase64(value(QStringLiteral("publicKey")).toString().toLatin1());
}

QByteArray StaffMember::wrappedKey() const
{
    return QByteArray::fromBase64(value(QStringLiteral("wrappedKey")).toString().toLatin1());
}

QJsonObject StaffMember::toJson() const
{
    return {{u"id"_qs, m_id.toString()}, {u"admitted"_qs, m_admitted}, {u"registers"_qs, registersToJson(m_registers)},
        {u"lastSignInMs"_qs, m_lastSignInMs}, {u"failedSignIns"_qs, m_failedSignIns}, {u"heads"_qs, keysToJson(m_heads)}};
}

StaffMember StaffMember::fromJson(const QJsonObject &json)
{
    StaffMember member;
    member.m_id = Id::fromString(json.value(u"id").toString());
    member.m_admitted = json.value(u"admitted").toBool();
    member.m_registers = registersFromJson(json.value(u"registers").toObject());
    member.m_lastSignInMs = json.value(u"lastSignInMs").toInteger();
    member.m_failedSignIns = json.value(u"failedSignIns").toInteger();
    member.m_heads = keysFromJson(json.value(u"heads").toArray());
    return member;
}

} // namespace motcua
