// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/EntrySet.h"

#include <algorithm>

namespace motcua::journal {

bool EntrySet::isEmpty() const
{
    return std::all_of(m_words.begin(), m_words.end(), [](quint64 word) { return word == 0; });
}

void EntrySet::unite(const EntrySet &other)
{
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        m_words[i] |= other.m_words.at(i);
    }
}

void EntrySet::intersect(const EntrySet &other)
{
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        m_words[i] &= other.m_words.at(i);
    }
}

} // namespace motcua::journal
