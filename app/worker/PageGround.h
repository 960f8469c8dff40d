// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/worker/PageRaster.h"

namespace motcua::worker {

/** How bright the ground of a picture is from place to place, for each of its channels: a value for each tile, and smoothly between their centres. */
class PageGround
{
public:
    /** `skipped`, of as many pixels, are none of the ground where they are not 0; empty: none is skipped. `tile`: pixels of a side, at least 4. */
    PageGround(const PageRaster &raster, unsigned tile, std::span<const std::uint8_t> skipped = {});

    /** Between two tiles: the first of them, and how near the second is, of 256. */
    struct Place
    {
        unsigned tile = 0;
        int part = 0;
    };

    /** Where each pixel of a row lies that is `scale` times as large as the picture's. */
    [[nodiscard]] std::vector<Place> across(double scale, unsigned width) const;
    /** Of row `y` of a picture that is `scale` times as large. */
    void row(double y, double scale, std::span<const Place> across, std::span<std::uint8_t> to) const;

    /** Of the whole: the brightness that a tenth of the tiles reach, a sample a channel. */
    [[nodiscard]] std::vector<std::uint8_t> brightest() const;

    /** A tile much darker than the page is no ground (a photograph, a cover, the table): it gets what those around it have. */
    void leaveOutDark();

private:
    [[nodiscard]] Place place(double at, double scale, unsigned tiles) const;
    [[nodiscard]] std::uint8_t &value(unsigned column, unsigned row, unsigned channel) { return m_values[(std::size_t(row) * m_columns + column) * m_channels + channel]; }
    void spread();

    unsigned m_channels;
    unsigned m_tile;
    unsigned m_columns;
    unsigned m_rows;
    std::vector<std::uint8_t> m_values;
    std::vector<std::uint8_t> m_known; ///< 1: the tile has ground
};

} // namespace motcua::worker
