// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QtGlobal>

namespace motcua::journal {

/** A set of entries of one subject, named by their places in its causal order. */
class EntrySet
{
public:
    EntrySet() = default;
    explicit EntrySet(qsizetype size)
        : m_words((size + 63) / 64, 0)
    {
    }

    void insert(qsizetype i) { m_words[i / 64] |= quint64{1} << (i % 64); }
    void remove(qsizetype i) { m_words[i / 64] &= ~(quint64{1} << (i % 64)); }
    [[nodiscard]] bool contains(qsizetype i) const { return (m_words.at(i / 64) >> (i % 64)) & 1; }
    [[nodiscard]] bool isEmpty() const;

    /** Both sets must be over the same order. */
    void unite(const EntrySet &other);
    void intersect(const EntrySet &other);

    friend bool operator==(const EntrySet &, const EntrySet &) = default;
    friend size_t qHash(const EntrySet &set, size_t seed = 0) noexcept { return qHashRange(set.m_words.begin(), set.m_words.end(), seed); }

private:
    QList<quint64> m_words;
};

} // namespace motcua::journal
