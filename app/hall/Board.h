// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hall/Hall.h"
#include "models/calendar/WorkingCalendar.h"
#include "models/ticket/BoardPlan.h"
#include "models/ticket/ExpectedWait.h"

#include <QChar>
#include <QTime>

#include <optional>

namespace motcua {

/** The number on a ticket, and nothing else: there is no room in it for a name or for a number of a person. */
struct BoardNumber
{
    static constexpr int Most = 99'999;

    QChar letter = {}; ///< A to Z
    int count = 0; ///< 1 to Most
    int mark = 0; ///< of the desk that gave it out alone, 1 to 999; 0: the hall did

    /** None for anything but a letter, the mark of a desk if there is one, and a count. */
    [[nodiscard]] static std::optional<BoardNumber> read(const QString &number);
    /** "A013", "A03-01" */
    [[nodiscard]] QString shown() const;

    friend bool operator==(const BoardNumber &, const BoardNumber &) = default;
};

/** Somebody was asked to a desk. */
struct BoardCall
{
    BoardNumber number = {};
    QChar group = {}; ///< under which it is looked for: the letter on the ticket, or where it waited last when the board does not show that one
    int desk = 0; ///< 1 and more; 0: not known
    qint64 calledMs = 0; ///< milliseconds since 1970-01-01 UTC, the first time
    qint64 lastMs = 0; ///< likewise the last time, as far as the board saw it
    int times = 0; ///< in a row
    bool isHere = false; ///< they came, and are being served

    friend bool operator==(const BoardCall &, const BoardCall &) = default;
};

/** A service group and who waits for it. */
struct BoardGroup
{
    QChar letter = {};
    int waiting = 0;
    std::optional<WaitRange> wait = {}; ///< of somebody who comes now

    friend bool operator==(const BoardGroup &, const BoardGroup &) = default;
};

/** A desk that calls nobody for a while. */
struct BoardBreak
{
    int desk = 0;
    qint64 untilMs = 0; ///< as announced; 0 when nothing was, and when that is over

    friend bool operator==(const BoardBreak &, const BoardBreak &) = default;
};

/** When the house is open. */
struct BoardDay
{
    QDate day = {};
    bool isKnown = false; ///< whether the calendar says anything of it
    QList<OfficeSession> hours = {}; ///< none: closed
    bool closedTomorrow = false;
    QString tomorrow = {}; ///< what day that is, when it has a name

    [[nodiscard]] static BoardDay of(const WorkingCalendar &calendar, QDate day);

    friend bool operator==(const BoardDay &, const BoardDay &) = default;
};

/** The house whose board it is. */
struct BoardPlace
{
    QString unitName = {};
    bool isTraining = false;
    HallRules rules = {};
};

/** What everybody in the hall may see of it: numbers, desks and times, and what the house tells. Nobody is named in it. */
struct Board
{
    QList<BoardCall> calls = {}; ///< of who is asked to a desk or served there, the latest first
    QList<BoardGroup> groups = {}; ///< that this board shows, in the order of the rules
    QList<QList<BoardNumber>> lines = {}; ///< who waits, in the order of calling; who stands in one line waits for nobody of another
    QList<BoardNumber> missed = {}; ///< called and not come, the latest first
    QList<BoardNumber> held = {}; ///< away for something, and called again without queueing
    QList<BoardBreak> breaks = {}; ///< by the number of the desk
    QList<BoardNotice> notices = {}; ///< of today: what was just told before what stands in the file
    std::optional<BoardNotice> closing = {}; ///< why nobody is called for now, one of the notices; none: the hall is open
    BoardDay day = {};
    QTime lastTicket = {}; ///< until when tickets are drawn; null when nothing is told of it
    bool isLive = false;
    qint64 atMs = 0; ///< the hall as it stood then, milliseconds since 1970-01-01 UTC; 0: never looked at

    /** The board of a hall; `before` is the board as it was, from which it knows that somebody is being called once more; an empty one, that nothing was known. */
    [[nodiscard]] static Board of(
        const HallView &view, const HallRules &rules, const BoardPlan &plan, const BoardDay &day, qint64 nowMs, const Board &before);

    /** The same numbers, told to be those of `atMs`. */
    [[nodiscard]] Board stale() const;

    /** Whether it tells the same, whenever it was looked at. */
    [[nodiscard]] bool tellsAs(const Board &other) const;

    /** Who was called since `before`, or called again, and is not there yet; nobody while nothing was known before. */
    [[nodiscard]] QList<BoardNumber> calledSince(const Board &before) const;

    friend bool operator==(const Board &, const Board &) = default;
};

} // namespace motcua
