// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/DossierCode.h"

#include <QString>

#include <optional>

namespace motcua {

class Catalogue;

/** What kind of code a scanned or typed text is, so that it can act by its content wherever it was typed. */
struct RecognisedCode
{
    enum class Kind { Dossier, Procedure, LocalProcedure, Result, OrganisationLevelOne, Organisation };

    Kind kind = Kind::Dossier;
    QString code = {}; ///< as it is written: capitals, nothing around it
    QString pattern = {}; ///< id of the pattern that took it; empty for a dossier
    bool deviant = false; ///< only a pattern of deviant codes took it
    std::optional<DossierCode> dossier = {}; ///< when it is one

    /**
     * What `text` is by the grammars and patterns of `catalogue`; nothing when it is no code of a kind they know.
     *
     * A dossier comes before everything else, a usual pattern before a deviant one. That there is such a dossier or procedure is not said.
     */
    [[nodiscard]] static std::optional<RecognisedCode> of(const Catalogue &catalogue, const QString &text);

    friend bool operator==(const RecognisedCode &, const RecognisedCode &) = default;
};

} // namespace motcua
