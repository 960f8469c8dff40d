// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fee/Change.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

/** The fewest notes of a drawer that make an amount, value by value from the largest down. */
class DrawerSearch
{
public:
    DrawerSearch(const Drawer &drawer, const QList<Note> &notes)
    {
        for (const Note &note : notes) {
            if (const qint64 count = drawer.value(note.value); count > 0 && note.value.dong > 0) {
                m_stock.append({note.value, count});
            }
        }
        m_below.resize(m_stock.size() + 1);
        for (qsizetype at = m_stock.size() - 1; at >= 0; --at) {
            m_below[at] = m_below[at + 1] + m_stock[at].value.dong * m_stock[at].count;
        }
    }

    std::optional<QList<NoteCount>> of(qint64 rest)
    {
        if (fewest(0, rest) == Impossible) {
            return std::nullopt;
        }
        QList<NoteCount> given;
        for (qsizetype at = 0; at < m_stock.size(); ++at) {
            const qint64 count = m_chosen.value({at, rest}).second;
            if (count > 0) {
                given.append({m_stock[at].value, count});
            }
            rest -= m_stock[at].value.dong * count;
        }
        return given;
    }

private:
    static constexpr qint64 Impossible = -1;
    static constexpr qint64 Tries = 3; ///< of each value: as many as fit, and up to so many fewer

    /** How many notes from `at` on make `rest`; Impossible when they do not. */
    qint64 fewest(qsizetype at, qint64 rest)
    {
        if (rest == 0 || at == m_stock.size() || rest > m_below[at]) {
            return rest == 0 ? 0 : Impossible;
        }
        const auto known = m_chosen.constFind({at, rest});
        if (known != m_chosen.constEnd()) {
            return known->first;
        }
        const auto &[value, stock] = m_stock[at];
        const qint64 most = std::min(stock, rest / value.dong);
        std::pair<qint64, qint64> best{Impossible, 0};
        for (qint64 count = most; count >= 0 && count >= most - Tries; --count) {
            const qint64 others = fewest(at + 1, rest - count * value.dong);
            if (others != Impossible && (best.first == Impossible || count + others < best.first)) {
                best = {count + others, count};
            }
        }
        m_chosen.insert({at, rest}, best);
        return best.first;
    }

    QList<NoteCount> m_stock; ///< from the largest down
    QList<qint64> m_below; ///< what all notes from here on are worth
    QHash<std::pair<qsizetype, qint64>, std::pair<qint64, qint64>> m_chosen; ///< notes in all, and of this value
};

} // namespace

Change Change::of(Money amount, const QList<Note> &notes)
{
    Change change;
    qint64 rest = std::max<qint64>(amount.dong, 0);
    for (const Note &note : notes) {
        if (const qint64 count = note.value.dong > 0 ? rest / note.value.dong : 0; count > 0) {
            change.notes.append({note.value, count});
            rest -= count * note.value.dong;
        }
    }
    change.rest = Money{rest};
    return change;
}

std::optional<Change> Change::from(const Drawer &drawer, Money amount, const QList<Note> &notes)
{
    const Money rest = of(amount, notes).rest;
    const std::optional<QList<NoteCount>> given = DrawerSearch(drawer, notes).of(std::max<qint64>(amount.dong, 0) - rest.dong);
    return given ? std::optional(Change{*given, rest}) : std::nullopt;
}

qint64 Change::count() const
{
    qint64 sum = 0;
    for (const NoteCount &one : notes) {
        sum += one.count;
    }
    return sum;
}

} // namespace motcua
