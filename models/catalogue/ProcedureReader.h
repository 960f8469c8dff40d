// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/JsonNode.h"
#include "models/catalogue/Procedure.h"

namespace motcua {

/**
 * The edition in a motcua.procedure/1 file, its form looked up in `forms`, with the general law's `clock` when it states none of its own;
 * what is wrong with it is in the file's errors.
 */
[[nodiscard]] Procedure readProcedure(JsonFile &file, const QMap<QString, FormSchema> &forms, const ClockRule &clock);

} // namespace motcua
