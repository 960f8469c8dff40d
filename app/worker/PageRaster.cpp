// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PageRaster.h"

namespace motcua::worker {

namespace {

/** Each sample to the sum of its square; a number of channels that is known beforehand is half the time. */
template <unsigned Channels>
void addSquares(const std::uint8_t *from, unsigned width, unsigned part, std::uint32_t *sums)
{
    for (unsigned x = 0; x < width; x += part, sums += Channels) {
        const unsigned end = std::min(part, width - x);
        for (unsigned i = 0; i < end; ++i, from += Channels) {
            for (unsigned channel = 0; channel < Channels; ++channel) {
                sums[channel] += from[channel];
            }
        }
    }
}

} // namespace

PageReducer::PageReducer(unsigned width, unsigned height, unsigned channels, unsigned part, Kind kind)
    : m_width(width)
    , m_height(height)
    , m_channels(channels)
    , m_part(part)
    , m_raster((width + part - 1) / part, (height + part - 1) / part, kind == Kind::Grey ? 1 : channels)
    , m_sums(m_raster.rowSize())
    , m_grey(kind == Kind::Grey && channels == 3 ? width : 0)
{
}

void PageReducer::add(std::span<const std::uint8_t> row)
{
    if (!m_grey.empty()) {
        for (unsigned x = 0; x < m_width; ++x) { // ITU-R BT.601, as the luminance of a JPEG
            const std::uint8_t *const pixel = row.data() + std::size_t(3) * x;
            m_grey[x] = static_cast<std::uint8_t>((77U * pixel[0] + 150U * pixel[1] + 29U * pixel[2] + 128U) >> 8);
        }
        row = m_grey;
    }
    if (m_part == 1) {
        std::copy(row.begin(), row.end(), m_raster.row(m_taken++));
        return;
    }
    if (m_raster.channels == 1) {
        addSquares<1>(row.data(), m_width, m_part, m_sums.data());
    } else {
        addSquares<3>(row.data(), m_width, m_part, m_sums.data());
    }
    ++m_taken;
    if (m_taken % m_part == 0 || m_taken == m_height) {
        finishRow((m_taken - 1) % m_part + 1);
    }
}

void PageReducer::finishRow(unsigned rows)
{
    std::uint8_t *to = m_raster.row((m_taken - 1) / m_part);
    for (unsigned x = 0; x < m_raster.width; ++x) {
        const unsigned area = rows * std::min(m_part, m_width - x * m_part);
        for (unsigned channel = 0; channel < m_raster.channels; ++channel) {
            std::uint32_t &sum = m_sums[std::size_t(x) * m_raster.channels + channel];
            *to++ = static_cast<std::uint8_t>((sum + area / 2) / area);
            sum = 0;
        }
    }
}

PageRaster reduced(const PageRaster &raster, unsigned part)
{
    PageReducer reducer(raster.width, raster.height, raster.channels, part, PageReducer::Kind::Same);
    for (unsigned y = 0; y < raster.height; ++y) {
        reducer.add({raster.row(y), raster.rowSize()});
    }
    return std::move(reducer.raster());
}

} // namespace motcua::worker
