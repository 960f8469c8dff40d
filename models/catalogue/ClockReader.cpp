// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/ClockReader.h"

#include "models/calendar/LimitWords.h"
#include "models/catalogue/JsonMembers.h"

namespace motcua {

ClockRule readClock(const JsonNode &node)
{
    JsonMembers members(node);
    ClockRule rule;
    rule.policy = members.word<ClockPolicy>(QStringLiteral("policy"), ClockPolicyWords);
    if (rule.policy == ClockPolicy::FixedExtension) {
        rule.extensionDays = static_cast<int>(members.integer(QStringLiteral("extensionDays"), 1, ClockRule::LongestExtension));
    }
    if (rule.policy == ClockPolicy::ExcludeExternal) {
        rule.supplement = members.word<ClockPolicy>(QStringLiteral("supplement"), std::span(ClockPolicyWords).first<3>());
    }
    rule.excludesPayment = members.flag(QStringLiteral("excludesPayment"));
    rule.basis = members.text(QStringLiteral("basis"));
    rule.mark = members.text(QStringLiteral("mark"));
    members.done();
    return rule;
}

} // namespace motcua
