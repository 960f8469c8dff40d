// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Entry.h"
#include "models/ticket/TicketStep.h"

#include <QJsonObject>
#include <QList>

namespace motcua {

/** A stretch of time in which nothing happened to a ticket. */
struct TicketInterval
{
    TicketState state = TicketState::Waiting;
    QString group = {}; ///< letter of the service group it waited or was served for
    qint64 fromMs = 0; ///< milliseconds since 1970-01-01 UTC
    qint64 untilMs = 0; ///< never before fromMs; 0 while it goes on
    Id person = {}; ///< who called, served or put it on hold; null while it waits
    QString desk = {}; ///< where: "organisation code/desk number"; empty while it waits
    QString place = {}; ///< on hold: where the citizen is, an id of HallRules::holdPlaces

    friend bool operator==(const TicketInterval &, const TicketInterval &) = default;
};

/**
 * A citizen's turn in the hall, as its entries tell it. Nothing in it says who the citizen is.
 *
 * Always loads; the same set of entries tells the same in any order and however often repeated. Of two steps that two desks took without
 * knowing of each other the first in causal order holds, and the other only if it can still be taken after it.
 */
struct Ticket
{
    static constexpr int MaxAheadMinutes = 240;

    Id id = {};
    QString number = {}; ///< "A013": the letter of the group it was issued for and the count of the day
    QString group = {}; ///< letter of the service group it is for now
    QString forDesk = {}; ///< "organisation code/desk number" when only that desk calls it
    qint64 issuedAtMs = 0; ///< milliseconds since 1970-01-01 UTC; waiting is counted from here, whatever came between
    int aheadMinutes = 0; ///< of waiting that its priority gives it
    TicketState state = TicketState::Waiting;
    int calls = 0; ///< in a row, of the last time it was called
    QList<TicketInterval> intervals = {}; ///< in time, without a gap but after an end; the last one goes on unless the ticket is finished
    QString reason = {}; ///< of the last hold, transfer or end
    int turn = 0; ///< of the last step that a hall of several stores decided; 0 without one
    int refusedSteps = 0; ///< steps that could not be taken any more when their turn came
    bool fromNewerProgram = false;
    QList<journal::EntryKey> heads = {}; ///< ascending: the basis of the next entry

    /** Some entry issued it. */
    [[nodiscard]] bool isKnown() const { return issuedAtMs != 0; }
    /** The interval that goes on, or the last one. */
    [[nodiscard]] TicketInterval now() const { return intervals.isEmpty() ? TicketInterval() : intervals.constLast(); }
    [[nodiscard]] bool isAtDesk() const { return state == TicketState::Called || state == TicketState::Serving; }

    /**
     * The moment by which tickets are called, the lowest first: a priority is so many minutes of waiting, so two tickets never change
     * their order and nobody is overtaken without end.
     */
    [[nodiscard]] qint64 rankMs() const { return issuedAtMs - qint64{aheadMinutes} * 60'000; }

    /** Milliseconds in `state` up to `nowMs`, all its intervals together. */
    [[nodiscard]] qint64 spentMs(TicketState in, qint64 nowMs) const;

    /** `entries` of other subjects are ignored. */
    [[nodiscard]] static Ticket fold(const Id &ticket, const QList<journal::Entry> &entries);

    /** This ticket after one more entry that knew all of them; nothing when it has to be folded anew. */
    [[nodiscard]] std::optional<Ticket> after(const journal::Entry &entry) const;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Ticket fromJson(const QJsonObject &json);

    /** "A013", three digits at least; with the mark of a desk "A03-01", two at least. */
    [[nodiscard]] static QString numberOf(const QString &letter, int count, const QString &mark = {});
    /** The count in such a number, 13 and 1; 0 when it is none. */
    [[nodiscard]] static int countIn(const QString &number);

    friend bool operator==(const Ticket &, const Ticket &) = default;

private:
    void take(const journal::Entry &entry);
    void step(const journal::Entry &entry, const QJsonObject &payload);
};

} // namespace motcua
