// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/staff/Right.h"

#include <QMap>
#include <QSet>

namespace motcua {

/** A bundle of rights with a name, such as "officer". */
struct Role
{
    QString id = {};
    QMap<QString, QString> names = {}; ///< language code to name
    QSet<Right> rights = {};
    QSet<Right> underSupervision = {}; ///< only when a person with SupervisorApprove is named beside the act

    friend bool operator==(const Role &, const Role &) = default;
};

/** The roles of the program, from resources/journal/roles.json. */
class Roles
{
public:
    /** CatalogueSyntax or CatalogueSchema with what is wrong: an unknown right, a role twice, no role that manages staff. */
    [[nodiscard]] static Result<Roles> fromJson(const QByteArray &json);

    [[nodiscard]] const Role *find(const QString &id) const;
    [[nodiscard]] QList<Role> all() const { return m_roles.values(); }
    [[nodiscard]] bool grants(const QStringList &roles, Right right) const;
    [[nodiscard]] bool grantsUnderSupervision(const QStringList &roles, Right right) const;

private:
    QMap<QString, Role> m_roles;
};

} // namespace motcua
