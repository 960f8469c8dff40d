// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/KioskFiles.h"

namespace motcua {

KioskFiles KioskFiles::read(const QString &resources, const QString &store)
{
    return {PlanFiles::read(QStringLiteral("kiosk.json"), resources, store)};
}

} // namespace motcua
