// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket/BoardPlan.h"

namespace motcua {

/** The plan of the board a store works with: the shipped one, and over it what the store's own file says. */
struct BoardFiles
{
    BoardPlan plan = {};
    QList<Error> faults = {}; ///< of everything that is left out of either: "board.json:3:7: what", FileUnreadable

    /**
     * `hall/board.json` in `resources`, and over it `board.json` in the folder of a store, where there is one. What is wrong in either is left
     * out and the rest counts, so a slip of an administrator's pen takes no board from the wall. Reads the disk.
     */
    [[nodiscard]] static BoardFiles read(const QString &resources, const QString &store);
};

} // namespace motcua
