// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/JournalLaw.h"

#include "models/dossier/Correction.h"
#include "models/dossier/Dispute.h"

#include <QFile>

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

Result<journal::SharePolicy> sharePolicyIn(const QString &resources)
{
    QFile file(resources + QStringLiteral("/journal/kinds.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::FileUnreadable, QStringLiteral("journal/kinds.json: ") + file.errorString()};
    }
    return journal::SharePolicy::fromJson(file.readAll());
}

} // namespace motcua
