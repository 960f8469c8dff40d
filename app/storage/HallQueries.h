// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket/Shift.h"
#include "models/ticket/Ticket.h"

#include <QDate>
#include <QList>
#include <QMap>
#include <QStringList>

#include <optional>

/** Questions about the waiting hall, for Store::ask(). Days are those of Vietnam. */
namespace motcua::storage {

class Connection;

/** The hall as it stands: every ticket whose turn is not over, by rank, and what served ones took. */
struct HallNow
{
    static constexpr int MostServed = 30; ///< of each group, the latest

    struct Hall
    {
        QList<Ticket> live = {}; ///< issued on `day`, in the order in which they would be called
        QMap<QString, QList<qint64>> servedMs = {}; ///< by letter of the group: how long the last ones were served, milliseconds
        QMap<Id, QStringList> needs = {}; ///< by ticket: ids of HallRules, and a telephone as TicketPhone::linesOf() has it
        QList<Shift> shifts = {}; ///< open ones, of any day
        bool usesTickets = false; ///< some were issued in the last 30 days
    };
    using Answer = Hall;
    QDate day = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/**
 * A change, for Store::keep(): a message is taken on that is to be told to whoever holds `ticket`. True for the first who asks, of all programs of the store;
 * false for everybody after them, also after a start, and where no telephone is kept. What says so is kept and erased with the telephone.
 */
struct TakeTicketMessage
{
    using Answer = bool;
    Id ticket = {};
    QString message = {}; ///< ticketMessageName()

    [[nodiscard]] Answer run(Connection &connection) const;
};

/**
 * A change, for Store::keep(): what a desk must know of whoever holds tickets that others gave out on `day`, as Store::keepNeeds() keeps it. Of a ticket of which
 * something is kept already, that stays. True.
 */
struct KeepNeedsOfOthers
{
    using Answer = bool;
    QMap<Id, QStringList> needs = {};
    QDate day = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

struct TicketById
{
    using Answer = std::optional<Ticket>;
    Id id = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** Tickets issued before `day` whose turn nobody has ended. */
struct StaleTickets
{
    using Answer = QList<Ticket>;
    QDate day = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** The ticket of `day` with exactly this number, letters in either case; the last one issued where there are several. */
struct TicketByNumber
{
    using Answer = std::optional<Ticket>;
    QDate day = {};
    QString number = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** Which of these entries are in no log here, in the order given. */
struct EntriesMissing
{
    using Answer = QList<Id>;
    QList<Id> ids = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** Every shift opened on `day`, the earliest first. */
struct ShiftsOfDay
{
    using Answer = QList<Shift>;
    QDate day = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

} // namespace motcua::storage
