// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/BoardFiles.h"

namespace motcua {

BoardFiles BoardFiles::read(const QString &resources, const QString &store)
{
    return {PlanFiles::read(QStringLiteral("board.json"), resources, store)};
}

} // namespace motcua
