// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/Outcome.h"

#include "models/base/VietnamTime.h"
#include "models/dossier/DossierClock.h"
#include "models/dossier/DossierTerms.h"

namespace motcua {

namespace {

/** A limit in days ends with its day, one in hours at its moment. */
bool endsAtItsMoment(const Dossier &dossier)
{
    const auto terms = DossierTerms::fromJson(dossier.acceptance.value(u"terms").toObject());
    return terms && (terms->limit.kind == Limit::Kind::WorkingHours || terms->limit.kind == Limit::Kind::WorkingMinutes);
}

QDateTime legalDate(const Dossier &dossier, const WorkingCalendar &calendar)
{
    const Result<DueDates> dates = dueDates(dossier, calendar);
    if (dates && dates->legal.isValid()) {
        return dates->legal;
    }
    const qint64 promised = dossier.dueAtMs();
    return promised == 0 ? QDateTime() : vietnamTime(promised);
}

} // namespace

qint64 finishedAtMs(const Dossier &dossier)
{
    if (dossier.receivedAtMs == 0) {
        return 0;
    }
    const QList<ClockEvent> events = clockEvents(dossier);
    const bool hasEnded = !events.isEmpty() && events.constLast().kind == ClockEvent::Kind::Finished;
    return hasEnded ? events.constLast().at.toMSecsSinceEpoch() : 0;
}

Outcome outcomeOf(const Dossier &dossier, const WorkingCalendar &calendar)
{
    const qint64 endedAt = finishedAtMs(dossier);
    if (endedAt == 0 || dossier.isCancelled()) {
        return Outcome::None;
    }
    const QDateTime due = legalDate(dossier, calendar);
    if (!due.isValid()) {
        return Outcome::None;
    }
    const QDateTime ended = vietnamTime(endedAt);
    if (ended.date() < due.date()) {
        return Outcome::Early;
    }
    const bool isLate = endsAtItsMoment(dossier) ? ended > due : ended.date() > due.date();
    return isLate ? Outcome::Late : Outcome::OnTime;
}

} // namespace motcua
