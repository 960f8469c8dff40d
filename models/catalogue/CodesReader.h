// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/CodeGrammar.h"
#include "models/catalogue/CodePattern.h"
#include "models/catalogue/JsonNode.h"

namespace motcua {

/** What a motcua.codes/1 file says: the grammars of dossier codes, and the patterns of all others, of which there may be none. */
struct Codes
{
    QList<CodeGrammar> grammars = {};
    QList<CodePattern> patterns = {};
};

/** The codes in a motcua.codes/1 file; what is wrong with them is in the file's errors. */
[[nodiscard]] Codes readCodes(JsonFile &file);

} // namespace motcua
