// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/FormParts.h"
#include "models/catalogue/JsonMembers.h"

namespace motcua {

/** The field at `node` but for what hangs on other fields; `section` is the section as far as it was read. */
[[nodiscard]] Field readField(const JsonNode &node, const FormSchema &form, const FormSection &section, const FormParts &parts);

/** Reads into `field` its conditions and computation, now that `form` is known; `inside` names the repeated section it stands in, if any. */
void readLinks(const JsonNode &node, Field &field, const FormSchema &form, const QString &inside);

/** The options at `key`: {"code", "label", "labelEn"}. */
[[nodiscard]] QList<FieldOption> readOptions(JsonMembers &members, const QString &key, bool required);

} // namespace motcua
