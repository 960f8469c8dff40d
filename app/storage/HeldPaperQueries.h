// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/HeldPaper.h"

#include <QByteArray>

/** Questions about papers that were filed before, for Store::ask(). */
namespace motcua::storage {

class Connection;

/**
 * The papers of all dossiers of one number, of a person or an organisation, as their applicant; those of the newest dossier first. A paper that was used
 * again is told once, where it was filed, and where it was used only when that is all that is left of it.
 */
struct HeldPapers
{
    struct Found
    {
        QList<HeldPaper> papers = {};
        bool more = false; ///< there are older dossiers with papers, which were not looked into
    };
    using Answer = Found;
    QString number = {}; ///< the whole number, as anybody writes it; none for an empty one
    int limit = 40; ///< dossiers that are looked into, 1 … 200

    [[nodiscard]] Answer run(Connection &connection) const;

    /** The statement behind it, for whoever asks for its plan. */
    [[nodiscard]] static QByteArray sql();
};

} // namespace motcua::storage
