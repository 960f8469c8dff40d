// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PageGround.h"

#include <array>
#include <cmath>

namespace motcua::worker {

PageGround::PageGround(const PageRaster &raster, unsigned tile, std::span<const std::uint8_t> skipped)
    : m_channels(raster.channels)
    , m_tile(tile)
    , m_columns((raster.width + tile - 1) / tile)
    , m_rows((raster.height + tile - 1) / tile)
    , m_values(std::size_t(m_columns) * m_rows * raster.channels)
    , m_known(std::size_t(m_columns) * m_rows)
{
    constexpr unsigned Bins = 64;
    constexpr unsigned PerBin = 256 / Bins;
    for (unsigned row = 0; row < m_rows; ++row) {
        for (unsigned column = 0; column < m_columns; ++column) {
            for (unsigned channel = 0; channel < m_channels; ++channel) {
                std::array<unsigned, Bins> counts{};
                unsigned all = 0;
                const unsigned right = std::min(raster.width, (column + 1) * tile);
                for (unsigned y = row * tile; y < std::min(raster.height, (row + 1) * tile); ++y) {
                    for (unsigned x = column * tile; x < right; ++x) {
                        const std::size_t at = std::size_t(y) * raster.width + x;
                        if (skipped.empty() || skipped[at] == 0) {
                            ++counts[raster.samples[at * m_channels + channel] / PerBin];
                            ++all;
                        }
                    }
                }
                // As bright as a quarter of the tile: between letters there is more paper than that.
                unsigned brighter = 0;
                unsigned bin = Bins;
                while (bin > 0 && brighter * 4 < all) {
                    brighter += counts[--bin];
                }
                if (all > 0) {
                    value(column, row, channel) = static_cast<std::uint8_t>(std::min(255U, bin * PerBin + PerBin - 1));
                    m_known[std::size_t(row) * m_columns + column] = 1;
                }
            }
        }
    }
    spread();
}

void PageGround::spread()
{
    while (std::find(m_known.begin(), m_known.end(), 0) != m_known.end() && std::find(m_known.begin(), m_known.end(), 1) != m_known.end()) {
        std::vector<std::uint8_t> known = m_known;
        for (unsigned row = 0; row < m_rows; ++row) {
            for (unsigned column = 0; column < m_columns; ++column) {
                if (m_known[std::size_t(row) * m_columns + column] != 0) {
                    continue;
                }
                for (unsigned channel = 0; channel < m_channels; ++channel) {
                    unsigned sum = 0;
                    unsigned count = 0;
                    for (unsigned y = row > 0 ? row - 1 : 0; y <= std::min(m_rows - 1, row + 1); ++y) {
                        for (unsigned x = column > 0 ? column - 1 : 0; x <= std::min(m_columns - 1, column + 1); ++x) {
                            if (m_known[std::size_t(y) * m_columns + x] != 0) {
                                sum += value(x, y, channel);
                                ++count;
                            }
                        }
                    }
                    if (count > 0) {
                        value(column, row, channel) = static_cast<std::uint8_t>(sum / count);
                        known[std::size_t(row) * m_columns + column] = 1;
                    }
                }
            }
        }
        m_known = std::move(known);
    }
}

std::vector<std::uint8_t> PageGround::brightest() const
{
    std::vector<std::uint8_t> all;
    for (unsigned channel = 0; channel < m_channels; ++channel) {
        std::vector<std::uint8_t> values;
        for (std::size_t i = channel; i < m_values.size(); i += m_channels) {
            values.push_back(m_values[i]);
        }
        const auto tenth = values.begin() + static_cast<std::ptrdiff_t>(values.size() * 9 / 10);
        std::nth_element(values.begin(), tenth, values.end());
        all.push_back(*tenth);
    }
    return all;
}

void PageGround::leaveOutDark()
{
    const std::vector<std::uint8_t> bright = brightest();
    for (std::size_t tile = 0; tile < m_known.size(); ++tile) {
        unsigned mine = 0;
        unsigned whole = 0;
        for (unsigned channel = 0; channel < m_channels; ++channel) {
            mine += m_values[tile * m_channels + channel];
            whole += bright[channel];
        }
        m_known[tile] = 2 * mine >= whole ? 1 : 0;
    }
    spread();
}

PageGround::Place PageGround::place(double at, double scale, unsigned tiles) const
{
    const double tile = std::clamp((at + 0.5) / (scale * m_tile) - 0.5, 0.0, double(tiles - 1));
    const auto first = std::min(static_cast<unsigned>(tile), tiles > 1 ? tiles - 2 : 0);
    return {first, static_cast<int>(std::lround((tile - first) * 256))};
}

std::vector<PageGround::Place> PageGround::across(double scale, unsigned width) const
{
    std::vector<Place> places(width);
    for (unsigned x = 0; x < width; ++x) {
        places[x] = place(x, scale, m_columns);
    }
    return places;
}

void PageGround::row(double y, double scale, std::span<const Place> across, std::span<std::uint8_t> to) const
{
    constexpr int One = 256;
    const Place down = place(y, scale, m_rows);
    const std::size_t size = std::size_t(m_columns) * m_channels;
    const std::uint8_t *const top = m_values.data() + down.tile * size;
    const std::uint8_t *const bottom = m_values.data() + std::min(down.tile + 1, m_rows - 1) * size;
    std::vector<int> between(size + m_channels); // of this row, a tile each; the last one twice
    for (std::size_t i = 0; i < size; ++i) {
        between[i] = top[i] * (One - down.part) + bottom[i] * down.part;
    }
    std::copy(between.end() - 2 * std::ptrdiff_t(m_channels), between.end() - std::ptrdiff_t(m_channels), between.end() - std::ptrdiff_t(m_channels));
    std::uint8_t *sample = to.data();
    for (const Place &place : across) {
        const int *const left = between.data() + std::size_t(place.tile) * m_channels;
        for (unsigned channel = 0; channel < m_channels; ++channel) {
            *sample++ = static_cast<std::uint8_t>((left[channel] * (One - place.part) + left[m_channels + channel] * place.part) / (One * One));
        }
    }
}

} // namespace motcua::worker
