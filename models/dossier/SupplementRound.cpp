// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/SupplementRound.h"

#include <QDateTime>

namespace motcua {

QList<SupplementRound> supplementRounds(const QList<DossierEvent> &events)
{
    QList<SupplementRound> rounds;
    for (const DossierEvent &event : events) {
        if (event.clock == ClockEffect::SupplementRequested) {
            const QDateTime answerBy = QDateTime::fromString(event.what.value(u"answerBy").toString(), Qt::ISODate);
            rounds.append({event.entry, event.atMs, supplementFromJson(event.what.value(u"asked").toArray()), event.reason(),
                answerBy.isValid() ? answerBy.toMSecsSinceEpoch() : 0});
        } else if (event.clock == ClockEffect::SupplementReceived) {
            // Two desks may have asked at once; what the citizen brings answers both.
            for (SupplementRound &round : rounds) {
                if (round.isOpen()) {
                    round.answeredBy = event.entry;
                    round.answeredAtMs = event.atMs;
                    round.arrived = supplementFromJson(event.what.value(u"arrived").toArray());
                }
            }
        }
    }
    return rounds;
}

bool isIndexOverdue(const QList<SupplementRound> &rounds)
{
    return rounds.size() > 1;
}

} // namespace motcua
