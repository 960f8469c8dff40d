// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/HallQueries.h"
#include "models/journal/Entry.h"

#include <QHash>
#include <QSet>

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
};

/** The tickets of one day as a desk last read them of its centre: folded by the very rule by which the journal is. */
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
    void clear() { m_pages.clear(); }

    [[nodiscard]] bool knows(const Id &ticket, qint64 version) const;
    [[nodiscard]] const Line *find(const Id &ticket) const;
    [[nodiscard]] const Line *find(const QString &number) const;

    /** As HallNow tells of a store, without its shifts: who is called first is decided by the same code then. */
    [[nodiscard]] storage::HallNow::Hall now() const;

    /** The step as an entry of a log of its own that begins with the issue; for folding only, since nobody signs it. */
    [[nodiscard]] static journal::Entry entryOf(const HallStep &step);

private:
    struct Page
    {
        QList<journal::Entry> entries = {};
        QSet<qint64> versions = {};
        Line line = {};
    };
    QHash<Id, Page> m_pages;
};

} // namespace motcua::centre
