// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/ConflictCase.h"
#include "ui/conflict/ConflictView.h"

#include <QDateTime>

/** What is said of a dossier whose desks contradict each other; `now` is on the wall clock of Vietnam. */
namespace motcua::conflictwords {

[[nodiscard]] ConflictView view(const ConflictCase &found, const QDateTime &now);

/** What a question is called: the field of the form, "Status", "Result promised", or the id of what no form here asks. */
[[nodiscard]] QString label(const ConflictCase &found, const ConflictDecision::Question &question);

/** The labels of the questions with these names (Dispute::name()), of those that are asked. */
[[nodiscard]] QString labels(const ConflictCase &found, const QStringList &names);

} // namespace motcua::conflictwords
