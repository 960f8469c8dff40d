// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/JournalLaw.h"

#include "models/dossier/Correction.h"
#include "models/dossier/Dispute.h"

namespace motcua {

storage::JournalRules journalRules(const Lawbook &law)
{
    const auto asked = [catalogue = law.catalogue](const QString &procedure, const QString &edition) {
        const Result<Procedure> pinned = catalogue.edition(procedure, edition);
        return pinned ? answerIds(pinned->form()) : QStringList();
    };
    const auto money = [catalogue = law.catalogue](const QString &procedure, const QString &edition) {
        const Result<Procedure> pinned = catalogue.edition(procedure, edition);
        return pinned ? moneyAnswers(pinned->form(), pinned->fees) : QStringList();
    };
    return {.table = law.transitions,
        .roles = law.roles,
        .grammars = law.catalogue.codeGrammars(),
        .calendar = law.catalogue.calendar(),
        .formFields = asked,
        .moneyAnswers = money};
}

} // namespace motcua
