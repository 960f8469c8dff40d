// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/FormParts.h"
#include "models/catalogue/JsonNode.h"

namespace motcua {

/** The form in a motcua.form/1 file, made of `parts`; what is wrong with it is in the file's errors. */
[[nodiscard]] FormSchema readForm(JsonFile &file, const FormParts &parts);

} // namespace motcua
