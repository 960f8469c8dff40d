// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/RecognisedCode.h"

#include "models/catalogue/Catalogue.h"

namespace motcua {

namespace {

constexpr qsizetype LongestCode = 64;

RecognisedCode::Kind kindOf(const CodePattern &pattern)
{
    switch (pattern.kind) {
    case CodePattern::Kind::Procedure:
        return RecognisedCode::Kind::Procedure;
    case CodePattern::Kind::LocalProcedure:
        return RecognisedCode::Kind::LocalProcedure;
    case CodePattern::Kind::Result:
        return RecognisedCode::Kind::Result;
    case CodePattern::Kind::OrganisationLevelOne:
        return RecognisedCode::Kind::OrganisationLevelOne;
    case CodePattern::Kind::Organisation:
        break;
    }
    return RecognisedCode::Kind::Organisation;
}

} // namespace

std::optional<RecognisedCode> RecognisedCode::of(const Catalogue &catalogue, const QString &text)
{
    const QString code = typedCode(text);
    if (code.isEmpty() || code.size() > LongestCode) {
        return {};
    }
    if (const Result<DossierCode> dossier = DossierCode::parse(catalogue.codeGrammars(), code)) {
        return RecognisedCode{.kind = Kind::Dossier, .code = code, .dossier = *dossier};
    }
    for (const CodePattern::Standing standing : {CodePattern::Standing::Usual, CodePattern::Standing::Deviant}) {
        for (const CodePattern &pattern : catalogue.codePatterns()) {
            if (pattern.standing == standing && pattern.takes(code)) {
                return RecognisedCode{
                    .kind = kindOf(pattern), .code = code, .pattern = pattern.id, .deviant = standing == CodePattern::Standing::Deviant};
            }
        }
    }
    return {};
}

} // namespace motcua
