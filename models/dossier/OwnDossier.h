// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/TrackedDossier.h"
#include "models/ticket/HallRules.h"

namespace motcua {

/** A dossier as its applicant, whom a card proved, sees it at a kiosk: where it stands, and what to wait for where something is to be done here. */
struct OwnDossier
{
    TrackedDossier tracked = {};
    QString letter = {}; ///< of the group to draw a number in; empty: nothing is to be done here now

    /**
     * A result that is ready waits in the group that collects, or without one in that of its field; what is missing or to be paid in that of its field, as
     * Procedure::field has it (empty: not known). NotFound for a dossier without a status, and one that was cancelled.
     */
    [[nodiscard]] static Result<OwnDossier> of(const Dossier &dossier, const QString &field, const HallRules &rules);

    friend bool operator==(const OwnDossier &, const OwnDossier &) = default;
};

} // namespace motcua
