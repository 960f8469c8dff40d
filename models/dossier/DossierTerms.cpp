// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/DossierTerms.h"

#include "models/calendar/LimitWords.h"

#include <algorithm>
#include <array>
#include <utility>

namespace motcua {

namespace {

using Kind = Limit::Kind;

template <typename Words, typename Value>
QString wordOf(const Words &words, Value value)
{
    const auto found = std::find_if(words.begin(), words.end(), [value](const auto &one) { return one.second == value; });
    return found == words.end() ? QString() : found->first.toString();
}

template <typename Value, std::size_t Count>
std::optional<Value> valueOf(const std::array<std::pair<QStringView, Value>, Count> &words, const QJsonValue &word)
{
    const QString text = word.toString();
    const auto found = std::find_if(words.begin(), words.end(), [&text](const auto &one) { return one.first == text; });
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

QJsonObject told(const Limit &limit)
{
    QJsonObject json{{QStringLiteral("kind"), wordOf(LimitKindWords, limit.kind)}};
    if (limit.kind == Kind::SameDay) {
        json.insert(QStringLiteral("cutOff"), limit.cutOff.toString(Qt::ISODate));
    } else {
        json.insert(QStringLiteral("count"), limit.count);
    }
    if (limit.more != 0) {
        json.insert(QStringLiteral("more"), limit.more);
    }
    return json;
}

QJsonObject told(const ClockRule &clock)
{
    QJsonObject json{{QStringLiteral("policy"), wordOf(ClockPolicyWords, clock.policy)}};
    if (clock.policy == ClockPolicy::FixedExtension) {
        json.insert(QStringLiteral("days"), clock.extensionDays);
    }
    if (clock.policy == ClockPolicy::ExcludeExternal) {
        json.insert(QStringLiteral("supplement"), wordOf(ClockPolicyWords, clock.supplement));
    }
    if (clock.excludesPayment) {
        json.insert(QStringLiteral("excludesPayment"), true);
    }
    return json;
}

} // namespace

QJsonObject DossierTerms::toJson() const
{
    return {{QStringLiteral("limit"), told(limit)}, {QStringLiteral("clock"), told(clock)}};
}

std::optional<DossierTerms> DossierTerms::fromJson(const QJsonObject &json)
{
    const QJsonObject limit = json.value(u"limit").toObject();
    const QJsonObject clock = json.value(u"clock").toObject();
    const auto kind = valueOf(LimitKindWords, limit.value(u"kind"));
    const auto policy = valueOf(ClockPolicyWords, clock.value(u"policy"));
    if (!kind || !policy) {
        return {};
    }
    DossierTerms terms;
    terms.limit = {*kind, limit.value(u"count").toInt(), QTime::fromString(limit.value(u"cutOff").toString(), Qt::ISODate), limit.value(u"more").toInt()};
    terms.clock.policy = *policy;
    terms.clock.extensionDays = clock.value(u"days").toInt();
    terms.clock.supplement = valueOf(ClockPolicyWords, clock.value(u"supplement")).value_or(terms.clock.supplement);
    terms.clock.excludesPayment = clock.value(u"excludesPayment").toBool();
    return terms;
}

} // namespace motcua
