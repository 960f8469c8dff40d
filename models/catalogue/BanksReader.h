// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/JsonNode.h"
#include "models/fee/Bank.h"

namespace motcua {

/** The banks of a motcua.banks/1 file; what is wrong with them is in the file's errors. */
[[nodiscard]] QList<Bank> readBanks(JsonFile &file);

} // namespace motcua
