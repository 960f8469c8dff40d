// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace motcua {

/** One thing a person may be allowed to do. Which roles bundle which rights is data. */
enum class Right {
    AcceptDossier,
    CorrectDossier,
    StepDossier,
    ResolveConflict,
    HandOver,
    CashHandling,
    Reception,
    ReadAllDossiers,
    ViewDashboard,
    SupervisorApprove,
    ManageStaff,
    ManageUnit,
    ManageCatalogue,
    MakeBackup,
    Restore,
    PurgeData,
    ReadJournal,
};

/** The name of a right as it stands in resources/journal/roles.json, e.g. "acceptDossier". */
[[nodiscard]] QString rightName(Right right);
[[nodiscard]] std::optional<Right> rightNamed(const QString &name);
[[nodiscard]] QList<Right> allRights();

} // namespace motcua
