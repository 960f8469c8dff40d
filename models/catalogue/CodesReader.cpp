// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/CodesReader.h"

#include "models/catalogue/JsonMembers.h"
#include "models/catalogue/RulesReader.h"

#include <algorithm>

namespace motcua {

namespace {

/** As readPattern(), but \d is 0–9: a code with digits of another script names nothing. */
QRegularExpression readCodePattern(JsonMembers &members, const QString &key)
{
    QRegularExpression expression = readPattern(members, key);
    expression.setPatternOptions(QRegularExpression::NoPatternOption);
    return expression;
}

template <typename T>
void refuseTwice(const JsonMembers &members, const QList<T> &earlier, const QString &id, const QString &noun)
{
    if (std::any_of(earlier.cbegin(), earlier.cend(), [&id](const T &other) { return other.id == id; })) {
        members.complain(QStringLiteral("id"), QStringLiteral("the %1 \"%2\" stands here twice").arg(noun, id));
    }
}

CodeGrammar readGrammar(JsonMembers &one)
{
    CodeGrammar grammar;
    grammar.id = one.text(QStringLiteral("id"));
    grammar.unit = readCodePattern(one, QStringLiteral("unit"));
    grammar.maxUnitLength = static_cast<int>(one.integer(QStringLiteral("maxUnitLength"), 1, 64));
    grammar.sequenceDigits = static_cast<int>(one.integer(QStringLiteral("sequenceDigits"), 1, 8));
    grammar.basis = one.text(QStringLiteral("basis"));
    grammar.mark = one.text(QStringLiteral("mark"));
    return grammar;
}

CodePattern readCode(JsonMembers &one)
{
    using Kind = CodePattern::Kind;
    using Standing = CodePattern::Standing;
    CodePattern pattern;
    pattern.id = one.text(QStringLiteral("id"));
    pattern.kind = one.word<Kind>(QStringLiteral("kind"),
        {{u"procedure", Kind::Procedure}, {u"localProcedure", Kind::LocalProcedure}, {u"result", Kind::Result},
            {u"organisationLevelOne", Kind::OrganisationLevelOne}, {u"organisation", Kind::Organisation}});
    pattern.standing = one.word<Standing>(
        QStringLiteral("standing"), {{u"usual", Standing::Usual}, {u"deviant", Standing::Deviant}}, Standing::Usual);
    pattern.expression = readCodePattern(one, QStringLiteral("pattern"));
    const QString example = one.text(QStringLiteral("example"));
    if (pattern.expression.isValid() && !example.isEmpty() && !pattern.takes(example)) {
        one.complain(QStringLiteral("example"), QStringLiteral("the example does not fit its own pattern"));
    }
    pattern.basis = one.text(QStringLiteral("basis"));
    pattern.mark = one.text(QStringLiteral("mark"));
    return pattern;
}

} // namespace

Codes readCodes(JsonFile &file)
{
    const JsonNode root(file);
    JsonMembers members(root);
    members.text(QStringLiteral("schema"));
    Codes codes;
    members.each(QStringLiteral("grammars"), true, [&](const JsonNode &node) {
        JsonMembers one(node);
        const CodeGrammar grammar = readGrammar(one);
        refuseTwice(one, codes.grammars, grammar.id, QStringLiteral("grammar"));
        one.done();
        codes.grammars.append(grammar);
    });
    members.each(QStringLiteral("patterns"), false, [&](const JsonNode &node) {
        JsonMembers one(node);
        const CodePattern pattern = readCode(one);
        refuseTwice(one, codes.patterns, pattern.id, QStringLiteral("pattern"));
        one.done();
        codes.patterns.append(pattern);
    });
    members.done();
    return codes;
}

} // namespace motcua
