// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket/Ticket.h"

#include <QMap>
#include <QStringList>

#include <optional>

namespace motcua {

struct HallRules;

/** What whoever gave a telephone is told of their ticket. */
enum class TicketMessageKind {
    Soon, ///< few are before them
    Called,
    HeldLong, ///< on hold for as long as the house keeps a place
};

/** The version of the setting that says where messages are sent, as this program writes and reads it. */
inline constexpr int MessageSettingVersion = 1;

/**
 * "soon", "called" or "held", as it is kept and sent; from the second time on that a ticket waits, is called or is on hold, with that: "called-2". So whoever
 * comes back is told once more, and nobody twice of the same. Whoever is asked to the desk again, or handed over to another officer, is not called anew.
 */
[[nodiscard]] QString ticketMessageName(TicketMessageKind kind, int occasion = 1);

/** A desk that calls just now. */
struct CallingDesk
{
    QString desk = {}; ///< "organisation code/desk number"
    QStringList serves = {}; ///< letters of groups; none: all

    /** Whether whoever waits with `ticket` is called there. */
    [[nodiscard]] bool calls(const Ticket &ticket) const
    {
        return ticket.forDesk.isEmpty() ? serves.isEmpty() || serves.contains(ticket.group) : ticket.forDesk == desk;
    }

    friend bool operator==(const CallingDesk &, const CallingDesk &) = default;
};

/** A sentence that is sent. */
struct TicketMessageText
{
    TicketMessageKind kind = TicketMessageKind::Soon;
    QString need = {}; ///< for whoever told this need (HallRules::needs); empty: for everybody else
    QString text = {}; ///< with {number}, and by kind {before}, {desk}, {minutes}

    friend bool operator==(const TicketMessageText &, const TicketMessageText &) = default;
};

/** What is sent to telephones, as part of the rules of a hall. */
struct TicketMessageRule
{
    static constexpr qsizetype LongestText = 300; ///< characters

    int before = 0; ///< 1 to 20: told when no more than so many are before them; 0: this house sends nothing
    int quietMinutes = 0; ///< 0 to 30: who drew their number less than so many minutes ago stands there still
    int holdMinutes = 1; ///< 1 to 480: told once they are on hold for so long
    int usefulSeconds = 10; ///< 10 to 600: a message that says where somebody is called is sent no later after the call
    QList<TicketMessageText> texts = {}; ///< one without a need for each kind
    QString mark = {}; ///< how certain it is

    friend bool operator==(const TicketMessageRule &, const TicketMessageRule &) = default;
};

/** One message that is due. */
struct DueTicketMessage
{
    Id ticket = {};
    TicketMessageKind kind = TicketMessageKind::Soon;
    int occasion = 1; ///< the ticket waits, is called or is on hold for so many times by now
    QString number = {};
    QString desk = {}; ///< its number, where they are called
    int before = 0; ///< so many wait before them where the fewest do
    int minutes = 0; ///< so long on hold
    qint64 untilMs = 0; ///< of no use after that, ms since 1970-01-01 UTC

    friend bool operator==(const DueTicketMessage &, const DueTicketMessage &) = default;
};

/**
 * The lines in which `waiting` stand, each in the order in which it is called: one of each desk, or of those that call the same. Who waits for what no desk
 * calls just now stands in none; where there is no desk at all, each group is a line. Pure.
 */
[[nodiscard]] QList<QList<Ticket>> ticketLines(const QList<Ticket> &waiting, const QList<CallingDesk> &desks);

/** The name of the message that tells how it stands with `ticket` just now; null where none does. Whether it is due is not asked. */
[[nodiscard]] QString ticketMessageNow(const Ticket &ticket);

/**
 * What is to be told at `nowMs` of the tickets in `phones`; of each ticket one thing at a time, who is called first. Whether it was told before is not asked
 * here. `lines`: those who wait, as ticketLines() gives them; who stands in several is called by the one in which the fewest are before them. `others`: whoever
 * does not wait. `nowMs` is of the clock by which the tickets are. Pure.
 */
[[nodiscard]] QList<DueTicketMessage> dueTicketMessages(
    const HallRules &rules, const QList<QList<Ticket>> &lines, const QList<Ticket> &others, const QMap<Id, QString> &phones, qint64 nowMs);

/** What is sent, in Vietnamese: the sentence for one of these needs, else the one for everybody. It names nobody. */
[[nodiscard]] QString ticketMessageText(const HallRules &rules, const DueTicketMessage &due, const QStringList &needs);

} // namespace motcua
