// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/InventedAnswers.h"
#include "tests/app/workflows/TrainingDesk.h"

#include <QSignalSpy>

namespace motcua {

/** A birth is filed of which mother and father are named, the father as `father`; the dossier, null when it was not accepted. */
inline Id inventedBirth(const Workplace &place, SlipDesk *slips, const QString &father)
{
    FileDossier filing(place, slips);
    if (!filing.choose(QStringLiteral("1.001193"))) {
        return {};
    }
    const QDate today = vietnamTime(QDateTime::currentMSecsSinceEpoch()).date();
    const FormDraft invented = training::InventedAnswers(filing.procedure(), training::People(1), 3, today).form();
    for (auto answer = invented.values().cbegin(); answer != invented.values().cend(); ++answer) {
        filing.answer(answer.key(), answer.value());
    }
    filing.answer(QStringLiteral("father.name"), FieldValue::given(father));
    TrainingDesk::seePapers(filing);
    QSignalSpy accepted(&filing, &FileDossier::dossierAccepted);
    filing.accept();
    return !accepted.isEmpty() || accepted.wait() ? filing.accepted()->id : Id();
}

} // namespace motcua
