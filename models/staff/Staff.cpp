// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/staff/Staff.h"

namespace motcua {

Staff::Staff(const Roles &roles, const QList<StaffMember> &members)
    : m_roles(roles)
{
    for (const StaffMember &member : members) {
        if (member.isAdmitted()) {
            m_members.insert(member.id(), member);
        }
    }
}

const StaffMember *Staff::find(const Id &person) const
{
    const auto it = m_members.constFind(person);
    return it == m_members.constEnd() ? nullptr : &*it;
}

bool Staff::may(const Id &person, Right right) const
{
    const StaffMember *member = find(person);
    return member != nullptr && member->isActive() && m_roles.grants(member->roles(), right);
}

bool Staff::mayUnderSupervision(const Id &person, Right right) const
{
    const StaffMember *member = find(person);
    return member != nullptr && member->isActive()
        && (m_roles.grants(member->roles(), right) || m_roles.grantsUnderSupervision(member->roles(), right));
}

QList<Id> Staff::administrators() const
{
    QList<Id> people;
    for (auto it = m_members.cbegin(); it != m_members.cend(); ++it) {
        if (may(it.key(), Right::ManageStaff)) {
            people.append(it.key());
        }
    }
    return people;
}

} // namespace motcua
