// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/CausalOrder.h"

#include <QHash>
#include <QMap>

#include <algorithm>
#include <numeric>
#include <set>

namespace motcua::journal {

namespace {

/** For each entry the entries its author had just seen: one per origin, its own predecessor included. */
QList<QList<qsizetype>> parentsOf(const QList<Header> &headers)
{
    QHash<Id, QMap<quint64, qsizetype>> logs;
    for (qsizetype i = 0; i < headers.size(); ++i) {
        logs[headers.at(i).key.origin].insert(headers.at(i).key.seq, i);
    }
    QList<QList<qsizetype>> parents(headers.size());
    for (qsizetype i = 0; i < headers.size(); ++i) {
        const EntryKey own = headers.at(i).key;
        const auto seen = [&](const Id &origin, quint64 seq) {
            const auto log = logs.constFind(origin);
            if (log == logs.constEnd()) {
                return;
            }
            auto after = log->upperBound(seq);
            if (after != log->constBegin()) {
                parents[i].append(*std::prev(after));
            }
        };
        seen(own.origin, own.seq - 1);
        for (const EntryKey &key : headers.at(i).basis) {
            if (key.origin != own.origin) {
                seen(key.origin, key.seq);
            }
        }
    }
    return parents;
}

} // namespace

CausalOrder::CausalOrder(const QList<Header> &headers)
{
    const qsizetype size = headers.size();
    const QList<QList<qsizetype>> parents = parentsOf(headers);
    QList<QList<qsizetype>> children(size);
    QList<qsizetype> waitingFor(size, 0);
    for (qsizetype i = 0; i < size; ++i) {
        waitingFor[i] = parents.at(i).size();
        for (const qsizetype parent : parents.at(i)) {
            children[parent].append(i);
        }
    }
    QList<qsizetype> byTime(size);
    std::iota(byTime.begin(), byTime.end(), 0);
    std::sort(byTime.begin(), byTime.end(), [&headers](qsizetype a, qsizetype b) {
        const Header &left = headers.at(a);
        const Header &right = headers.at(b);
        return std::tie(left.time, left.key) < std::tie(right.time, right.key);
    });
    QList<qsizetype> rank(size);
    for (qsizetype i = 0; i < size; ++i) {
        rank[byTime.at(i)] = i;
    }

    std::set<qsizetype> ready; // ranks
    std::set<qsizetype> blocked;
    for (qsizetype i = 0; i < size; ++i) {
        (waitingFor.at(i) == 0 ? ready : blocked).insert(rank.at(i));
    }
    QList<qsizetype> placeOf(size, -1);
    EntrySet seenByAny(size);
    while (!ready.empty() || !blocked.empty()) {
        // Nothing ready although something is left: a circle, cut at its earliest entry.
        m_tangled = m_tangled || ready.empty();
        std::set<qsizetype> &source = ready.empty() ? blocked : ready;
        const qsizetype next = byTime.at(*source.begin());
        source.erase(source.begin());

        const qsizetype place = m_sequence.size();
        m_sequence.append(next);
        placeOf[next] = place;
        EntrySet ancestors(size);
        for (const qsizetype parent : parents.at(next)) {
            if (placeOf.at(parent) >= 0) {
                ancestors.unite(m_ancestors.at(placeOf.at(parent)));
                ancestors.insert(placeOf.at(parent));
            }
        }
        seenByAny.unite(ancestors);
        m_ancestors.append(ancestors);
        for (const qsizetype child : children.at(next)) {
            if (--waitingFor[child] == 0 && placeOf.at(child) < 0) {
                blocked.erase(rank.at(child));
                ready.insert(rank.at(child));
            }
        }
    }
    for (qsizetype place = 0; place < size; ++place) {
        if (!seenByAny.contains(place)) {
            m_heads.append(headers.at(m_sequence.at(place)).key);
        }
    }
    std::sort(m_heads.begin(), m_heads.end());
}

EntrySet CausalOrder::whole() const
{
    EntrySet all(size());
    for (qsizetype place = 0; place < size(); ++place) {
        all.insert(place);
    }
    return all;
}

} // namespace motcua::journal
