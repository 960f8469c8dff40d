// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine/FleetWords.h"

#include "models/base/VietnamTime.h"
#include "ui/shell/ShownTime.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cstdlib>

namespace motcua::fleetwords {

namespace {

using What = FleetFinding::What;
using Device = DeskHealth::Device;

constexpr qint64 MinuteOfFleet = 60'000;
constexpr qint64 HourMinutes = 60;
constexpr qint64 DayMinutes = 24 * HourMinutes;

class FleetWords
{
    Q_DECLARE_TR_FUNCTIONS(FleetWords)
};

QString lasting(qint64 minutes)
{
    if (minutes < 2 * HourMinutes) {
        return FleetWords::tr("%1 min").arg(minutes);
    }
    return minutes < 2 * DayMinutes ? FleetWords::tr("%1 h").arg(minutes / HourMinutes) : FleetWords::tr("%1 days").arg(minutes / DayMinutes);
}

QString shownBytes(qint64 bytes)
{
    return QLocale(QLocale::Vietnamese).formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString shownOff(qint64 ms)
{
    const qint64 seconds = std::abs(ms) / 1000;
    return seconds < 120 ? FleetWords::tr("%1 s").arg(seconds) : lasting(seconds / 60);
}

QString kindWords(Device::Kind kind)
{
    switch (kind) {
    case Device::Kind::CardReader:
        return FleetWords::tr("card reader");
    case Device::Kind::CodeReader:
        return FleetWords::tr("code reader");
    case Device::Kind::SlipPrinter:
        return FleetWords::tr("printer");
    case Device::Kind::TicketPrinter:
        return FleetWords::tr("ticket printer");
    case Device::Kind::Photographs:
        break;
    }
    return FleetWords::tr("photographs of cards");
}

QString stateWords(Device::State state)
{
    switch (state) {
    case Device::State::Fine:
        return FleetWords::tr("works");
    case Device::State::None:
        return FleetWords::tr("none");
    case Device::State::Broken:
        break;
    }
    return FleetWords::tr("does not work");
}

QString devicesOf(const DeskHealth &health, bool isBrokenOnly)
{
    QStringList told;
    for (const Device &device : health.devices) {
        if (!isBrokenOnly || device.state == Device::State::Broken) {
            told.append(isBrokenOnly ? kindWords(device.kind) : kindWords(device.kind) + u' ' + stateWords(device.state));
        }
    }
    return told.join(QStringLiteral(", "));
}

QString waitingWords(qint64 waiting, qint64 oldestMs, qint64 toldMs)
{
    if (waiting == 0) {
        return FleetWords::tr("nothing waits");
    }
    const qint64 minutes = oldestMs > 0 ? std::max<qint64>(0, toldMs - oldestMs) / MinuteOfFleet : 0;
    return FleetWords::tr("%1 wait, the oldest for %2").arg(waiting).arg(lasting(minutes));
}

} // namespace

QString state(const FleetLine &line)
{
    switch (line.level()) {
    case FleetLevel::Act:
        return FleetWords::tr("✖ see to it");
    case FleetLevel::Look:
        return FleetWords::tr("▲ look at it");
    case FleetLevel::Good:
        break;
    }
    return line.isClosed() ? FleetWords::tr("○ closed") : FleetWords::tr("✔ in order");
}

QString desk(const FleetDesk &desk)
{
    const QString number = desk.desk.section(u'/', -1);
    if (number.isEmpty()) {
        return desk.name;
    }
    return desk.name.isEmpty() ? number.rightJustified(2, u'0') : number.rightJustified(2, u'0') + QStringLiteral(" · ") + desk.name;
}

QString sentence(const FleetFinding &finding, const FleetLine &line)
{
    switch (finding.what) {
    case What::Silent:
        return FleetWords::tr("Not heard for %1, and it did not say that it closes: switched off, cut off or broken. Look at the machine and its cable; what it wrote is safe on it.").arg(lasting(finding.amount));
    case What::Never:
        return FleetWords::tr("Has told nothing of itself yet: not set up, or not opened since the centre was upgraded. Only where it is not used at all, shut its login out (motcua-ctl centre revoke).");
    case What::Unreadable:
        return FleetWords::tr("Says something that this program does not understand. Bring both to the same version of the program.");
    case What::Room:
        return FleetWords::tr("Only %1 are free where its data lie. Make room before the disk is full.").arg(shownBytes(finding.amount));
    case What::Clock:
        return finding.amount > 0 ? FleetWords::tr("Its clock is %1 ahead of the server's. Set it, and have the network keep it right.").arg(shownOff(finding.amount))
                                  : FleetWords::tr("Its clock is %1 behind the server's. Set it, and have the network keep it right.").arg(shownOff(finding.amount));
    case What::PortalUnsent:
        return FleetWords::tr("Something has been waiting for the portal for %1. Open \"Send and receive\" there; nothing is lost.").arg(lasting(finding.amount));
    case What::CentreUnsent:
        return FleetWords::tr("Something has not come to the other desks for %1. Look whether it reaches the server; nothing is lost.").arg(lasting(finding.amount));
    case What::CatalogueOver:
        return finding.amount == 0 ? FleetWords::tr("It has not heard of the procedures for too long. See that it reaches the portal.")
                                   : FleetWords::tr("It has to hear of the procedures again within %1 days. See that it reaches the portal.").arg(finding.amount);
    case What::CatalogueOther:
        return FleetWords::tr("It works by another edition of the procedures than most desks. See that it reaches the portal, and start its program again.");
    case What::Program:
        return FleetWords::tr("It runs another program than most desks: %1. Bring it to the same one.").arg(line.desk.health ? line.desk.health->program + u' ' + line.desk.health->build : QString());
    case What::Device:
        return FleetWords::tr("Does not work there: %1. \"This machine\" (Ctrl+F1) there says what to do.").arg(line.desk.health ? devicesOf(*line.desk.health, true) : QString());
    case What::Backup:
        return finding.amount < 0 ? FleetWords::tr("No back-up of it was ever made. Make one there (motcua-ctl backup).")
                                  : FleetWords::tr("Its last back-up is %1 days old. Make one there (motcua-ctl backup).").arg(finding.amount);
    case What::RolledBack:
        return FleetWords::tr("Version %1 of the program did not work there. What was there before works again, with its data as they were; nothing is lost. Tell whoever looks after the program.").arg(line.desk.health ? line.desk.health->rolledBack : QString());
    case What::Away:
        break;
    }
    return FleetWords::tr("Closed, and not heard for %1 days. If it is not used any more, shut its login out (motcua-ctl centre revoke).").arg(finding.amount);
}

QString summary(const FleetLine &line)
{
    if (line.findings.isEmpty()) {
        return line.isClosed() ? FleetWords::tr("Closed as it should be.") : FleetWords::tr("Nothing to see to.");
    }
    const QString first = sentence(line.findings.constFirst(), line);
    const qsizetype more = line.findings.size() - 1;
    return more == 0 ? first : FleetWords::tr("(+%1) %2").arg(more).arg(first);
}

QString seen(const FleetDesk &desk)
{
    const qint64 minutes = desk.agoMs / MinuteOfFleet;
    if (desk.agoMs < 0) {
        return FleetWords::tr("never");
    }
    return minutes < 2 ? FleetWords::tr("a moment ago") : FleetWords::tr("%1 ago").arg(lasting(minutes));
}

QString details(const FleetLine &line, const QDateTime &now)
{
    QStringList told;
    for (const FleetFinding &finding : line.findings) {
        told.append((finding.level == FleetLevel::Act ? QStringLiteral("✖ ") : QStringLiteral("▲ ")) + sentence(finding, line));
    }
    if (!line.desk.health) {
        return told.join(u'\n');
    }
    const DeskHealth &health = *line.desk.health;
    const auto moment = [](qint64 ms) { return ms > 0 ? shownMoment(vietnamTime(ms)) : QStringLiteral("—"); };
    QStringList facts{FleetWords::tr("heard %1 (%2)").arg(seen(line.desk), shownMoment(now.addMSecs(-std::max<qint64>(0, line.desk.agoMs)))),
        FleetWords::tr("program %1 %2, data of version %3, running since %4").arg(health.program, health.build).arg(health.schema).arg(moment(health.startedMs))};
    if (!health.ready.isEmpty()) {
        facts.append(FleetWords::tr("version %1 of the program lies ready and is put in when nobody works").arg(health.ready));
    }
    facts.append(health.catalogue > 0 ? FleetWords::tr("procedures: edition %1, good until %2").arg(health.catalogue).arg(moment(health.catalogueUntilMs)) : FleetWords::tr("procedures: those of the program"));
    if (line.desk.clockOffMs != 0) {
        facts.append(FleetWords::tr("clock %1 s from the server's").arg(QLocale(QLocale::Vietnamese).toString(static_cast<double>(line.desk.clockOffMs) / 1000.0, 'f', 1)));
    }
    if (health.freeBytes >= 0) {
        facts.append(FleetWords::tr("disk: %1 free of %2").arg(shownBytes(health.freeBytes), shownBytes(health.allBytes)));
    }
    facts.append(FleetWords::tr("portal: %1").arg(health.hasPortal ? waitingWords(health.portalWaiting, health.portalOldestMs, health.toldMs) : FleetWords::tr("none")));
    facts.append(FleetWords::tr("centre: %1").arg(waitingWords(health.centreWaiting, health.centreOldestMs, health.toldMs)));
    facts.append(FleetWords::tr("last back-up: %1").arg(moment(health.backupMs)));
    if (!health.devices.isEmpty()) {
        facts.append(FleetWords::tr("devices: %1").arg(devicesOf(health, false)));
    }
    told.append(facts.join(QStringLiteral(" · ")));
    return told.join(u'\n');
}

QString whole(const FleetView &view)
{
    const qsizetype act = view.count(FleetLevel::Act);
    const qsizetype look = view.count(FleetLevel::Look);
    if (act == 0 && look == 0) {
        return FleetWords::tr("All machines are in order: %1.").arg(view.lines.size());
    }
    return FleetWords::tr("To see to: %1. To look at: %2. In order: %3.").arg(act).arg(look).arg(view.count(FleetLevel::Good));
}

} // namespace motcua::fleetwords
