// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/HallQueries.h"
#include "models/journal/Entry.h"

#include <QHash>
#include <QSet>

#include <map>
#include <tuple>

namespace motcua::centre {

/** One thing that happened to a ticket, as the hall of a centre keeps it. */
struct HallStep
{
    Id request = {}; ///< the id of the journal entry
    Id ticket = {};
    qint64 version = 0; ///< its place among what happened to that ticket, from 1
    bool isIssue = false;
    journal::Actor actor = {};
    QByteArray desk = {};
    qint64 atMs = 0; ///< by the server's clock
    QByteArray body = {}; ///< payload of the entry, opened
    bool mayWait = true; ///< false: by what is told with it the ticket does not wait just now
};

/**
 * The tickets of one day as a desk last read them of its centre: folded by the very rule by which the journal is.
 *
 * Who is called next is asked of it for every call, with the steps of all other desks since the last one: those who wait are kept in their order, and
 * of who does not wait nothing is made before it is asked for.
 */
class HallBook
{
public:
    struct Line
    {
        Ticket ticket = {};
        qint64 version = 0; ///< of its last step that is known here
        QStringList needs = {}; ///< ids of HallRules
    };

    /** Steps that are known already are ignored; those of one ticket may come in any order. */
    void take(const QList<HallStep> &steps);
    void setNeeds(const Id &ticket, const QStringList &needs) { m_pages[ticket].line.needs = needs; }
    void clear();

    [[nodiscard]] bool knows(const Id &ticket, qint64 version) const;
    [[nodiscard]] const Line *find(const Id &ticket) const;
    [[nodiscard]] const Line *find(const QString &number) const;

    /** The first `most` whom that desk would call, as LocalHall::view() orders them: `letters` are the groups it serves, none for all. */
    [[nodiscard]] QList<Ticket> next(const QString &desk, const QStringList &letters, qsizetype most) const;
    /** Whom that officer has called or serves. */
    [[nodiscard]] std::optional<Ticket> inHand(const Id &person) const;

    /** As HallNow tells of a store, without its shifts: who is called first is decided by the same code then. */
    [[nodiscard]] storage::HallNow::Hall now() const;

    /** The step as an entry of a log of its own that begins with the issue; for folding only, since nobody signs it. */
    [[nodiscard]] static journal::Entry entryOf(const HallStep &step);

private:
    using Place = std::tuple<qint64, int, QString, Id>; ///< by which tickets are called: rank, count and number; the id for two that are alike
    struct Page
    {
        QList<journal::Entry> entries = {};
        QSet<qint64> versions = {};
        bool mayWait = true;
        std::optional<Place> place = {}; ///< among those who wait
        // Made of the entries when it is first asked for: its value does not depend on when that is.
        mutable Line line = {};
        mutable bool isFolded = true;
        mutable int count = 0; ///< in its number
    };
    static const Line &folded(const Id &ticket, const Page &page);

    QHash<Id, Page> m_pages;
    std::map<Place, Id> m_waiting; ///< in the order in which they are called
    QHash<Id, QSet<Id>> m_touched; ///< by person: tickets with a step of theirs
};

} // namespace motcua::centre
