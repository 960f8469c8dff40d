// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/JsonNode.h"
#include "models/form/FormSchema.h"

namespace motcua {

class JsonMembers;

/** The text rules of a motcua.rules/1 file, by id; what is wrong with them is in the file's errors. */
[[nodiscard]] QMap<QString, TextRule> readRules(JsonFile &file);

/** The regular expression at `key`, anchored at both ends, Unicode aware; complains when it is none. */
[[nodiscard]] QRegularExpression readPattern(JsonMembers &members, const QString &key);

} // namespace motcua
