// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Guard.h"
#include "models/dossier/NextStep.h"
#include "models/dossier/SlipKind.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace motcua {

/** What the officer does with a step, e.g. "Hand over the result"; for an event nobody has words for, its own name. */
[[nodiscard]] QString stepTitle(const QString &event);

/** Why a guard that nothing can meet any more forbids the step: a whole sentence with what to do instead. */
[[nodiscard]] QString hindranceSentence(const Guard &guard);

/** What does not hold and wants a reason, one sentence. */
[[nodiscard]] QString guardWarning(const Guard &guard);

/** What the officer says by ticking it, e.g. "The receipt slip was taken back". */
[[nodiscard]] QString confirmationWords(Confirmation what);

/** What came of an acceptance that was a mistake, with the money that was taken for it. */
[[nodiscard]] QString cancelledWords(const Dossier &cancelled);

/** What will happen, one line each: the next status, the promise, the slips that are printed. */
[[nodiscard]] QStringList stepFollows(const NextStep &next, const QList<SlipKind> &slips, bool prints, const QDateTime &now);

} // namespace motcua
