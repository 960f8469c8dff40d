// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/KioskFiles.h"

#include "app/workflows/BoardFiles.h"

namespace motcua {

KioskFiles KioskFiles::read(const QString &resources, const QString &store)
{
    return {PlanFiles::read(QStringLiteral("kiosk.json"), resources, store), BoardFiles::read(resources, store).plan.lastTicketMinutes};
}

} // namespace motcua
