// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/staff/Right.h"

namespace motcua {

QString rightName(Right right)
{
    switch (right) {
    case Right::AcceptDossier:
        return QStringLiteral("acceptDossier");
    case Right::CorrectDossier:
        return QStringLiteral("correctDossier");
    case Right::StepDossier:
        return QStringLiteral("stepDossier");
    case Right::ResolveConflict:
        return QStringLiteral("resolveConflict");
    case Right::HandOver:
        return QStringLiteral("handOver");
    case Right::CashHandling:
        return QStringLiteral("cashHandling");
    case Right::Reception:
        return QStringLiteral("reception");
    case Right::ReadAllDossiers:
        return QStringLiteral("readAllDossiers");
    case Right::ViewDashboard:
        return QStringLiteral("viewDashboard");
    case Right::SupervisorApprove:
        return QStringLiteral("supervisorApprove");
    case Right::ManageStaff:
        return QStringLiteral("manageStaff");
    case Right::ManageUnit:
        return QStringLiteral("manageUnit");
    case Right::ManageCatalogue:
        return QStringLiteral("manageCatalogue");
    case Right::MakeBackup:
        return QStringLiteral("makeBackup");
    case Right::Restore:
        return QStringLiteral("restore");
    case Right::PurgeData:
        return QStringLiteral("purgeData");
    case Right::ReadJournal:
        return QStringLiteral("readJournal");
    }
    return {};
}

QList<Right> allRights()
{
    return {Right::AcceptDossier, Right::CorrectDossier, Right::StepDossier, Right::ResolveConflict, Right::HandOver, Right::CashHandling,
        Right::Reception, Right::ReadAllDossiers, Right::ViewDashboard, Right::SupervisorApprove, Right::ManageStaff, Right::ManageUnit,
        Right::ManageCatalogue, Right::MakeBackup, Right::Restore, Right::PurgeData, Right::ReadJournal};
}

std::optional<Right> rightNamed(const QString &name)
{
    const QList<Right> rights = allRights();
    for (const Right right : rights) {
        if (rightName(right) == name) {
            return right;
        }
    }
    return {};
}

} // namespace motcua
