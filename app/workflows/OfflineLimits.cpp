// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/OfflineLimits.h"

#include "models/dossier/PortalActs.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr qint64 DayMs = 24LL * 3'600'000;

OfflineLimit ofAge(OfflineLimit::Of of, qint64 nowMs, qint64 sinceMs, int days)
{
    const qint64 age = std::max<qint64>(0, nowMs - sinceMs);
    return {.of = of, .used = age / DayMs, .most = days, .daysLeft = static_cast<int>(std::max<qint64>(0, (days * DayMs - age + DayMs - 1) / DayMs))};
}

/** By what came in a day so far; within the first day by that day. */
OfflineLimit ofUnsent(const OfflineStanding::Facts &facts, int most)
{
    const qint64 days = std::max<qint64>(1, (facts.nowMs - facts.oldestMs + DayMs - 1) / DayMs);
    const qint64 perDay = std::max<qint64>(1, facts.unsent / days);
    const qint64 left = std::max<qint64>(0, most - facts.unsent);
    return {.of = OfflineLimit::Of::Unsent, .used = facts.unsent, .most = most, .daysLeft = static_cast<int>(std::min<qint64>(left / perDay, 9'999))};
}

} // namespace

OfflineStanding OfflineStanding::of(const OfflineRules &rules, const Facts &facts)
{
    OfflineStanding standing;
    standing.catalogueRefusedMs = facts.catalogueRefusedMs;
    QList<OfflineLimit> all;
    if (facts.unsent > 0 && facts.oldestMs > 0) {
        all.append(ofUnsent(facts, rules.unsent));
        all.append(ofAge(OfflineLimit::Of::Age, facts.nowMs, facts.oldestMs, rules.days));
        if (facts.catalogueMs > 0) {
            all.append(ofAge(OfflineLimit::Of::Catalogue, facts.nowMs, facts.catalogueMs, rules.catalogueDays));
        }
        // How many are left for today matters whatever the portal does; here it is told beside the others.
        if (facts.numbersWhole > 0 && facts.numbersWhole - facts.numbersUsed <= rules.numbersLeft) {
            const bool isUsedUp = facts.numbersUsed >= facts.numbersWhole;
            all.append({.of = OfflineLimit::Of::Numbers, .used = facts.numbersUsed, .most = facts.numbersWhole, .daysLeft = 0,
                .state = isUsedUp ? OfflineLimit::State::Reached : OfflineLimit::State::Near});
        }
    }
    for (OfflineLimit limit : all) {
        if (limit.of != OfflineLimit::Of::Numbers) {
            limit.state = limit.used >= limit.most ? OfflineLimit::State::Reached
                : limit.daysLeft <= rules.nearDays ? OfflineLimit::State::Near
                                                   : OfflineLimit::State::Fine;
        }
        if (limit.state != OfflineLimit::State::Fine) {
            standing.limits.append(limit);
        }
    }
    std::stable_sort(standing.limits.begin(), standing.limits.end(), [](const OfflineLimit &a, const OfflineLimit &b) { return a.state > b.state; });
    if (facts.decided) {
        const auto choice = choiceNamed(facts.decided->choice);
        standing.hadPaper = choice == DecideOffline::Choice::Paper || choice == DecideOffline::Choice::Resume;
        standing.isOnPaper = choice == DecideOffline::Choice::Paper;
        standing.sinceMs = standing.isOnPaper ? facts.decided->atMs : 0;
        if (choice == DecideOffline::Choice::Extend && facts.decided->untilMs > facts.nowMs && facts.unsent > 0) {
            standing.extendedUntilMs = facts.decided->untilMs;
        }
    }
    return standing;
}

bool OfflineStanding::isReached() const
{
    return std::any_of(limits.cbegin(), limits.cend(), [](const OfflineLimit &limit) { return limit.state == OfflineLimit::State::Reached; });
}

} // namespace motcua
