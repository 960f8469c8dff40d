// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scan/ScanRules.h"

namespace motcua {

/** How this office scans: the shipped rules, or those that its administrator wrote in their place. */
struct ScanFiles
{
    ScanRules rules = {}; ///< without a profile: no file could be read
    QList<Error> faults = {}; ///< "scan.json:3:7: what", FileUnreadable

    /**
     * `scan.json` in the folder of a store where there is one, else `scan/profiles.json` in `resources`. A file with a mistake is not used at all, for half of what somebody
     * locked is not what they meant; then the shipped one counts, and the mistake is told. Reads the disk.
     */
    [[nodiscard]] static ScanFiles read(const QString &resources, const QString &store);
};

} // namespace motcua
