// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/EntrySet.h"
#include "models/journal/Header.h"

#include <QList>

namespace motcua::journal {

/**
 * The entries of one subject in the one order every holder arrives at: basis first, ties by (hybrid time, origin, seq).
 *
 * Whoever had seen place s of a log had seen everything of that log before it, so a basis key reaches to the highest entry
 * here at or below it, and an author's own earlier entries are always among what it had seen. Names of entries that are
 * not here are thereby harmless. Entries naming each other in a circle are no honest journal; they are ordered by
 * (hybrid time, origin, seq) and the names that would close the circle are ignored.
 */
class CausalOrder
{
public:
    /** Of the headers of one subject, each key once. */
    explicit CausalOrder(const QList<Header> &headers);

    [[nodiscard]] qsizetype size() const { return m_sequence.size(); }

    /** The index, in the list given, of the entry at `place` of the order. */
    [[nodiscard]] qsizetype at(qsizetype place) const { return m_sequence.at(place); }

    /** The places of everything the author of the entry at `place` had seen. */
    [[nodiscard]] const EntrySet &ancestors(qsizetype place) const { return m_ancestors.at(place); }

    /** Everything. */
    [[nodiscard]] EntrySet whole() const;

    /** The keys no other entry here had seen, ascending: the basis of the next entry. */
    [[nodiscard]] const QList<EntryKey> &heads() const { return m_heads; }

    /** Entries named each other in a circle. */
    [[nodiscard]] bool isTangled() const { return m_tangled; }

private:
    QList<qsizetype> m_sequence;
    QList<EntrySet> m_ancestors;
    QList<EntryKey> m_heads;
    bool m_tangled = false;
};

} // namespace motcua::journal
