// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Store.h"
#include "models/dashboard/DashboardList.h"
#include "ui/itemmodels/WorklistSource.h"

namespace motcua {

/** The dossiers behind a number of the dashboard, page by page, as the list takes them; nothing here waits for the disk. */
[[nodiscard]] WorklistSource dashboardSource(const storage::Store &store, const DashboardList &list);

} // namespace motcua
