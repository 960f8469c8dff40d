// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/StoreFolder.h"

#include <QStringList>

namespace motcua {

/** What can be said of this machine without a key: for the sign-in page and for `motcua-ctl doctor`. */
struct MachineFacts
{
    static constexpr qint64 LeastFreeBytes = qint64{1024} * 1024 * 1024; ///< below this somebody should make room

    enum class Spooler {
        Missing, ///< CUPS is not set up: slips can be kept and shown, not printed
        KeepsFiles, ///< printed slips, with a citizen's name on them, stay in its folder for a day
        KeepsNone,
    };

    bool storeThere = false;
    qint64 freeBytes = 0; ///< on the volume of the store
    QStringList clearSwap = {}; ///< swap devices that are not encrypted: memory holds personal data
    Spooler spooler = Spooler::Missing;

    /** Reads a few small files of the system; off the GUI thread. */
    [[nodiscard]] static MachineFacts of(const StoreFolder &folder);

    friend bool operator==(const MachineFacts &, const MachineFacts &) = default;
};

} // namespace motcua
