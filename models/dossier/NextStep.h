// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Money.h"
#include "models/calendar/WorkingCalendar.h"
#include "models/dossier/Dossier.h"
#include "models/dossier/PaperSet.h"
#include "models/dossier/StatusTable.h"
#include "models/staff/Staff.h"

namespace motcua {

/** A step that may follow for a dossier, and what stands against it before anything was said. */
struct NextStep
{
    StatusStep step = {};
    /** The guards that do not hold, in the order of the table: some are met by what is said with the step, see GuardCheck. */
    QList<Guard> unmet = {};
    /** A supervisor has to answer for it: a guard says so, or the person may take it under supervision only. */
    bool needsApprover = false;
    /** The promise it leads to when its author names none, milliseconds since 1970-01-01 UTC; 0: it stays. */
    qint64 dueAtMs = 0;

    /** A guard that is not soft and that nothing said with the step can meet: too late, taken before. */
    [[nodiscard]] std::optional<Guard> hindrance() const;
    /** Soft guards that do not hold and that nothing said with the step can meet: they want a reason. */
    [[nodiscard]] QList<Guard> wantReason() const;

    friend bool operator==(const NextStep &, const NextStep &) = default;
};

/**
 * What `person` may do with the dossier now, in the order of the table; nothing while its status is in conflict, or it is purged.
 *
 * Steps that come with an acceptance or with turning somebody away are not among them: they begin at the papers.
 */
[[nodiscard]] QList<NextStep> nextSteps(
    const Dossier &dossier, const StatusTable &table, const Staff &staff, const Id &person, const WorkingCalendar &calendar, qint64 nowMs);

/** One step of these, as nextSteps() would tell it; for turning away `dossier` may be one that has not begun. */
[[nodiscard]] NextStep nextStep(const StatusStep &step, const Dossier &dossier, const StatusTable &table, const Staff &staff, const Id &person,
    const WorkingCalendar &calendar, qint64 nowMs);

/** A slip of form 01 was issued for it. */
[[nodiscard]] bool hasReceipt(const Dossier &dossier, const StatusTable &table);

/**
 * The promise a step leads to when its author names none: what the law makes of the time away, where it ends later than what was promised
 * before (RESTART: NĐ 61/2018 Đ.19.4). `atMs` is when the step counts. 0 when the promise stays, or cannot be counted.
 */
[[nodiscard]] qint64 promiseAfter(const StatusStep &step, const Dossier &dossier, const WorkingCalendar &calendar, qint64 atMs);

/** What was paid for it as a whole, by way of the portal: no fee of a desk is named with it, since there was none when it was paid. */
[[nodiscard]] Money paidOnline(const Dossier &dossier);

/** What is left to pay of the price known at the acceptance; nothing where nobody knew it or all was taken or paid online. */
[[nodiscard]] Money feeDue(const Dossier &dossier);

/** The originals that were kept at the acceptance and have not gone back with a step since: by paper, with how many. */
[[nodiscard]] QList<Paper> originalsHeld(const Dossier &dossier);

} // namespace motcua
