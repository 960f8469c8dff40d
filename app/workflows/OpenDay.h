// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Workplace.h"
#include "models/calendar/OfficeHours.h"
#include "models/ticket/Shift.h"

#include <QFuture>

#include <optional>

namespace motcua {

/** A procedure that follows another edition from today on. */
struct NewRule
{
    QString code = {};
    QString name = {}; ///< Vietnamese
    QString nameEn = {};

    friend bool operator==(const NewRule &, const NewRule &) = default;
};

/** What whoever opens a desk should know of the day. Days and hours are those of Vietnam. */
struct DayFacts
{
    QDate day = {};
    bool isOpen = false; ///< this desk works today; true where the calendar does not reach
    bool isProvisional = false; ///< the year's calendar is not published yet
    QString dayName = {}; ///< of a day off or made up
    QList<OfficeSession> sessions = {}; ///< when this desk is open
    QDate nextDay = {}; ///< the next day on which it is; null when that is not known
    QStringList offDays = {}; ///< names of the days off before it that are no weekend
    QList<NewRule> newRules = {};
    int numbersLeft = 0; ///< of this desk's range for today
    int numbersADay = 0; ///< that it used on its busiest day of the last 30
    int drafts = 0; ///< of this person
    qint64 dueToday = 0; ///< open dossiers promised for today or earlier, at most 10,000 counted
    qint64 overdue = 0; ///< those of them promised for an earlier day
    qint64 dueNext = 0; ///< promised for the next day on which the desk is open
    qint64 certificateUntilMs = 0; ///< of this desk at the portal, ms since 1970-01-01 UTC, from 30 days before its end; 0: nothing to be told
    std::optional<Shift> shift = {}; ///< this person's at this desk, if it is open since today
    bool wasOpened = false; ///< today already, even if it was closed since

    friend bool operator==(const DayFacts &, const DayFacts &) = default;
};

/**
 * A person opens their desk in the morning, goes on a break, comes back and closes it.
 *
 * All answers come from the thread pool; nothing here holds the GUI thread up.
 */
class OpenDay
{
public:
    explicit OpenDay(const Workplace &place)
        : m_place(place)
    {
    }

    /** What is to be known, at `nowMs` (milliseconds since 1970-01-01 UTC). */
    [[nodiscard]] QFuture<Result<DayFacts>> look(qint64 nowMs) const;

    /** Opens the desk with so much money in the drawer; a shift forgotten on an earlier day is closed with it. Refused when it is open. */
    [[nodiscard]] QFuture<Result<Shift>> open(Money cash, qint64 nowMs) const;

    /**
     * A break, the back office, serving again, or the end of the day; a desk nobody opened yet is opened first. Refused: it is so already.
     *
     * `along` is recorded with it, or nothing is.
     */
    [[nodiscard]] QFuture<Result<Shift>> step(ShiftState to, qint64 untilMs, qint64 nowMs, const QList<Act> &along = {}) const;

    /** This person's shift of today ends with `what`, and a shift of the one who takes over is opened where none is; all of it or nothing. */
    [[nodiscard]] QFuture<Result<Shift>> handOver(const HandOverShift &what, const QList<Act> &along, qint64 nowMs) const;

private:
    Workplace m_place;
};

} // namespace motcua
