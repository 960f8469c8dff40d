// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket/Shift.h"
#include "models/ticket/Ticket.h"

#include <QDate>
#include <QList>
#include <QMap>
#include <QString>

namespace motcua {

/** How long something took, of several times; each of them in milliseconds. */
struct Spread
{
    int count = 0;
    qint64 medianMs = 0; ///< the middle one, of an even number the shorter of the two
    qint64 nineTenthsMs = 0; ///< so many were no longer (nearest rank)
    qint64 longestMs = 0;
    qint64 totalMs = 0;

    [[nodiscard]] static Spread of(QList<qint64> lengths);

    friend bool operator==(const Spread &, const Spread &) = default;
};

/**
 * How a hall worked on one day: what its tickets and shifts took, by group, hour, desk and officer. All of it comes from their intervals, and only from those
 * that are over; nobody who was served is in it.
 */
struct HallDay
{
    enum class By { Group, Hour, Desk, Officer };

    struct Line
    {
        QString key = {}; ///< letter of a group; hour of the day, "08"; "organisation code/desk number"; id of an officer
        int drawn = 0; ///< tickets, by group and hour of their issue; 0 of desks and officers, who draw none
        int served = 0; ///< turns that were served and are over
        int missed = 0; ///< calls to which nobody came
        Spread wait = {}; ///< from the issue to the first call, without the time on hold; by group and hour of the issue, by who called first
        Spread walk = {}; ///< from the call to the desk, by who called
        Spread serve = {}; ///< by group, by hour of its beginning, by who served
        Spread hold = {}; ///< by group, by hour of its beginning, by who put them on hold
        qint64 openMs = 0; ///< of desks and officers: serving time of their shifts, up to now of one that is open
        qint64 breakMs = 0;
        qint64 backOfficeMs = 0;

        /** Calls to which nobody came, of all that ended, in tenths of a percent; −1 where nobody was called. */
        [[nodiscard]] int missedPermille() const;

        friend bool operator==(const Line &, const Line &) = default;
    };

    QDate day = {};
    Line whole = {};
    QMap<By, QList<Line>> lines = {}; ///< ascending by key; desks by their number

    /** `tickets` are those issued on `day` and `shifts` those opened on it. */
    [[nodiscard]] static HallDay of(QDate day, const QList<Ticket> &tickets, const QList<Shift> &shifts, qint64 nowMs);

    friend bool operator==(const HallDay &, const HallDay &) = default;
};

} // namespace motcua
