// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QDateTime>
#include <QString>
#include <QTime>

namespace motcua {

class WorkingCalendar;

/** By when papers that were accepted unscanned are to be scanned: the earliest of what is named, nothing without one. */
struct ScanLater
{
    bool byTransfer = false; ///< before they are on their way to who decides
    bool byClosing = false; ///< before office hours end on the day of receipt

    friend bool operator==(const ScanLater &, const ScanLater &) = default;
};

/** An index that others count a centre by, as far as the dashboard tells it; without an id there is none. */
struct CountedIndex
{
    QString id = {}; ///< "4.2"
    int fullPercent = 0; ///< the share from which it scores in full
    QString basis = {};
    QString mark = {};

    friend bool operator==(const CountedIndex &, const CountedIndex &) = default;
};

/**
 * What the one-stop process itself must keep to, whatever the procedure; a limit that the data does not state is not there. What a step
 * must keep to, such as the three days in which a supplement may be asked for, is a guard of that step.
 */
struct ServiceLimits
{
    QTime transferCutOff = {}; ///< papers received strictly later are handed on at the start of the next working day
    int mostExtensions = 1; ///< of one dossier: how often its promise may be moved by form 04
    int mostRequests = 1; ///< of one dossier: with more requests for supplements it is overdue in index 2.1
    ScanLater scanLater = {};
    CountedIndex digitised = {}; ///< the share of dossiers that are digitised (isDigitised())
    CountedIndex reusing = {}; ///< the share of dossiers with a paper that was filed before (reusesPaper())

    friend bool operator==(const ServiceLimits &, const ServiceLimits &) = default;
};

/**
 * By when papers received at the counter must be on their way to who decides (NĐ 118/2025 Đ.18.2 as amended by NĐ 309/2026).
 *
 * The end of office hours of the same working day; received after the cut-off, after closing or on a day that is no working day, the
 * opening of the next working day. NotFound when the data states no cut-off; CalendarMissing; Invalid without a time.
 */
[[nodiscard]] Result<QDateTime> transferDue(const QDateTime &receivedAt, const WorkingCalendar &calendar);

/**
 * By when papers received at the counter and not scanned there must be scanned: the earliest of what ScanLater names. Where office hours are over already only the
 * transfer counts.
 *
 * NotFound when the data names nothing that applies; CalendarMissing; Invalid without a time.
 */
[[nodiscard]] Result<QDateTime> scanDue(const QDateTime &receivedAt, const WorkingCalendar &calendar);

} // namespace motcua
