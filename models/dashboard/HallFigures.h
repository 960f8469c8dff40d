// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket/Shift.h"
#include "models/ticket/Ticket.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace motcua {

/** One desk as whoever leads the centre sees it. */
struct DeskFigures
{
    QString desk = {}; ///< "organisation code/desk number"
    Id shift = {}; ///< that was opened there and is not closed; null for none
    Id person = {}; ///< null when nobody has been there today
    ShiftState state = ShiftState::Closed; ///< Closed also when nobody opened it
    bool isOpened = false; ///< a shift was opened there and is not closed; somebody may be served all the same
    qint64 untilMs = 0; ///< of a break: until when it was announced; 0 when nothing was said
    QString ticket = {}; ///< called or served there now; empty for none
    bool isCalled = false; ///< that ticket is not there yet
    qint64 sinceMs = 0; ///< from which that has lasted, milliseconds since 1970-01-01 UTC
    int served = 0; ///< tickets of the day that were served last there and are finished

    /** The desk's number, 0 when its name has none. */
    [[nodiscard]] int number() const;

    friend bool operator==(const DeskFigures &, const DeskFigures &) = default;
};

/** The waiting hall at one moment of a day, from its tickets and shifts. No citizen is in it, only numbers of tickets. */
struct HallFigures
{
    struct Group
    {
        QString letter = {};
        int waiting = 0;

        friend bool operator==(const Group &, const Group &) = default;
    };

    int waiting = 0;
    std::optional<int> hourAgo = {}; ///< who waited an hour before; none when no ticket of the day is that old
    QList<Group> groups = {}; ///< for which somebody waits, by letter
    QString longest = {}; ///< number of the ticket that has waited the longest; empty when nobody waits
    QString longestGroup = {}; ///< letter
    qint64 longestSinceMs = 0; ///< when it was issued
    QList<DeskFigures> desks = {}; ///< by number
    QStringList apart = {}; ///< numbers with which two desks did what only one could, while one of them was cut off; ascending

    /**
     * `tickets` are those issued on the day, `shifts` those opened on it or still open, `desks` those the centre has.
     *
     * Somebody's waiting is counted from the issue of their ticket, whatever came between.
     */
    [[nodiscard]] static HallFigures of(const QList<Ticket> &tickets, const QList<Shift> &shifts, const QStringList &desks, qint64 nowMs);

    friend bool operator==(const HallFigures &, const HallFigures &) = default;
};

/** Whether it waited at `atMs`. */
[[nodiscard]] bool waitedAt(const Ticket &ticket, qint64 atMs);

/** The desk at which a finished ticket was served last; empty when it was never served or is not finished. */
[[nodiscard]] QString servedAt(const Ticket &ticket);

} // namespace motcua
