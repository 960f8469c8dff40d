// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/dossier/Act.h"
#include "models/ticket/Appointment.h"
#include "models/ticket/HallRules.h"
#include "models/ticket/HallWord.h"
#include "models/ticket/Shift.h"
#include "models/ticket/Ticket.h"
#include "models/ticket/TicketMessage.h"
#include "models/ticket/TicketPhone.h"

#include <QFuture>
#include <QMap>
#include <QObject>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace motcua {

/** Who stands where in the hall, as one desk sees it. */
struct HallView
{
    QList<Ticket> next = {}; ///< who waits and whom this desk serves, in the order in which they would be called
    QList<Ticket> elsewhere = {}; ///< who waits for groups or a desk that this desk does not serve, in the same order
    QList<Ticket> held = {}; ///< on hold, by any desk, longest first
    QList<Ticket> missed = {}; ///< called and not come
    QList<Ticket> atOthers = {}; ///< called or served by somebody else
    std::optional<Ticket> inHand = {}; ///< called or served by this person
    QMap<Id, QStringList> needs = {}; ///< by ticket: ids of HallRules, the priorities among them
    QMap<QString, QList<qint64>> servedMs = {}; ///< by letter of a group: how long the last ones were served, milliseconds
    QMap<QString, int> desks = {}; ///< by letter of a group: open desks that serve it
    bool usesTickets = false; ///< whether anybody draws numbers here at all
    std::optional<Shift> shift = {}; ///< of this person at this desk, while it is open
    qint64 aloneSinceMs = 0; ///< since when the hall that is shared cannot be reached, ms since 1970-01-01 UTC: nobody is in `next` but whom this desk alone may call; 0: it can
    QList<Shift> shifts = {}; ///< those of today that are open, of every desk
    HallWord word = {}; ///< what desks ask of whoever leads the hall, and what everybody is told
    QMap<Id, QString> phones = {}; ///< by ticket: of whoever gave one, until the end of the day
    bool asksPhones = false; ///< messages are sent here, so whoever draws a number may give a telephone
    QList<CallingDesk> calling = {}; ///< desks that call just now
    qint64 clockOffMs = 0; ///< the clock by which the tickets are is so far ahead of that of this machine
};

/** What a citizen at the kiosk or at reception asks for. */
struct TicketWish
{
    QString group = {}; ///< letter
    QStringList needs = {}; ///< ids of priorities and needs; known at the desks of this house until the end of the day
    std::optional<Appointment> appointment = {}; ///< they come because of it: it is kept by the number they get
    QString phone = {}; ///< as TicketPhone::of() gives it; kept as needs are. Empty: not told, and then that of the appointment counts where messages are sent

    /** That their reasons put them ahead when they come at `nowMs`; they do not add up. */
    [[nodiscard]] int aheadMinutes(const HallRules &rules, qint64 nowMs) const
    {
        return std::max(rules.aheadMinutes(needs), appointment ? rules.aheadMinutes(appointment->atMs, nowMs) : 0);
    }

    /** What is kept of them until the end of the day, as TicketPhone::linesOf() has it. `isSent`: messages are, so the telephone of an appointment is of use. */
    [[nodiscard]] QStringList keptLines(bool isSent) const { return TicketPhone::linesOf(needs, isSent && phone.isEmpty() && appointment ? TicketPhone::of(appointment->phone) : phone); }
};

/**
 * The waiting hall for one person at one desk.
 *
 * No two desks ever have the same citizen: a claim is decided where the tickets are kept. Errors of every verb: those of a store;
 * TicketTaken and TicketInHand with the number in the detail; Refused of an appointment that was kept or cancelled; HallClosed of whatever gives out a number or calls somebody while a notice closes the hall.
 */
class Hall : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual const HallRules &rules() const = 0;

    [[nodiscard]] virtual QFuture<Result<HallView>> look() = 0;

    /** A new ticket; Invalid for a group the rules do not know. */
    [[nodiscard]] virtual QFuture<Result<Ticket>> issue(const TicketWish &wish) = 0;

    /** Calls the first who waits for this desk; NobodyWaits. A claim that another desk won goes on to the next citizen. */
    [[nodiscard]] virtual QFuture<Result<Ticket>> callNext() = 0;

    /**
     * Takes a step of one ticket; `visit` is the turn it belongs to, null outside of one. `along` is recorded with the step or, where
     * the tickets are kept elsewhere, right after it.
     */
    [[nodiscard]] virtual QFuture<Result<Ticket>> step(const Id &ticket, const StepTicket &step, const Id &visit = {}, const QList<Act> &along = {}) = 0;

    /**
     * The ticket of today that bears this number, whatever became of it; NotFound. While the hall cannot be reached, whoever shows a number of which this desk has not
     * heard is believed, and the ticket is known from then on.
     */
    [[nodiscard]] virtual QFuture<Result<Ticket>> byNumber(const QString &number) = 0;

    /**
     * Takes on that `message` (ticketMessageName()) is told to whoever holds the ticket: true once in the whole hall, whichever desk asks, also after a start. It counts before anything
     * is sent, so whoever dies in between costs that message and never sends a second. False: somebody else has, or no telephone is known.
     */
    [[nodiscard]] virtual QFuture<Result<bool>> takeMessage(const Id &ticket, const QString &message) = 0;

    /** Ends what was left over from earlier days: nobody calls those numbers any more. How many there were. */
    [[nodiscard]] virtual QFuture<Result<int>> clearUp() = 0;

Q_SIGNALS:
    /** Something may look different now. */
    void changed();
};

} // namespace motcua
