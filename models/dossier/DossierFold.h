// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Dossier.h"
#include "models/dossier/StatusTable.h"
#include "models/journal/Entry.h"

namespace motcua {

/** Makes a dossier of its entries; the same set of entries makes the same dossier in any order and however often repeated. */
class DossierFold
{
public:
    /** `entries` of other subjects are ignored; of two entries with one key the one with the smaller header bytes counts. */
    [[nodiscard]] static Dossier fold(const Id &subject, const QList<journal::Entry> &entries, const StatusTable &table);

    /** fold() of the dossier's entries and this one, without the entries; none when only a refold can tell. */
    [[nodiscard]] static std::optional<Dossier> forward(const Dossier &dossier, const journal::Entry &entry, const StatusTable &table);

    /**
     * The dossier as it was when its revision first reached this number: the entries up to that one in causal order; none when it never
     * did, or something of it was purged. Where desks wrote beside one another only asSeenBy() tells what one of them had before it.
     */
    [[nodiscard]] static std::optional<Dossier> atRevision(
        const Id &subject, const QList<journal::Entry> &entries, int revision, const StatusTable &table);

    /** The dossier its author had seen when it wrote that entry: what a slip was printed from. None when the entry is not here. */
    [[nodiscard]] static std::optional<Dossier> asSeenBy(
        const Id &subject, const QList<journal::Entry> &entries, const journal::EntryKey &seer, const StatusTable &table);

    /** What the only entry of a dossier, of a kind and version of this program, tells; `payload` is what its payload says. */
    [[nodiscard]] static Dossier first(const journal::Entry &entry, const QJsonObject &payload, const StatusTable &table);
};

} // namespace motcua
