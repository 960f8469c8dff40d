// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/SlipTemplate.h"

namespace motcua {

/** The slip templates a store works with: those that were shipped, and before them what its folder holds of its own. */
struct OwnSlips
{
    QList<SlipTemplate> slips = {};
    QList<Error> faults = {}; ///< of the store's own files that are left out: "slips/02.json:3:7: what", every fault of each; FileUnreadable

    /**
     * `shipped` and the .json files in `slips` of the store in `folder`, in order of their names. An own one takes the place of a shipped one of
     * the same form and edition, and another edition stands beside it; of a faulty one the shipped stands.
     */
    [[nodiscard]] static OwnSlips over(const QList<SlipTemplate> &shipped, const QString &folder);
};

} // namespace motcua
