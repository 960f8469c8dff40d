// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/JsonNode.h"
#include "models/form/FormSchema.h"

#include <optional>

namespace motcua {

class JsonMembers;

/**
 * The condition at `key`, if there is one; complained about when `form` cannot answer it.
 *
 * Written as {"field": f, "anyOf": [answer …]}, {"field": f, "state": "given" | "toFollow" | "absent" | "empty"},
 * {"field": f, "atLeast": n, "atMost": n}, {"field": f, "age": {"on": date field, "atLeast": years, "atMost": years}},
 * {"absent": section}, {"rows": section, "atLeast": n, "atMost": n}, {"all": [condition …]}, {"any": [condition …]},
 * {"not": condition}. `inside` names the repeated section it stands in: its fields mean the same row.
 */
[[nodiscard]] std::optional<Condition> readCondition(
    JsonMembers &members, const QString &key, const FormSchema &form, const QString &inside = {});

/** Complains at `key` unless `id` is a field of the form that can be asked for from `inside`; null then. */
const Field *readableField(const JsonMembers &members, const QString &key, const QString &id, const FormSchema &form, const QString &inside);

/** The field with this id, also in a repeated section, or null. */
[[nodiscard]] const Field *fieldById(const FormSchema &form, const QString &id);

/** The section a field with this id stands in, or null. */
[[nodiscard]] const FormSection *sectionOfField(const FormSchema &form, const QString &id);

} // namespace motcua
