// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/JsonNode.h"
#include "models/person/PersonalNumberScheme.h"
#include "models/person/TextRule.h"

#include <QMap>

#include <optional>

namespace motcua {

class JsonMembers;

/** What a motcua.rules/1 file says. */
struct RuleBook
{
    QMap<QString, TextRule> rules = {}; ///< by id
    std::optional<PersonalNumberScheme> personalNumbers = {};
};

/**
 * A motcua.rules/1 file; what is wrong with it is in the file's errors.
 *
 * "lists" are codes with names that patterns may name: {{phoneAreas}} stands for any one of them. A rule's examples must fit, as they
 * are typed, and what it says it refuses must be refused for the reason given, so a mistyped pattern is found while building.
 */
[[nodiscard]] RuleBook readRuleBook(JsonFile &file);

/** The text rules of a motcua.rules/1 file, by id; what is wrong with them is in the file's errors. */
[[nodiscard]] QMap<QString, TextRule> readRules(JsonFile &file);

/** The regular expression at `key`, anchored at both ends, Unicode aware; complains when it is none. */
[[nodiscard]] QRegularExpression readPattern(JsonMembers &members, const QString &key);

} // namespace motcua
