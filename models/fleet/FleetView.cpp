// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/FleetView.h"

#include <QMap>
#include <QVersionNumber>

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace motcua {

namespace {

using What = FleetFinding::What;

constexpr qint64 MinuteMs = 60'000;
constexpr qint64 HourMs = 60 * MinuteMs;
constexpr qint64 DayMs = 24 * HourMs;
constexpr qint64 Megabyte = 1024 * 1024;

QString programOf(const DeskHealth &health)
{
    return health.build.isEmpty() ? health.program : health.program + u' ' + health.build;
}

/** Whether `a` is of a later version; of one version what is greater as a text, so that there is one answer. */
bool isLater(const QString &a, const QString &b)
{
    const auto versionOf = [](const QString &program) { return QVersionNumber::fromString(program.section(u' ', 0, 0)); };
    const int order = QVersionNumber::compare(versionOf(a), versionOf(b));
    return order != 0 ? order > 0 : a > b;
}

/** What the most desks have; of as many each, what `isMore` of two prefers. */
template <typename Key, typename Less>
Key mostOf(const QMap<Key, int> &counts, Less isMore)
{
    Key most{};
    int count = 0;
    for (auto one = counts.cbegin(); one != counts.cend(); ++one) {
        if (one.value() > count || (one.value() == count && isMore(one.key(), most))) {
            most = one.key();
            count = one.value();
        }
    }
    return most;
}

/** What most desks have, against which each is held. */
struct Common
{
    QString program = {};
    qint64 catalogue = 0;
};

Common commonOf(const QList<FleetDesk> &desks)
{
    QMap<QString, int> programs;
    QMap<qint64, int> editions;
    for (const FleetDesk &desk : desks) {
        if (desk.health) {
            ++programs[programOf(*desk.health)];
            ++editions[desk.health->catalogue];
        }
    }
    return {mostOf(programs, isLater), mostOf(editions, [](qint64 a, qint64 b) { return a > b; })};
}

/** By how old the oldest entry is that waits, as if it still did. */
void judgeWaiting(const FleetLimits &limits, What what, qint64 waiting, qint64 ageMs, QList<FleetFinding> &findings)
{
    if (waiting > 0 && ageMs >= limits.unsentLookHours * HourMs) {
        findings.append({what, ageMs >= limits.unsentActHours * HourMs ? FleetLevel::Act : FleetLevel::Look, ageMs / MinuteMs});
    }
}

void judgeHealth(const FleetLimits &limits, const FleetDesk &desk, const Common &common, QList<FleetFinding> &findings)
{
    const DeskHealth &health = *desk.health;
    // By its own clock as it is now, however wrong that is.
    const qint64 nowMs = health.toldMs + std::max<qint64>(0, desk.agoMs);
    if (health.freeBytes >= 0 && health.freeBytes < limits.freeLookMegabytes * Megabyte) {
        findings.append({What::Room, health.freeBytes < limits.freeActMegabytes * Megabyte ? FleetLevel::Act : FleetLevel::Look, health.freeBytes});
    }
    if (const qint64 off = std::abs(desk.clockOffMs); off >= limits.clockLookSeconds * 1000LL) {
        findings.append({What::Clock, off >= limits.clockActSeconds * 1000LL ? FleetLevel::Act : FleetLevel::Look, desk.clockOffMs});
    }
    judgeWaiting(limits, What::PortalUnsent, health.hasPortal && health.portalOldestMs > 0 ? health.portalWaiting : 0, nowMs - health.portalOldestMs, findings);
    judgeWaiting(limits, What::CentreUnsent, health.centreOldestMs > 0 ? health.centreWaiting : 0, nowMs - health.centreOldestMs, findings);
    if (health.catalogueUntilMs > 0 && health.catalogueUntilMs - nowMs <= limits.catalogueDays * DayMs) {
        const qint64 left = health.catalogueUntilMs - nowMs;
        findings.append({What::CatalogueOver, left <= 0 ? FleetLevel::Act : FleetLevel::Look, left <= 0 ? 0 : (left + DayMs - 1) / DayMs});
    }
    if (health.catalogue != common.catalogue) {
        findings.append({What::CatalogueOther, FleetLevel::Look, common.catalogue});
    }
    if (programOf(health) != common.program) {
        findings.append({What::Program, FleetLevel::Look, 0});
    }
    if (!health.rolledBack.isEmpty()) {
        findings.append({What::RolledBack, FleetLevel::Look, 0});
    }
    if (const auto broken = std::count_if(health.devices.cbegin(), health.devices.cend(), [](const DeskHealth::Device &one) { return one.state == DeskHealth::Device::State::Broken; }); broken > 0) {
        findings.append({What::Device, FleetLevel::Look, broken});
    }
    const qint64 backupDays = health.backupMs > 0 ? (nowMs - health.backupMs) / DayMs : -1;
    if (backupDays < 0 || backupDays >= limits.backupLookDays) {
        findings.append({What::Backup, backupDays >= limits.backupActDays ? FleetLevel::Act : FleetLevel::Look, std::max<qint64>(backupDays, -1)});
    }
}

QList<FleetFinding> judged(const FleetLimits &limits, const FleetDesk &desk, const Common &common)
{
    QList<FleetFinding> findings;
    if (desk.agoMs < 0) {
        return {{What::Never, FleetLevel::Look, 0}};
    }
    const bool isClosed = desk.health && desk.health->isClosing;
    if (!isClosed && desk.agoMs >= limits.silentMinutes * MinuteMs) {
        findings.append({What::Silent, FleetLevel::Act, desk.agoMs / MinuteMs});
    }
    if (isClosed && desk.agoMs >= limits.awayDays * DayMs) {
        findings.append({What::Away, FleetLevel::Look, desk.agoMs / DayMs});
    }
    if (desk.isUnreadable) {
        findings.append({What::Unreadable, FleetLevel::Look, 0});
    }
    if (desk.health) {
        judgeHealth(limits, desk, common, findings);
    }
    std::stable_sort(findings.begin(), findings.end(), [](const FleetFinding &a, const FleetFinding &b) { return a.level > b.level; });
    return findings;
}

int deskNumber(const FleetDesk &desk)
{
    return desk.desk.section(u'/', -1).toInt();
}

} // namespace

QString fleetLevelName(FleetLevel level)
{
    switch (level) {
    case FleetLevel::Good:
        return QStringLiteral("good");
    case FleetLevel::Look:
        return QStringLiteral("look");
    case FleetLevel::Act:
        break;
    }
    return QStringLiteral("act");
}

QString fleetFindingName(What what)
{
    switch (what) {
    case What::Silent:
        return QStringLiteral("silent");
    case What::Never:
        return QStringLiteral("never");
    case What::Unreadable:
        return QStringLiteral("unreadable");
    case What::Room:
        return QStringLiteral("room");
    case What::Clock:
        return QStringLiteral("clock");
    case What::PortalUnsent:
        return QStringLiteral("portalUnsent");
    case What::CentreUnsent:
        return QStringLiteral("centreUnsent");
    case What::CatalogueOver:
        return QStringLiteral("catalogueOver");
    case What::CatalogueOther:
        return QStringLiteral("catalogueOther");
    case What::Program:
        return QStringLiteral("program");
    case What::Device:
        return QStringLiteral("device");
    case What::Backup:
        return QStringLiteral("backup");
    case What::RolledBack:
        return QStringLiteral("rolledBack");
    case What::Away:
        break;
    }
    return QStringLiteral("away");
}

FleetLevel FleetLine::level() const
{
    return findings.isEmpty() ? FleetLevel::Good : findings.constFirst().level;
}

FleetView FleetView::of(const FleetLimits &limits, const QList<FleetDesk> &desks)
{
    const Common common = commonOf(desks);
    FleetView view;
    view.program = common.program;
    for (const FleetDesk &desk : desks) {
        view.lines.append({desk, judged(limits, desk, common)});
    }
    std::stable_sort(view.lines.begin(), view.lines.end(), [](const FleetLine &a, const FleetLine &b) {
        const auto place = [](const FleetLine &line) { return std::tuple(-static_cast<int>(line.level()), deskNumber(line.desk), line.desk.name, line.desk.login); };
        return place(a) < place(b);
    });
    return view;
}

FleetLevel FleetView::level() const
{
    return lines.isEmpty() ? FleetLevel::Good : lines.constFirst().level();
}

qsizetype FleetView::count(FleetLevel level) const
{
    return std::count_if(lines.cbegin(), lines.cend(), [level](const FleetLine &line) { return line.level() == level; });
}

} // namespace motcua
