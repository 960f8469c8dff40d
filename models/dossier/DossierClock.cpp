// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/DossierClock.h"

#include "models/base/VietnamTime.h"
#include "models/calendar/Deadline.h"
#include "models/calendar/WorkingCalendar.h"
#include "models/dossier/DossierTerms.h"

#include <algorithm>
#include <optional>

namespace motcua {

namespace {

std::optional<ClockEvent::Kind> kindOf(ClockEffect effect)
{
    switch (effect) {
    case ClockEffect::None:
    case ClockEffect::Start: // where counting begins, see countedFromMs()
    case ClockEffect::CompetentReceived:
        return {};
    case ClockEffect::SupplementRequested:
        return ClockEvent::Kind::SupplementRequested;
    case ClockEffect::SupplementReceived:
        return ClockEvent::Kind::SupplementReceived;
    case ClockEffect::ExternalAsked:
        return ClockEvent::Kind::ExternalAsked;
    case ClockEffect::ExternalAnswered:
        return ClockEvent::Kind::ExternalAnswered;
    case ClockEffect::Extended:
        return ClockEvent::Kind::Extended;
    case ClockEffect::PaymentRequested:
        return ClockEvent::Kind::PaymentRequested;
    case ClockEffect::PaymentReceived:
        return ClockEvent::Kind::PaymentReceived;
    case ClockEffect::Stop:
    case ClockEffect::Finished:
        return ClockEvent::Kind::Finished;
    }
    return {};
}

} // namespace

namespace {

QList<DossierEvent> inOrder(QList<DossierEvent> events)
{
    std::stable_sort(events.begin(), events.end(), [](const DossierEvent &a, const DossierEvent &b) { return a.atMs < b.atMs; });
    return events;
}

} // namespace

qint64 countedFromMs(const Dossier &dossier)
{
    if (dossier.crossesBoundary()) {
        const QList<DossierEvent> events = inOrder(dossier.events);
        const auto there = std::find_if(
            events.cbegin(), events.cend(), [](const DossierEvent &event) { return event.clock == ClockEffect::CompetentReceived; });
        if (there != events.cend()) {
            return there->atMs;
        }
    }
    return dossier.receivedAtMs;
}

QList<ClockEvent> clockEvents(const Dossier &dossier)
{
    const QList<DossierEvent> events = inOrder(dossier.events);
    const qint64 begun = dossier.crossesBoundary() ? countedFromMs(dossier) : 0;
    QList<ClockEvent> clock;
    QStringList away; // bodies that have not answered
    for (const DossierEvent &event : events) {
        const auto kind = kindOf(event.clock);
        // An extension without its date, which decide() refuses and another program may have written, extends to nowhere.
        if (!kind || (*kind == ClockEvent::Kind::Extended && event.dueAtMs() == 0)) {
            continue;
        }
        if (event.clock == ClockEffect::ExternalAsked || event.clock == ClockEffect::ExternalAnswered) {
            const bool wasAway = !away.isEmpty();
            event.note(away);
            if (wasAway == !away.isEmpty()) {
                continue;
            }
        }
        // What was asked before the time began holds it from its beginning on.
        clock.append({*kind, vietnamTime(std::max(event.atMs, begun)), event.dueAtMs() == 0 ? QDateTime() : vietnamTime(event.dueAtMs())});
        if (*kind == ClockEvent::Kind::Finished) {
            break;
        }
    }
    return clock;
}

Result<DueDates> dueDates(const Dossier &dossier, const WorkingCalendar &calendar)
{
    const std::optional<DossierTerms> terms = DossierTerms::fromJson(dossier.acceptance.value(u"terms").toObject());
    if (!terms || dossier.receivedAtMs == 0) {
        return Error{ErrorCode::NotFound, QStringLiteral("the terms of the dossier")};
    }
    const QString desk = QStringLiteral("%1/%2").arg(dossier.unit).arg(dossier.acceptance.value(u"desk").toInt());
    const WorkingCalendar hours = calendar.forDesk(desk);
    const qint64 begun = countedFromMs(dossier);
    Result<DueDates> dates = dueDates(terms->limit, terms->clock, vietnamTime(begun), clockEvents(dossier), hours);
    if (dates && begun != dossier.receivedAtMs) {
        // What was promised at the receipt stays what it was, wherever the time began.
        const Result<Promise> first = promised(terms->limit, vietnamTime(dossier.receivedAtMs), hours);
        if (!first) {
            return first.error();
        }
        dates->original = first->dueAt;
    }
    return dates;
}

} // namespace motcua
