// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Registers.h"

#include <algorithm>

namespace motcua::journal {

Registers::Registers(const CausalOrder &order, const QList<Header> &headers, Sameness sameness)
    : m_order(order)
    , m_headers(headers)
    , m_sameness(sameness)
{
}

void Registers::write(const QString &field, qsizetype place, const QJsonValue &value)
{
    QList<Write> &writes = m_writes[field];
    Q_ASSERT(writes.isEmpty() || writes.constLast().place <= place);
    if (!writes.isEmpty() && writes.constLast().place == place) {
        writes.last().value = value;
    } else {
        writes.append({place, value});
    }
}

Register Registers::foldedOver(const QList<Write> &writes, EntrySet within) const
{
    Register folded;
    for (;;) {
        QList<Write> standing;
        EntrySet superseded(m_order.size());
        for (qsizetype i = writes.size() - 1; i >= 0; --i) {
            const Write &write = writes.at(i);
            if (within.contains(write.place) && !superseded.contains(write.place)) {
                standing.prepend(write);
                superseded.unite(m_order.ancestors(write.place));
            }
        }
        if (standing.isEmpty()) {
            return folded;
        }
        const QJsonValue last = same(standing.constLast().value);
        const bool agree = std::all_of(standing.cbegin(), standing.cend(), [&](const Write &write) { return same(write.value) == last; });
        if (agree) {
            folded.value = standing.constLast().value;
            folded.entry = m_headers.at(m_order.at(standing.constLast().place)).key;
            return folded;
        }
        // Only the newest disagreement is shown; an older one under it was never answered and its common value stays.
        const bool newest = folded.conflict.isEmpty();
        for (const Write &write : std::as_const(standing)) {
            within.intersect(m_order.ancestors(write.place));
            if (newest) {
                const Header &header = m_headers.at(m_order.at(write.place));
                folded.conflict.append({write.value, header.key, header.time});
            }
        }
    }
}

QMap<QString, Register> Registers::folded() const
{
    const EntrySet whole = m_order.whole();
    QMap<QString, Register> fields;
    for (auto it = m_writes.cbegin(); it != m_writes.cend(); ++it) {
        fields.insert(it.key(), foldedOver(it.value(), whole));
    }
    return fields;
}

} // namespace motcua::journal
