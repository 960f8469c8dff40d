// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace motcua::worker {

/** The rows of one page as a scanner sends them, in one pass or in three, put into eight bits a sample: grey, or red, green and blue of each pixel. */
class PageRows
{
public:
    enum class Bands { Grey, Rgb, Red, Green, Blue };

    /** What a scanner says of a pass before it sends it (SANE_Parameters). */
    struct Shape
    {
        Bands bands = Bands::Grey;
        int bytesPerRow = 0;
        int pixels = 0; ///< of a row
        int rows = -1; ///< negative: nobody knows yet
        int depth = 8; ///< bits of a sample: 1, 8, or 16 in the order of bytes of this machine
    };

    static constexpr std::size_t MostBytes = std::size_t(320) * 1024 * 1024; ///< A3 in colour at 600 dpi is 209 million
    static constexpr unsigned MostSide = 65'500; ///< what a JPEG can have

    /** A pass begins. False: it cannot be, or does not go with the pass before it, or is too large (isTooLarge). */
    [[nodiscard]] bool begin(const Shape &shape);

    /** Bytes of the pass, any number of them. False: there are more than a page may have (isTooLarge). */
    [[nodiscard]] bool add(std::span<const std::uint8_t> bytes);

    /** The pass has ended; a row that is not whole is none. False: it has not one row. */
    [[nodiscard]] bool endPass();

    [[nodiscard]] bool isTooLarge() const { return m_isTooLarge; }
    [[nodiscard]] unsigned width() const { return m_width; }
    [[nodiscard]] unsigned channels() const { return m_channels; }
    /** Rows of this pass that are whole. */
    [[nodiscard]] unsigned rows() const { return m_rows; }
    [[nodiscard]] std::span<const std::uint8_t> row(unsigned y) const;

private:
    void takeRow(std::span<const std::uint8_t> bytes);

    Shape m_shape;
    unsigned m_width = 0;
    unsigned m_channels = 0;
    unsigned m_rows = 0;
    unsigned m_least = 0; ///< rows of the shortest pass before this one; 0: this is the first
    bool m_isTooLarge = false;
    std::vector<std::uint8_t> m_part; ///< of a row
    std::vector<std::uint8_t> m_samples;
};

} // namespace motcua::worker
