// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/address/OldAddress.h"
#include "models/person/CardQr.h"

#include <QString>

namespace motcua {

// What is told about a text somebody typed or scanned: whole sentences in the language of the program.

/** What must be known beside the candidates of a look-up; empty when nothing. */
[[nodiscard]] QString sentence(const OldAddress &address);

[[nodiscard]] QString sentence(CardContradiction contradiction);

} // namespace motcua
