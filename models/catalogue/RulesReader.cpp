// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/RulesReader.h"

#include "models/catalogue/JsonMembers.h"

namespace motcua {

QRegularExpression readPattern(JsonMembers &members, const QString &key)
{
    const QString pattern = members.text(key);
    const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern), QRegularExpression::UseUnicodePropertiesOption);
    if (!expression.isValid()) {
        members.complain(key, QStringLiteral("\"%1\" is no regular expression: %2").arg(key, expression.errorString()));
    }
    return expression;
}

QMap<QString, TextRule> readRules(JsonFile &file)
{
    const JsonNode root(file);
    JsonMembers members(root);
    members.text(QStringLiteral("schema"));
    QMap<QString, TextRule> rules;
    members.each(QStringLiteral("rules"), true, [&](const JsonNode &node) {
        JsonMembers one(node);
        TextRule rule;
        rule.id = one.text(QStringLiteral("id"));
        rule.pattern = readPattern(one, QStringLiteral("pattern"));
        rule.example = one.text(QStringLiteral("example"));
        rule.mark = one.text(QStringLiteral("mark"));
        if (rules.contains(rule.id)) {
            one.complain(QStringLiteral("id"), QStringLiteral("the rule \"%1\" stands here twice").arg(rule.id));
        }
        if (rule.pattern.isValid() && !rule.pattern.match(rule.example).hasMatch()) {
            one.complain(QStringLiteral("example"), QStringLiteral("the example does not fit its own pattern"));
        }
        one.done();
        rules.insert(rule.id, rule);
    });
    members.done();
    return rules;
}

} // namespace motcua
