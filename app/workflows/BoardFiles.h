// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/PlanFiles.h"
#include "models/ticket/BoardPlan.h"

namespace motcua {

/** The plan of the board a store works with: the shipped one, and over it what the store's own file says. */
struct BoardFiles : PlanFiles<BoardPlan>
{
    /** `hall/board.json` and `board.json`, as PlanFiles reads them. */
    [[nodiscard]] static BoardFiles read(const QString &resources, const QString &store);
};

} // namespace motcua
