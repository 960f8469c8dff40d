// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/CodePattern.h"
#include "models/catalogue/JsonNode.h"
#include "models/catalogue/Procedure.h"

namespace motcua {

/**
 * The edition in a motcua.procedure/1 file, its form looked up in `forms`; what is wrong with it is in the file's errors.
 *
 * Where `patterns` know the kind, its code and those of its results must fit one of them, usual or deviant.
 */
[[nodiscard]] Procedure readProcedure(JsonFile &file, const QMap<QString, FormSchema> &forms, const QList<CodePattern> &patterns);

} // namespace motcua
