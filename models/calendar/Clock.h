// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/ClockEvent.h"
#include "models/calendar/ClockRule.h"
#include "models/calendar/Deadline.h"

#include <QList>

namespace motcua {

/** The three dates of a dossier. */
struct DueDates
{
    QDateTime original = {}; ///< the promise at receipt: never moved, what an officer's score is measured by

    /**
     * What the law holds the office to now: moved by the clock's policy and once by an extension. Null while the clock stands and the
     * answer will move it: then the date is not known before the answer is there. Known although the clock stands when it had passed
     * before the clock was stopped.
     */
    QDateTime legal = {};

    /**
     * What index 2.1 measures by: the original date moved by the time of supplementing, whatever the policy, never by an extension, a
     * restart or another body. Null while a request is unanswered, as `legal`.
     */
    QDateTime index = {};

    bool provisional = false; ///< a day between receipt and the latest of the dates is in a year not published yet
    bool running = true; ///< the clock of `legal` runs; not while it stands, not after the end
    QDateTime standsSince = {}; ///< while it stands; else null
    bool indexOverdue = false; ///< more requests for supplements than index 2.1 allows: overdue whatever `index` says
    QString rule = {}; ///< the promise's rule and what moved `legal`, in order, each once: "workingDays+suspend+extended"

    friend bool operator==(const DueDates &, const DueDates &) = default;
};

/**
 * The dates of a dossier complete at `receivedAt` after `events`.
 *
 * Events are taken in the order of their times, those of one moment in the order given. Left alone are: one told twice (alike in
 * everything), one before the receipt or after the end, an answer to nothing, a second request while one is unanswered (it counts as a
 * request all the same), and an extension beyond ServiceLimits::mostExtensions or to a date that is not later than the legal one. The end
 * answers whatever is still open. What a procedure's policy does not name moves nothing but the index.
 *
 * A policy at work:
 * - Suspend: Term::paused() from the request to the answer; nothing when the date had passed before the request.
 * - Restart: the limit counted from the answer, but never earlier than Suspend would give. A date that had passed begins anew too; the
 *   index still tells.
 * - FixedExtension: once, at the first request, unless the date had passed by then.
 * - ExcludeExternal: Suspend between asking and answering; supplements as ClockRule::supplement says.
 * Pauses that overlap are one. An uninterrupted limit in months and a same-day limit are never paused to later than a new one would end.
 * An extension given while the clock stands is the date from which the rest of the standing moves on.
 *
 * Errors as promised(); Invalid too for an event without a time, an extension without a date and a rule that is none.
 */
[[nodiscard]] Result<DueDates> dueDates(const Limit &limit, const ClockRule &rule, const QDateTime &receivedAt,
    const QList<ClockEvent> &events, const WorkingCalendar &calendar);

} // namespace motcua
