// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Procedure.h"
#include "models/dossier/PaperSet.h"

#include <QString>

namespace motcua {

/** How a paper's state is drawn: never by colour alone. */
struct PaperLook
{
    QString shape = {};
    QString words = {};
};

[[nodiscard]] QString paperKindWords(PaperKind kind);

/** The kinds that do for a paper, all of them when the procedure names none. */
[[nodiscard]] QList<PaperKind> acceptedKinds(const RequiredPaper &paper);

[[nodiscard]] PaperLook paperLook(const Paper &paper, const RequiredPaper &required, bool needed);

/** How many originals and copies the answers as filed call for, e.g. "1 original, 2 copies"; empty when the procedure does not say. */
[[nodiscard]] QString paperCounts(const RequiredPaper &required, const FormDraft &form);

/**
 * Why a paper is not asked for now, by the answers it hangs on: "Not needed, because of: By authority: —". Empty for a paper that is
 * needed, and for one that hangs on no answer.
 */
[[nodiscard]] QString whyNotNeeded(const RequiredPaper &required, const FormSchema &schema, const FormDraft &form, QDate day);

} // namespace motcua
