// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/JsonNode.h"
#include "models/form/FormSchema.h"

namespace motcua {

class JsonMembers;

/** The form in a motcua.form/1 file, its rules looked up in `rules`; what is wrong with it is in the file's errors. */
[[nodiscard]] FormSchema readForm(JsonFile &file, const QMap<QString, TextRule> &rules);

/** The condition at `key`, if there is one, complained about when `form` cannot answer it. */
[[nodiscard]] std::optional<Condition> readCondition(JsonMembers &members, const QString &key, const FormSchema &form);

} // namespace motcua
