// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/PlanFiles.h"
#include "models/ticket/KioskPlan.h"

namespace motcua {

/** The plan of a kiosk: the shipped one, and over it what the store's own file says. */
struct KioskFiles : PlanFiles<KioskPlan>
{
    int lastTicketMinutes = 0; ///< as the board tells it (BoardPlan), so that the one gives no numbers which the other says are over

    /** `hall/kiosk.json` and `kiosk.json`, as PlanFiles reads them. What is wrong in the files of the board is the board's to tell. */
    [[nodiscard]] static KioskFiles read(const QString &resources, const QString &store);
};

} // namespace motcua
