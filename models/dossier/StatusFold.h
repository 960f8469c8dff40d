// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Dossier.h"
#include "models/dossier/StatusTable.h"

#include <QHash>

namespace motcua {

/** One entry's wish for the status. */
struct StatusWrite
{
    enum class Kind { Accepted, Stepped, Decided };

    Kind kind = Kind::Stepped;
    DossierStatus to = DossierStatus::Registered;
    std::optional<DossierStatus> from = {}; ///< where its author saw the dossier; used only when nothing earlier is here
};

/**
 * Folds the steps of all desks into one status.
 *
 * Branches that end alike agree. Else the steps are taken in causal order as long as each is lawful; where one is lawful
 * for its author and no longer after another branch's, the last common status stays and the ends of the branches are shown.
 * A step that left the status where it was, such as handing on, claims nothing of it and stands beside any other.
 */
class StatusFold
{
public:
    /** `order` and `headers` (those the order was made of) must outlive this. */
    StatusFold(const journal::CausalOrder &order, const QList<journal::Header> &headers, const StatusTable &table);

    /** The entry at `place` wishes; at most one wish a place, places ascending. */
    void write(qsizetype place, const StatusWrite &write);

    struct Told
    {
        StatusRegister status = {};
        journal::EntrySet standing = {}; ///< the places of the wishes that led to the status; those in conflict with each other did not
    };
    [[nodiscard]] Told folded();

    /** What the wish makes of a status its author had seen; none when the table forbids it. */
    [[nodiscard]] static std::optional<StatusRegister> applied(
        const StatusRegister &before, const StatusWrite &write, const journal::EntryKey &entry, const StatusTable &table);

private:
    struct Written
    {
        qsizetype place = 0;
        StatusWrite wish = {};
        Told after = {}; ///< as its author saw it
        bool lawful = false;
        bool claimsNothing = false;
    };

    [[nodiscard]] Told over(const journal::EntrySet &within);
    [[nodiscard]] Told merged(const journal::EntrySet &within, const QList<qsizetype> &ends);
    [[nodiscard]] journal::EntrySet upheld(const Told &before, DossierStatus decided) const;
    [[nodiscard]] const journal::Header &header(const Written &written) const { return m_headers.at(m_order.at(written.place)); }

    const journal::CausalOrder &m_order;
    const QList<journal::Header> &m_headers;
    const StatusTable &m_table;
    QList<Written> m_writes;
    QHash<journal::EntrySet, Told> m_known;
};

} // namespace motcua
