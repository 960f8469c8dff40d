// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/ClockReader.h"

#include "models/catalogue/JsonMembers.h"

namespace motcua {

ClockRule readClock(const JsonNode &node)
{
    JsonMembers members(node);
    ClockRule rule;
    rule.policy = members.word<ClockPolicy>(QStringLiteral("policy"),
        {{u"none", ClockPolicy::None}, {u"restart", ClockPolicy::Restart}, {u"suspend", ClockPolicy::Suspend},
            {u"fixedExtension", ClockPolicy::FixedExtension}, {u"excludeExternal", ClockPolicy::ExcludeExternal}});
    if (rule.policy == ClockPolicy::FixedExtension) {
        rule.extensionDays = static_cast<int>(members.integer(QStringLiteral("extensionDays"), 1, ClockRule::LongestExtension));
    }
    if (rule.policy == ClockPolicy::ExcludeExternal) {
        rule.supplement = members.word<ClockPolicy>(QStringLiteral("supplement"),
            {{u"none", ClockPolicy::None}, {u"restart", ClockPolicy::Restart}, {u"suspend", ClockPolicy::Suspend}});
    }
    rule.excludesPayment = members.flag(QStringLiteral("excludesPayment"));
    rule.basis = members.text(QStringLiteral("basis"));
    rule.mark = members.text(QStringLiteral("mark"));
    members.done();
    return rule;
}

} // namespace motcua
