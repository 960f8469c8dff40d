// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/WorkArea.h"
#include "ui/visit/AcceptSummary.h"

namespace motcua {

/** The steps of a visit in the order of their keys Alt+1 …. */
enum class VisitStep { Person, Procedure, Declaration, Papers, Fee, Acceptance };

/** How far each step is: done, the one on the screen, or what it still wants. Before a procedure is chosen only the first two are known. */
[[nodiscard]] QList<StepMark> visitSteps(const std::optional<AcceptFacts> &facts, VisitStep current);

/** The same after acceptance: nothing is open any more. */
[[nodiscard]] QList<StepMark> finishedSteps();

} // namespace motcua
