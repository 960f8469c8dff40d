// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Procedure.h"
#include "models/dossier/Correction.h"
#include "models/dossier/SlipKind.h"

#include <QDateTime>
#include <QStringList>

namespace motcua {

/** What a correction is about, as its page needs to know it. */
struct CorrectFacts
{
    Dossier dossier = {};
    Procedure procedure = {}; ///< of the edition it was received with
    QList<SlipKind> slips = {}; ///< that are issued anew with the correction
    QList<SlipKind> held = {}; ///< those of them of which a sheet is out, and withdrawn
    bool prints = false;
    bool needsApprover = false;
    QDateTime now = {};
};

/** "Place of residence · Mother": an answer and where in the form it stands. */
[[nodiscard]] QString questionName(const FormSchema &form, const Correction::Question &question);

/** An answer as it is read, whatever kind of empty it is. */
[[nodiscard]] QString shownAnswer(const Field &field, const FieldValue &value);

/** What will happen once it is recorded, one sentence each. */
[[nodiscard]] QStringList correctionFollows(const CorrectFacts &facts, const Correction &said);

/** What has to be seen to because of it, one sentence each: what was signed says something else, another fee, another paper. */
[[nodiscard]] QStringList correctionWarnings(const CorrectFacts &facts, const Correction &said);

} // namespace motcua
