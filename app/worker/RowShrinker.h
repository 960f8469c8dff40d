// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace motcua::worker {

/** How large a picture is, in pixels. */
struct Extent
{
    unsigned width = 0;
    unsigned height = 0;

    /** The largest one of the same shape that fits the frame of an answer; itself when it does. At least one pixel. */
    [[nodiscard]] Extent fitted() const;
    [[nodiscard]] Extent fitted(Extent box) const; ///< into any other

    friend bool operator==(const Extent &, const Extent &) = default;
};

/** Makes a picture smaller while its rows come, each pixel the mean of the area it stands for, and exactly itself where nothing is made smaller. */
class RowShrinker
{
public:
    static constexpr unsigned MostSide = 65'500; ///< of the picture that comes: what a JPEG can have, and the product of two sides stays within 32 bits

    /** `to` is no larger than `from`, `channels` are samples of a pixel. */
    RowShrinker(Extent from, Extent to, unsigned channels);

    /** The next row from the top, `from.width * channels` samples; as many times as there are rows. */
    void add(std::span<const std::uint8_t> row);

    /** The rows of the smaller picture that are whole. */
    [[nodiscard]] std::vector<std::uint8_t> &samples() { return m_samples; }

private:
    void finishRow();

    Extent m_from;
    Extent m_to;
    unsigned m_channels;
    unsigned m_taken = 0; ///< rows that came
    unsigned m_done = 0; ///< rows that are whole
    std::vector<std::uint32_t> m_sums; ///< of the row that is not, each source column by itself, in parts of a source row
    std::vector<std::uint8_t> m_samples;
};

} // namespace motcua::worker
