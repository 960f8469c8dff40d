// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/CodesReader.h"

#include "models/catalogue/JsonMembers.h"
#include "models/catalogue/RulesReader.h"

namespace motcua {

QList<CodeGrammar> readCodes(JsonFile &file)
{
    const JsonNode root(file);
    JsonMembers members(root);
    members.text(QStringLiteral("schema"));
    QList<CodeGrammar> grammars;
    members.each(QStringLiteral("grammars"), true, [&](const JsonNode &node) {
        JsonMembers one(node);
        CodeGrammar grammar;
        grammar.id = one.text(QStringLiteral("id"));
        grammar.unit = readPattern(one, QStringLiteral("unit"));
        grammar.maxUnitLength = static_cast<int>(one.integer(QStringLiteral("maxUnitLength"), 1, 64));
        grammar.sequenceDigits = static_cast<int>(one.integer(QStringLiteral("sequenceDigits"), 1, 8));
        grammar.basis = one.text(QStringLiteral("basis"));
        grammar.mark = one.text(QStringLiteral("mark"));
        for (const CodeGrammar &other : grammars) {
            if (other.id == grammar.id) {
                one.complain(QStringLiteral("id"), QStringLiteral("the grammar \"%1\" stands here twice").arg(grammar.id));
            }
        }
        one.done();
        grammars.append(grammar);
    });
    members.done();
    return grammars;
}

} // namespace motcua
