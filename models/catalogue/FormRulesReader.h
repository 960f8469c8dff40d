// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/JsonMembers.h"
#include "models/form/FormSchema.h"

namespace motcua {

/** The list "rules" of a form whose fields are known; see FormRule. */
[[nodiscard]] QList<FormRule> readFormRules(JsonMembers &members, const FormSchema &form);

} // namespace motcua
