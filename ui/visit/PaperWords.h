// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/RequiredPaper.h"
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

} // namespace motcua
