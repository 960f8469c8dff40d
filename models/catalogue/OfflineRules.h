// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/catalogue/SourceFile.h"

#include <QString>

namespace motcua {

/** How long a desk may go on without the portal before a supervisor is asked how. A centre decides it, so it is data. */
struct OfflineRules
{
    int unsent = 0; ///< entries that wait for the portal
    int days = 0; ///< since the oldest of them was written
    int catalogueDays = 0; ///< since the law as data was last heard of
    int numbersLeft = 0; ///< of the desk's numbers for the day: so many are few
    int nearDays = 0; ///< before a limit it is told
    int extendDays = 0; ///< at most, each time
    int outageMinutes = 0; ///< the portal is away: from then on it left something behind
    QString mark = {}; ///< how sure it is, and from where

    /** A motcua.offline/1 file, or everything wrong with it: CatalogueSyntax or CatalogueSchema with "file:line:column: what". */
    [[nodiscard]] static Result<OfflineRules, QList<Error>> read(const SourceFile &source);

    friend bool operator==(const OfflineRules &, const OfflineRules &) = default;
};

} // namespace motcua
