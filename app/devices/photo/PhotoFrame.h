// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace motcua {

/**
 * How the worker's answer about one photograph begins; both sides of the pipe know it, and neither needs Qt for it.
 *
 * 16 bytes, integers big-endian: "MCP1", outcome (1), bytes of a pixel (1), width (2), height (2), zero (2), length of what follows (4). A picture follows as
 * rows from the top without a gap: red, green, blue and, with four bytes, how opaque it is. Any other outcome has zeros for the rest and nothing after.
 */
struct PhotoFrame
{
    enum class Outcome : std::uint8_t { Picture = 0, CannotDecode = 1, TooLarge = 2 };

    static constexpr std::size_t HeadSize = 16;
    static constexpr std::size_t LargestInput = 1024 * 1024; ///< bytes of a compressed photograph; cards have 10 to 25 thousand
    static constexpr unsigned MostWidth = 480; ///< pixels of the answer: what does not fit is made smaller
    static constexpr unsigned MostHeight = 640;
    static constexpr std::size_t LargestPicture = std::size_t(4) * MostWidth * MostHeight; ///< bytes after the head

    using Head = std::array<std::uint8_t, HeadSize>;

    Outcome outcome = Outcome::CannotDecode;
    unsigned pixelSize = 0; ///< 3 or 4 bytes
    unsigned width = 0;
    unsigned height = 0;

    [[nodiscard]] std::size_t pictureSize() const { return std::size_t(pixelSize) * width * height; }
    [[nodiscard]] Head head() const;

    /** None when a byte of it is not as above: whoever wrote it is not believed in anything. */
    [[nodiscard]] static std::optional<PhotoFrame> fromHead(std::span<const std::uint8_t, HeadSize> head);

    friend bool operator==(const PhotoFrame &, const PhotoFrame &) = default;
};

} // namespace motcua
