// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/CodeGrammar.h"
#include "models/catalogue/JsonNode.h"

namespace motcua {

/** The grammars of dossier codes in a motcua.codes/1 file; what is wrong with them is in the file's errors. */
[[nodiscard]] QList<CodeGrammar> readCodes(JsonFile &file);

} // namespace motcua
