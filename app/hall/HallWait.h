// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hall/Hall.h"
#include "models/ticket/ExpectedWait.h"

namespace motcua {

/** How many desks serve somebody now; those that serve one group serve the others as well. */
[[nodiscard]] int openDesks(const HallView &view);

/** How long the latest citizens of all groups were served, milliseconds: as much of each group. */
[[nodiscard]] QList<qint64> servedLately(const HallView &view);

/**
 * The wait of somebody who comes now for the group of this letter; without one, for whoever looks. Groups that this store's desks do not serve
 * are waited for apart. None where expectedWait() knows none.
 */
[[nodiscard]] std::optional<WaitRange> waitFor(const HallView &view, const QString &letter = {});

} // namespace motcua
