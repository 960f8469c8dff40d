// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Procedure.h"
#include "models/dossier/Dossier.h"

#include <QList>
#include <QString>

namespace motcua {

/** One paper of an accepted dossier, as a line. */
struct DossierPaper
{
    QString id = {};
    QString name = {};
    QString shape = {}; ///< of its state: never by colour alone
    QString words = {};
    int files = 0;
    bool wantsFile = false; ///< it was met, and no file of it is here

    friend bool operator==(const DossierPaper &, const DossierPaper &) = default;
};

/** The papers of the acceptance in its order, then papers that came later and are on no list. */
[[nodiscard]] QList<DossierPaper> dossierPapers(const Dossier &dossier);

} // namespace motcua
