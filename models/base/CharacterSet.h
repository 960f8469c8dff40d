// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

namespace motcua {

/**
 * Which of the characters before U+2000 belong together: a bit for each, so that asking takes no more than looking at it.
 *
 * All of Latin and Vietnamese lies there, with its combining marks. What lies beyond is never in the set.
 */
class CharacterSet
{
public:
    static constexpr char16_t End = 0x2000;

    /** Takes in the characters `from` to `to`, both included, as far as they come before End. */
    constexpr void add(char16_t from, char16_t to)
    {
        for (char16_t c = from; c <= to && c < End; ++c) {
            m_bits[c / Word] |= quint64{1} << (c % Word);
        }
    }

    /** Takes in what `other` has. */
    constexpr void add(const CharacterSet &other)
    {
        for (size_t i = 0; i < m_bits.size(); ++i) {
            m_bits[i] |= other.m_bits[i];
        }
    }

    [[nodiscard]] constexpr bool has(char16_t c) const { return c < End && (m_bits[c / Word] >> (c % Word) & 1) != 0; }

    /** Whether some character is in both. */
    [[nodiscard]] constexpr bool meets(const CharacterSet &other) const
    {
        for (size_t i = 0; i < m_bits.size(); ++i) {
            if ((m_bits[i] & other.m_bits[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    friend bool operator==(const CharacterSet &, const CharacterSet &) = default;

private:
    static constexpr size_t Word = 64;

    std::array<quint64, End / Word> m_bits = {};
};

} // namespace motcua
