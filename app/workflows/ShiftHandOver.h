// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/Workplace.h"
#include "models/ticket/Shift.h"
#include "models/ticket/Ticket.h"

#include <QFuture>

namespace motcua {

/** A ticket that this officer put on hold, and what they had begun for whoever has it. */
struct HeldTicket
{
    Ticket ticket = {};
    QList<storage::Draft> forms = {}; ///< of its visit, not filed yet

    friend bool operator==(const HeldTicket &a, const HeldTicket &b) { return a.ticket == b.ticket && a.forms.size() == b.forms.size(); }
};

/** Somebody who could sit down at this desk. */
struct Colleague
{
    Id id = {};
    QString name = {};

    friend bool operator==(const Colleague &, const Colleague &) = default;
};

/** What an officer answers for when they leave their desk. */
struct ShiftInHand
{
    QList<HeldTicket> held = {}; ///< on hold by this person, longest first
    QList<storage::Draft> drafts = {}; ///< of this person and of no ticket on hold, the last touched first
    QList<storage::DossierSummary> originals = {}; ///< whose originals lie here, the oldest receipt first
    QList<storage::DossierSummary> results = {}; ///< whose result waits here, the earliest promise first
    QStringList desks = {}; ///< "organisation code/desk number" of others that are open today, ascending
    QList<Colleague> colleagues = {}; ///< who works here besides, by name

    [[nodiscard]] bool isEmpty() const { return held.isEmpty() && drafts.isEmpty(); }
    [[nodiscard]] int formCount() const;
};

/**
 * An officer leaves their desk for a while or for good, and says what becomes of whom they have on hold.
 *
 * Everything said at once stands in one transaction. All answers come from the thread pool.
 */
class ShiftHandOver
{
public:
    explicit ShiftHandOver(const Workplace &place)
        : m_place(place)
    {
    }

    /** What this person has in hand on `nowMs`; with the shelves (originals and results) only when asked. */
    [[nodiscard]] QFuture<Result<ShiftInHand>> look(qint64 nowMs, bool withShelves) const;

    /** What becomes of a ticket on hold: it waits for `desk` or, without one, among all others, with the time waited so far. */
    [[nodiscard]] Act sent(const Id &ticket, const QString &desk) const;

    /**
     * This person's shift ends and `to` has the desk: the tickets on hold, the forms not filed, and what lies on the shelves are theirs.
     *
     * `to` has given their password at this desk; a shift of theirs is opened where none is. A desk nobody opened is opened first, so the
     * hand-over has a shift to stand in.
     */
    [[nodiscard]] QFuture<Result<Shift>> handOver(const Id &to, const ShiftInHand &what, qint64 nowMs) const;

private:
    Workplace m_place;
};

} // namespace motcua
