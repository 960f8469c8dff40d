// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/Rollout.h"

#include <algorithm>
#include <array>

namespace motcua {

namespace {

constexpr std::array Rings{FleetRing::Pilot, FleetRing::First, FleetRing::All};

bool hasFinding(const FleetLine &line, FleetFinding::What what)
{
    return std::any_of(line.findings.cbegin(), line.findings.cend(), [what](const FleetFinding &one) { return one.what == what; });
}

bool fits(const ReleaseHead &head, const RolloutTarget &desk)
{
    return ReleaseHead::compare(head.version, desk.program) > 0 && ReleaseHead::compare(desk.program, head.follows) >= 0 && desk.schema >= head.schemaFrom && desk.schema <= head.schema
        && !desk.rolledBack.contains(head.version);
}

} // namespace

QString fleetRingName(FleetRing ring)
{
    switch (ring) {
    case FleetRing::Pilot:
        return QStringLiteral("pilot");
    case FleetRing::First:
        return QStringLiteral("first");
    case FleetRing::All:
        break;
    }
    return QStringLiteral("all");
}

std::optional<FleetRing> fleetRingOf(const QString &name)
{
    const auto found = std::find_if(Rings.begin(), Rings.end(), [&name](FleetRing ring) { return fleetRingName(ring) == name; });
    return found == Rings.end() ? std::nullopt : std::optional(*found);
}

QString rolloutObstacleName(RolloutObstacle::What what)
{
    switch (what) {
    case RolloutObstacle::What::Untried:
        return QStringLiteral("untried");
    case RolloutObstacle::What::RolledBack:
        return QStringLiteral("rolledBack");
    case RolloutObstacle::What::Silent:
        return QStringLiteral("silent");
    case RolloutObstacle::What::Act:
        break;
    }
    return QStringLiteral("act");
}

QString rolloutStateName(RolloutState state)
{
    switch (state) {
    case RolloutState::Out:
        return QStringLiteral("out");
    case RolloutState::Waiting:
        return QStringLiteral("waiting");
    case RolloutState::Ready:
        return QStringLiteral("ready");
    case RolloutState::Has:
        return QStringLiteral("has");
    case RolloutState::RolledBack:
        break;
    }
    return QStringLiteral("rolledBack");
}

namespace rollout {

std::optional<ReleaseHead> wanted(const QList<Rollout> &all, const RolloutTarget &desk)
{
    std::optional<ReleaseHead> best;
    for (const Rollout &one : all) {
        const bool isReached = one.ring && desk.ring <= *one.ring && !one.isHalted;
        if (isReached && fits(one.head, desk) && (!best || ReleaseHead::compare(one.head.version, best->version) > 0)) {
            best = one.head;
        }
    }
    return best;
}

RolloutState stateOf(const Rollout &release, const RolloutDesk &desk)
{
    const std::optional<DeskHealth> &health = desk.line.desk.health;
    if (health && health->rolledBack == release.head.version) {
        return RolloutState::RolledBack;
    }
    if (health && ReleaseHead::compare(health->program, release.head.version) >= 0) {
        return RolloutState::Has;
    }
    if (!release.ring || desk.ring > *release.ring || release.isHalted) {
        return RolloutState::Out;
    }
    return health && health->ready == release.head.version ? RolloutState::Ready : RolloutState::Waiting;
}

std::optional<FleetRing> next(const Rollout &release)
{
    if (!release.ring) {
        return FleetRing::Pilot;
    }
    return *release.ring == FleetRing::All ? std::nullopt : std::optional(*release.ring == FleetRing::Pilot ? FleetRing::First : FleetRing::All);
}

QList<RolloutObstacle> obstacles(const Rollout &release, const QList<RolloutDesk> &desks)
{
    using Against = RolloutObstacle::What;
    if (!release.ring) {
        return {}; // the pilots are there to try it
    }
    QList<RolloutObstacle> all;
    bool isTried = false;
    for (const RolloutDesk &desk : desks) {
        const RolloutState state = stateOf(release, desk);
        const auto against = [&](Against what) { all.append({what, desk.line.desk.login, desk.line.desk.name}); };
        if (state == RolloutState::RolledBack) {
            against(Against::RolledBack);
        } else if (desk.ring > *release.ring && state != RolloutState::Has) {
            continue;
        } else if (state == RolloutState::Ready && hasFinding(desk.line, FleetFinding::What::Silent)) {
            against(Against::Silent); // it may be in the midst of it
        } else if (state == RolloutState::Has) {
            isTried = true;
            if (hasFinding(desk.line, FleetFinding::What::Silent)) {
                against(Against::Silent);
            } else if (desk.line.level() == FleetLevel::Act) {
                against(Against::Act);
            }
        }
    }
    if (!isTried) {
        all.prepend({Against::Untried, {}, {}});
    }
    return all;
}

} // namespace rollout

} // namespace motcua
