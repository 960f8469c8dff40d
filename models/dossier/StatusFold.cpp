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

void StatusFold::write(qsizetype place, const StatusWrite &write)
{
    Written written{place, write, over(m_order.ancestors(place)), false};
    if (const auto after = applied(written.after, write, header(written).key, m_table)) {
        written.after = *after;
        written.lawful = true;
    }
    m_writes.append(written);
}

StatusRegister StatusFold::folded()
{
    return over(m_order.whole());
}

StatusRegister StatusFold::over(const EntrySet &within)
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
        return {};
    }
    const StatusRegister last = m_writes.at(ends.constLast()).after;
    const bool agree = std::all_of(ends.cbegin(), ends.cend(), [&](qsizetype end) {
        const StatusRegister &after = m_writes.at(end).after;
        return after.status == last.status && !after.isInConflict();
    });
    if (ends.size() == 1 || agree) {
        return last;
    }
    const auto known = m_known.constFind(within);
    if (known != m_known.constEnd()) {
        return *known;
    }
    const StatusRegister status = merged(within, ends);
    m_known.insert(within, status);
    return status;
}

StatusRegister StatusFold::merged(const EntrySet &within, const QList<qsizetype> &ends)
{
    EntrySet common = within;
    for (const qsizetype end : ends) {
        common.intersect(m_order.ancestors(m_writes.at(end).place));
    }
    const StatusRegister base = over(common);
    StatusRegister current = base;
    QList<qsizetype> taken; // places
    for (qsizetype i = 0; i < m_writes.size(); ++i) {
        const Written written = m_writes.at(i);
        if (!within.contains(written.place) || common.contains(written.place) || !written.lawful || current.status == written.wish.to) {
            continue;
        }
        const EntrySet &seen = m_order.ancestors(written.place);
        const bool sawAll = std::all_of(taken.cbegin(), taken.cend(), [&](qsizetype place) { return seen.contains(place); });
        // A decision weighed only what it had seen; a step may follow what it had not, as long as the table allows it.
        const bool mayFollow = sawAll || written.wish.kind != StatusWrite::Kind::Decided;
        const auto next = mayFollow ? applied(current, written.wish, header(written).key, m_table) : std::nullopt;
        if (!next) {
            StatusRegister conflict = base;
            conflict.conflict.clear();
            for (const qsizetype end : ends) {
                const Written &of = m_writes.at(end);
                const QJsonValue value = of.after.status ? QJsonValue(statusCode(*of.after.status)) : QJsonValue();
                conflict.conflict.append({value, header(of).key, header(of).time});
            }
            return conflict;
        }
        current = *next;
        taken.append(written.place);
    }
    return current;
}

} // namespace motcua
