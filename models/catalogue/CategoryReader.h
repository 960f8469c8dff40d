// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/JsonNode.h"
#include "models/form/Category.h"

namespace motcua {

/** The list in a motcua.category/1 file; what is wrong with it is in the file's errors. */
[[nodiscard]] Category readCategory(JsonFile &file);

} // namespace motcua
