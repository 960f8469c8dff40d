// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/StatusFold.h"

#include <algorithm>

namespace motcua {

using journal::EntrySet;

StatusFold::StatusFold(const journal::CausalOrder &order, const QList<journal::Header> &headers, const StatusTable &table)
    : m_order(order)
    , m_headers(headers)
    , m_table(table)
{
}

std::optional<StatusRegister> StatusFold::applied(
    const StatusRegister &before, const StatusWrite &write, const journal::EntryKey &entry, const StatusTable &table)
{
    bool lawful = true;
    switch (write.kind) {
    case StatusWrite::Kind::Decided:
        break;
    case StatusWrite::Kind::Accepted:
        lawful = !before.status || table.isLegal(before.status, write.to);
        break;
    case StatusWrite::Kind::Stepped: {
        // Without the acceptance the author's own word is all there is.
        const auto from = before.status ? before.status : write.from;
        lawful = from && table.isLegal(from, write.to);
        break;
    }
    }
    return lawful ? std::optional(StatusRegister{write.to, entry, {}}) : std::nullopt;
}

// A decision between branches upholds the steps of those that had come to what it decides.
EntrySet StatusFold::upheld(const Told &before, DossierStatus decided) const
{
    EntrySet steps = before.standing;
    for (const journal::Candidate &candidate : before.status.conflict) {
        if (candidate.value.toInt() != statusCode(decided)) {
            continue;
        }
        for (const Written &end : m_writes) {
            if (header(end).key == candidate.entry) {
                steps.unite(end.after.standing);
            }
        }
    }
    return steps;
}

void StatusFold::write(qsizetype place, const StatusWrite &write)
{
    Written written{place, write, over(m_order.ancestors(place))};
    const Told before = written.after;
    if (const auto after = applied(before.status, write, header(written).key, m_table)) {
        written.lawful = true;
        written.claimsNothing = write.kind == StatusWrite::Kind::Stepped && before.status.status == write.to
            && !before.status.isInConflict();
        written.after.status = *after;
        if (write.kind == StatusWrite::Kind::Decided) {
            written.after.standing = upheld(before, write.to);
        }
        written.after.standing.insert(place);
    }
    m_writes.append(written);
}

StatusFold::Told StatusFold::folded()
{
    return over(m_order.whole());
}

StatusFold::Told StatusFold::over(const EntrySet &within)
{
    QList<qsizetype> ends;
    EntrySet superseded(m_order.size());
    for (qsizetype i = m_writes.size() - 1; i >= 0; --i) {
        const qsizetype place = m_writes.at(i).place;
        if (within.contains(place) && !superseded.contains(place)) {
            ends.prepend(i);
            superseded.unite(m_order.ancestors(place));
        }
    }
    if (ends.isEmpty()) {
        return {{}, EntrySet(m_order.size())};
    }
    Told last = m_writes.at(ends.constLast()).after;
    const bool agree = std::all_of(ends.cbegin(), ends.cend(), [&](qsizetype end) {
        const StatusRegister &after = m_writes.at(end).after.status;
        return after.status == last.status.status && !after.isInConflict();
    });
    if (ends.size() == 1 || agree) {
        for (const qsizetype end : ends) {
            last.standing.unite(m_writes.at(end).after.standing);
        }
        return last;
    }
    const auto known = m_known.constFind(within);
    if (known != m_known.constEnd()) {
        return *known;
    }
    const Told status = merged(within, ends);
    m_known.insert(within, status);
    return status;
}

StatusFold::Told StatusFold::merged(const EntrySet &within, const QList<qsizetype> &ends)
{
    EntrySet common = within;
    for (const qsizetype end : ends) {
        common.intersect(m_order.ancestors(m_writes.at(end).place));
    }
    const Told base = over(common);
    Told current = base;
    QList<qsizetype> taken; // places
    for (qsizetype i = 0; i < m_writes.size(); ++i) {
        const Written written = m_writes.at(i);
        if (!within.contains(written.place) || common.contains(written.place) || !written.lawful) {
            continue;
        }
        if (current.status.status == written.wish.to || (written.claimsNothing && current.status.status)) {
            current.standing.insert(written.place);
            continue;
        }
        const EntrySet &seen = m_order.ancestors(written.place);
        const bool sawAll = std::all_of(taken.cbegin(), taken.cend(), [&](qsizetype place) { return seen.contains(place); });
        // A decision weighed only what it had seen; a step may follow what it had not, as long as the table allows it.
        const bool mayFollow = sawAll || written.wish.kind != StatusWrite::Kind::Decided;
        const auto next = mayFollow ? applied(current.status, written.wish, header(written).key, m_table) : std::nullopt;
        if (!next) {
            Told conflict = base;
            conflict.status.conflict.clear();
            for (const qsizetype end : ends) {
                const Written &of = m_writes.at(end);
                const StatusRegister &after = of.after.status;
                const QJsonValue value = after.status ? QJsonValue(statusCode(*after.status)) : QJsonValue();
                conflict.status.conflict.append({value, header(of).key, header(of).time});
            }
            return conflict;
        }
        current.status = *next;
        if (written.wish.kind == StatusWrite::Kind::Decided) {
            current.standing.unite(written.after.standing);
        }
        current.standing.insert(written.place);
        taken.append(written.place);
    }
    return current;
}

} // namespace motcua
