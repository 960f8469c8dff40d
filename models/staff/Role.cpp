// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/staff/Role.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace motcua {

namespace {

Error schemaError(const QString &what)
{
    return {ErrorCode::CatalogueSchema, QStringLiteral("roles: ") + what};
}

Result<QSet<Right>> rightsIn(const QJsonValue &names)
{
    QSet<Right> rights;
    const QJsonArray list = names.toArray();
    for (const QJsonValue &name : list) {
        const auto right = rightNamed(name.toString());
        if (!right) {
            return schemaError(QStringLiteral("unknown right %1").arg(name.toString()));
        }
        rights.insert(*right);
    }
    return rights;
}

} // namespace

Result<Roles> Roles::fromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        return Error{ErrorCode::CatalogueSyntax, QStringLiteral("roles: offset %1: %2").arg(error.offset).arg(error.errorString())};
    }
    Roles roles;
    const QJsonArray rows = document.object().value(u"roles").toArray();
    for (const QJsonValue &row : rows) {
        Role role;
        role.id = row[u"id"].toString();
        if (role.id.isEmpty() || roles.m_roles.contains(role.id)) {
            return schemaError(QStringLiteral("a role without id, or twice: %1").arg(role.id));
        }
        const QJsonObject names = row[u"names"].toObject();
        for (auto it = names.constBegin(); it != names.constEnd(); ++it) {
            role.names.insert(it.key(), it.value().toString());
        }
        const auto rights = rightsIn(row[u"rights"]);
        const auto supervised = rightsIn(row[u"underSupervision"]);
        if (!rights || !supervised) {
            return rights ? supervised.error() : rights.error();
        }
        role.rights = *rights;
        role.underSupervision = *supervised;
        roles.m_roles.insert(role.id, role);
    }
    const bool managed = std::any_of(
        roles.m_roles.cbegin(), roles.m_roles.cend(), [](const Role &role) { return role.rights.contains(Right::ManageStaff); });
    if (!managed) {
        return schemaError(QStringLiteral("no role may manage staff"));
    }
    return roles;
}

const Role *Roles::find(const QString &id) const
{
    const auto it = m_roles.constFind(id);
    return it == m_roles.constEnd() ? nullptr : &*it;
}

bool Roles::grants(const QStringList &roles, Right right) const
{
    return std::any_of(roles.begin(), roles.end(), [&](const QString &id) {
        const Role *role = find(id);
        return role != nullptr && role->rights.contains(right);
    });
}

bool Roles::grantsUnderSupervision(const QStringList &roles, Right right) const
{
    return std::any_of(roles.begin(), roles.end(), [&](const QString &id) {
        const Role *role = find(id);
        return role != nullptr && role->underSupervision.contains(right);
    });
}

} // namespace motcua
