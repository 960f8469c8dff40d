// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace motcua::worker {

/** A picture in memory: rows from the top without a gap, one sample a pixel (grey) or three (red, green, blue). */
struct PageRaster
{
    unsigned width = 0;
    unsigned height = 0;
    unsigned channels = 1;
    std::vector<std::uint8_t> samples = {};

    PageRaster() = default;
    PageRaster(unsigned broad, unsigned high, unsigned channelCount)
        : width(broad)
        , height(high)
        , channels(channelCount)
        , samples(std::size_t(broad) * high * channelCount)
    {
    }

    [[nodiscard]] std::size_t rowSize() const { return std::size_t(width) * channels; }
    [[nodiscard]] std::uint8_t *row(unsigned y) { return samples.data() + y * rowSize(); }
    [[nodiscard]] const std::uint8_t *row(unsigned y) const { return samples.data() + y * rowSize(); }
    [[nodiscard]] unsigned longSide() const { return std::max(width, height); }
};

/** Makes a picture `part` times smaller while its rows come, each pixel the mean of the square it stands for; what is left at the edges counts as a square. */
class PageReducer
{
public:
    enum class Kind { Same, Grey };

    /** `part` is 1 to 255. Grey: of colours the luminance. */
    PageReducer(unsigned width, unsigned height, unsigned channels, unsigned part, Kind kind);

    void add(std::span<const std::uint8_t> row);
    [[nodiscard]] PageRaster &raster() { return m_raster; }

private:
    void finishRow(unsigned rows);

    unsigned m_width;
    unsigned m_height;
    unsigned m_channels;
    unsigned m_part;
    unsigned m_taken = 0;
    PageRaster m_raster;
    std::vector<std::uint32_t> m_sums;
    std::vector<std::uint8_t> m_grey; ///< a row that came in colours
};

/** All of a picture at once. */
[[nodiscard]] PageRaster reduced(const PageRaster &raster, unsigned part);

} // namespace motcua::worker
