// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PageRows.h"

#include <algorithm>
#include <cstring>

namespace motcua::worker {

namespace {

unsigned bandsIn(PageRows::Bands bands)
{
    return bands == PageRows::Bands::Rgb ? 3 : 1;
}

/** Of how many bytes a row of such a pass is at least; 0: there is no such depth. */
std::size_t leastBytes(const PageRows::Shape &shape)
{
    const auto samples = std::size_t(static_cast<unsigned>(shape.pixels)) * bandsIn(shape.bands);
    switch (shape.depth) {
    case 1: return (std::size_t(static_cast<unsigned>(shape.pixels)) + 7) / 8 * bandsIn(shape.bands);
    case 8: return samples;
    case 16: return samples * 2;
    default: return 0;
    }
}

/** Sample `band` of pixel `x`. Of one bit, a grey one is ink where it is set, one of a colour is light (SANE standard, 3.2.1). */
std::uint8_t sampleOf(const std::uint8_t *row, const PageRows::Shape &shape, unsigned x, unsigned band)
{
    const unsigned bands = bandsIn(shape.bands);
    const std::size_t at = std::size_t(x) * bands + band;
    switch (shape.depth) {
    case 1: {
        const bool isSet = (row[std::size_t(x / 8) * bands + band] >> (7 - x % 8) & 1) != 0;
        return isSet != (shape.bands == PageRows::Bands::Grey) ? 255 : 0;
    }
    case 16: {
        std::uint16_t sample = 0;
        std::memcpy(&sample, row + at * 2, sizeof sample);
        return static_cast<std::uint8_t>(sample >> 8);
    }
    default:
        return row[at];
    }
}

} // namespace

bool PageRows::begin(const Shape &shape)
{
    constexpr int MostBytesPerRow = 8 * static_cast<int>(MostSide); // three samples of 16 bits, and some the scanner fills up with
    const std::size_t least = shape.pixels > 0 && shape.pixels <= static_cast<int>(MostSide) ? leastBytes(shape) : 0;
    m_isTooLarge = shape.pixels > static_cast<int>(MostSide) || shape.rows > static_cast<int>(MostSide) || shape.bytesPerRow > MostBytesPerRow;
    if (m_isTooLarge || least == 0 || shape.bytesPerRow <= 0 || static_cast<std::size_t>(shape.bytesPerRow) < least) {
        return false;
    }
    const bool isOneOfThree = shape.bands != Bands::Grey && shape.bands != Bands::Rgb;
    const auto width = static_cast<unsigned>(shape.pixels);
    if (m_least > 0 && (!isOneOfThree || width != m_width || m_channels != 3)) {
        return false;
    }
    m_shape = shape;
    m_width = width;
    m_channels = shape.bands == Bands::Grey ? 1 : 3;
    m_rows = 0;
    m_part.clear();
    if (m_least == 0) {
        m_samples.clear();
        const std::size_t all = std::size_t(m_width) * m_channels * static_cast<unsigned>(std::max(shape.rows, 0));
        m_isTooLarge = all > MostBytes;
        if (!m_isTooLarge) {
            m_samples.reserve(all);
        }
    }
    return !m_isTooLarge;
}

bool PageRows::add(std::span<const std::uint8_t> bytes)
{
    const auto rowSize = static_cast<std::size_t>(m_shape.bytesPerRow);
    while (!bytes.empty() && rowSize > 0) {
        if (m_part.empty() && bytes.size() >= rowSize) {
            takeRow(bytes.first(rowSize));
            bytes = bytes.subspan(rowSize);
        } else {
            const std::size_t taken = std::min(bytes.size(), rowSize - m_part.size());
            m_part.insert(m_part.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(taken));
            bytes = bytes.subspan(taken);
            if (m_part.size() == rowSize) {
                takeRow(m_part);
                m_part.clear();
            }
        }
        if (m_isTooLarge) {
            return false;
        }
    }
    return true;
}

void PageRows::takeRow(std::span<const std::uint8_t> bytes)
{
    const std::size_t rowSize = std::size_t(m_width) * m_channels;
    const std::size_t start = rowSize * m_rows;
    if (m_rows >= MostSide || start + rowSize > MostBytes) {
        m_isTooLarge = true;
        return;
    }
    if (m_least > 0 && m_rows >= m_least) {
        ++m_rows; // longer than the pass before it: what has not all its colours is no row
        return;
    }
    if (m_samples.size() < start + rowSize) {
        m_samples.resize(start + rowSize);
    }
    std::uint8_t *const to = m_samples.data() + start;
    const unsigned bands = bandsIn(m_shape.bands);
    if (m_shape.depth == 8 && bands == m_channels) {
        std::copy_n(bytes.begin(), rowSize, to);
    } else {
        const unsigned first = m_shape.bands == Bands::Green ? 1 : m_shape.bands == Bands::Blue ? 2 : 0;
        for (unsigned x = 0; x < m_width; ++x) {
            for (unsigned band = 0; band < bands; ++band) {
                to[std::size_t(x) * m_channels + first + band] = sampleOf(bytes.data(), m_shape, x, band);
            }
        }
    }
    ++m_rows;
}

bool PageRows::endPass()
{
    m_least = m_least == 0 ? m_rows : std::min(m_least, m_rows);
    m_rows = m_least;
    return m_least > 0;
}

std::span<const std::uint8_t> PageRows::row(unsigned y) const
{
    const std::size_t rowSize = std::size_t(m_width) * m_channels;
    return std::span(m_samples).subspan(rowSize * y, rowSize);
}

} // namespace motcua::worker
