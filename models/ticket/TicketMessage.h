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

/** "soon", "called" or "held", as it is kept and sent. */
[[nodiscard]] QString ticketMessageName(TicketMessageKind kind);

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
    QString number = {};
    QString desk = {}; ///< its number, where they are called
    int before = 0; ///< so many wait before them
    int minutes = 0; ///< so long on hold
    qint64 untilMs = 0; ///< of no use after that, ms since 1970-01-01 UTC

    friend bool operator==(const DueTicketMessage &, const DueTicketMessage &) = default;
};

/**
 * What is to be told at `nowMs` of the tickets in `phones`; of each ticket one thing at a time, who is called first. Whether it was told before is not asked
 * here. `lines`: those who wait, each in the order in which they are called, so that whoever stands first in one has nobody before them. `others`: whoever
 * does not wait. Pure.
 */
[[nodiscard]] QList<DueTicketMessage> dueTicketMessages(
    const HallRules &rules, const QList<QList<Ticket>> &lines, const QList<Ticket> &others, const QMap<Id, QString> &phones, qint64 nowMs);

/** What is sent, in Vietnamese: the sentence for one of these needs, else the one for everybody. It names nobody. */
[[nodiscard]] QString ticketMessageText(const HallRules &rules, const DueTicketMessage &due, const QStringList &needs);

} // namespace motcua
