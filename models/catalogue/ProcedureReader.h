// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/CodePattern.h"
#include "models/catalogue/FeesReader.h"
#include "models/catalogue/JsonNode.h"
#include "models/catalogue/Procedure.h"

namespace motcua {

/** What procedures are made of, read before them. */
struct CatalogueParts
{
    QMap<QString, FormChecker> checkers = {}; ///< by the form's id
    QMap<QString, DeclarationLayout> layouts = {}; ///< by the layout's id
    LocalFees localFees = {};
    ClockRule clock = {}; ///< the general law's, for procedures that state none of their own
    QList<CodePattern> codes = {}; ///< where they know the kind, codes of procedure and results must fit one of them, usual or deviant
};

/** The edition in a motcua.procedure/1 file, made of `parts`; what is wrong with it is in the file's errors. */
[[nodiscard]] Procedure readProcedure(JsonFile &file, const CatalogueParts &parts);

} // namespace motcua
