// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/catalogue/SourceFile.h"

#include <QString>

namespace motcua {

/** From when on somebody should look at the machine of a desk, and from when on it has to be seen to. An office decides it, so it is data. */
struct FleetLimits
{
    int freeLookMegabytes = 0; ///< less than that is free on the volume of the store
    int freeActMegabytes = 0;
    int clockLookSeconds = 0; ///< its clock is that far from the server's
    int clockActSeconds = 0;
    int silentMinutes = 0; ///< a desk that did not say that it closes was not heard for so long
    int awayDays = 0; ///< one that closed was not heard for so long
    int catalogueDays = 0; ///< before the catalogue has to be heard of again
    int unsentLookHours = 0; ///< the oldest entry that waits
    int unsentActHours = 0;
    int backupLookDays = 0; ///< since the last back-up, or there was none
    int backupActDays = 0;
    QString mark = {}; ///< how sure it is, and from where

    /** A motcua.fleet/1 file, or everything wrong with it: CatalogueSyntax or CatalogueSchema with "file:line:column: what". */
    [[nodiscard]] static Result<FleetLimits, QList<Error>> read(const SourceFile &source);

    friend bool operator==(const FleetLimits &, const FleetLimits &) = default;
};

} // namespace motcua
