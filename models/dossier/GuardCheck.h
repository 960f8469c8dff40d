// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/WorkingCalendar.h"
#include "models/dossier/Dossier.h"
#include "models/dossier/StatusStep.h"

namespace motcua {

/** What a step is judged by. */
struct StepFacts
{
    Dossier dossier = {}; ///< as it stands before the step
    WorkingCalendar calendar = {};
    qint64 nowMs = 0; ///< milliseconds since 1970-01-01 UTC
    StepAct act = StepAct::Step; ///< what it comes with
    bool hasSecondPerson = false;
    bool hasReceipt = false; ///< a receipt slip was issued
    bool isAsking = false; ///< what is asked of the citizen is listed
    QList<Confirmation> confirmed = {};
    bool isPosted = false; ///< what it gives out goes by post
    bool isSlipLost = false; ///< said instead of slipWithdrawn, with a signature for it
};

/**
 * The guards of the step that do not hold, in the order of the table.
 *
 * A guard that cannot be judged, because the calendar does not reach or the dossier does not say, does not hold: where it is soft the
 * officer's reason stands for it.
 */
[[nodiscard]] QList<Guard> unmetGuards(const StatusStep &step, const StepFacts &facts);

} // namespace motcua
