// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/staff/Role.h"
#include "models/staff/StaffMember.h"

namespace motcua {

/** Everybody who works here and what each may do. */
class Staff
{
public:
    Staff() = default;
    Staff(const Roles &roles, const QList<StaffMember> &members);

    /** A person, or null when nobody of that id was admitted. */
    [[nodiscard]] const StaffMember *find(const Id &person) const;
    [[nodiscard]] const Roles &roles() const { return m_roles; }
    [[nodiscard]] QList<StaffMember> members() const { return m_members.values(); }
    [[nodiscard]] bool isEmpty() const { return m_members.isEmpty(); }

    /** The person is active and a role of theirs grants it outright. */
    [[nodiscard]] bool may(const Id &person, Right right) const;
    /** As may(), or a role grants it under supervision. */
    [[nodiscard]] bool mayUnderSupervision(const Id &person, Right right) const;

    /** Active people who may manage staff. */
    [[nodiscard]] QList<Id> administrators() const;

private:
    Roles m_roles;
    QMap<Id, StaffMember> m_members;
};

} // namespace motcua
