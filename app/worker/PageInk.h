// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/worker/PageRaster.h"

namespace motcua::worker {

/** Yes or no for each pixel of a small picture of a page. */
struct PageMask
{
    unsigned width = 0;
    unsigned height = 0;
    std::vector<std::uint8_t> bits = {}; ///< 0 or 1, rows from the top

    PageMask() = default;
    PageMask(unsigned broad, unsigned high)
        : width(broad)
        , height(high)
        , bits(std::size_t(broad) * high)
    {
    }
    /** With what lies within so many pixels of it, across and down. */
    [[nodiscard]] PageMask grown(unsigned radius) const;
    [[nodiscard]] bool at(unsigned x, unsigned y) const { return bits[std::size_t(y) * width + x] != 0; }
    [[nodiscard]] std::uint8_t &operator()(unsigned x, unsigned y) { return bits[std::size_t(y) * width + x]; }
};

/**
 * What is known of a page from a small picture of it (about 150 dots per inch): where the scanner shows what lies around the sheet, and where there is ink on it. A
 * sheet has its own brightness in each place: ink is what is darker than the paper around it, in the darkest of its colours, so that a pale seal counts as well.
 */
struct PageInk
{
    PageMask around = {}; ///< dark, of no colour, and joined to an edge of the picture: the lid or the inside of a scanner
    PageMask ink = {};
    std::vector<std::uint8_t> paper = {}; ///< the paper's own colour, a sample a channel
    bool isSurrounded = false; ///< there is any of `around`

    [[nodiscard]] static PageInk of(const PageRaster &small);

    /**
     * Whether nothing is written on it: specks of dust, holes of a punch near an edge, a line that dirt in a feeder drew from end to end, what shines through from the
     * other side and what lies within 4 mm of the edges are nothing. A faint line of text is something. `dpi` is that of the small picture.
     */
    [[nodiscard]] bool isBlank(unsigned dpi) const;
};

/** A grey or uneven ground becomes white, in each colour by itself: for photographs of paper. */
void clearGround(PageRaster &raster);

} // namespace motcua::worker
