// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/CausalOrder.h"
#include "models/journal/Entry.h"

namespace motcua::journal {

/**
 * Everything known about one subject, each entry once, in causal order.
 *
 * Made of entries in any order and however often repeated. Of two entries with one key the one with the smaller header
 * bytes counts, and of two copies of one entry the one that still has its payload.
 */
class SubjectLog
{
public:
    /** Entries about other subjects are ignored. */
    SubjectLog(const Id &subject, const QList<Entry> &entries);

    [[nodiscard]] const CausalOrder &order() const { return m_order; }
    /** In the order CausalOrder was given them, ascending by key. */
    [[nodiscard]] const QList<Header> &headers() const { return m_headers; }
    [[nodiscard]] const Entry &at(qsizetype place) const { return m_entries.at(m_order.at(place)); }
    [[nodiscard]] qsizetype size() const { return m_entries.size(); }

private:
    QList<Entry> m_entries;
    QList<Header> m_headers;
    CausalOrder m_order;
};

} // namespace motcua::journal
