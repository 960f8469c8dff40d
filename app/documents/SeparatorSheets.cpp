// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/SeparatorSheets.h"

#include "models/catalogue/Procedure.h"
#include "models/dossier/Digitised.h"
#include "models/scan/StackSort.h"

namespace motcua {

QList<SlipValues> separatorSheets(const Procedure &procedure, const QDateTime &moment, bool training)
{
    QList<SlipValues> sheets;
    const auto add = [&](const QString &paper, const QString &name) {
        SlipValues sheet;
        sheet.code = SeparatorCode{procedure.code, paper}.text();
        sheet.procedureCode = procedure.code;
        sheet.request = procedure.name;
        sheet.papers = {name};
        sheet.decidedAt = moment;
        sheet.training = training;
        sheets.append(sheet);
    };
    for (const RequiredPaper &paper : procedure.papers) {
        add(paper.id, paper.name);
    }
    if (!procedure.resultName().isEmpty()) {
        add(ResultPaper, procedure.resultName());
    }
    return sheets;
}

} // namespace motcua
