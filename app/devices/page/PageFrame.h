// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace motcua {

// What goes between a program and the worker that makes its pages; both sides know it, and neither needs Qt for it. Integers are big-endian. What is read must be to
// the byte what would be written: whoever wrote anything else is not believed in anything.

/** The limits of a page that both sides keep. */
struct PageLimits
{
    static constexpr std::uint32_t MostBytes = 64 * 1024 * 1024; ///< of a picture, before and after
    static constexpr std::uint64_t MostPixels = 120'000'000;
    static constexpr std::uint32_t MostSide = 65'500; ///< pixels: what a JPEG can have
    static constexpr std::uint32_t ThumbnailSide = 320;
    static constexpr std::uint32_t MostDpi = 1'200;

    [[nodiscard]] static constexpr bool isPage(std::uint64_t width, std::uint64_t height)
    {
        return width > 0 && height > 0 && width <= MostSide && height <= MostSide && width * height <= MostPixels;
    }
};

/**
 * What is asked, before the picture it is asked of. 16 bytes: "MCQ1", what (1), wishes as bits (1: straighten 1, crop 2, clear 4, codes 8), quarter turns (1), zero (1),
 * width and height of the box of a look (2 each), bytes of the picture (4). A page has no box, a look no wishes.
 */
struct PageRequest
{
    enum class What : std::uint8_t { Page = 0, Look = 1 };

    static constexpr std::size_t Size = 16;
    using Bytes = std::array<std::uint8_t, Size>;

    What what = What::Page;
    bool straightens = false;
    bool crops = false;
    bool clears = false;
    bool readsCodes = false;
    unsigned quarterTurns = 0; ///< clockwise, 0 to 3
    unsigned boxWidth = 0; ///< pixels
    unsigned boxHeight = 0;
    std::uint32_t pictureSize = 0; ///< bytes

    [[nodiscard]] Bytes toBytes() const;
    [[nodiscard]] static std::optional<PageRequest> fromBytes(std::span<const std::uint8_t, Size> bytes);
    friend bool operator==(const PageRequest &, const PageRequest &) = default;
};

/** A code that was found on a page: kind (1), each corner from the upper left one clockwise (x and y of 4 bytes, signed), bytes of the text (2), text. */
struct PageCodeBody
{
    enum class Kind : std::uint8_t { Qr = 0, Code128 = 1, Pdf417 = 2 };
    struct Point
    {
        std::int32_t x = 0;
        std::int32_t y = 0;
        friend bool operator==(const Point &, const Point &) = default;
    };

    static constexpr std::size_t MostCodes = 32; ///< of a page
    static constexpr std::size_t LongestText = 8'192; ///< bytes of UTF-8: what the largest QR code can say
    static constexpr std::size_t MostBytes = MostCodes * (1 + 32 + 2 + LongestText); ///< of all

    Kind kind = Kind::Qr;
    std::array<Point, 4> corners = {};
    std::string text = {};

    [[nodiscard]] static std::vector<std::uint8_t> toBytes(const std::vector<PageCodeBody> &codes);
    [[nodiscard]] static std::optional<std::vector<PageCodeBody>> fromBytes(std::span<const std::uint8_t> bytes);
    friend bool operator==(const PageCodeBody &, const PageCodeBody &) = default;
};

/**
 * How an answer begins. 32 bytes: "MCA1", outcome (1), bits (1: the same bytes 1, colour 2, blank 4), dpi (2), hundredths of a degree it was turned by clockwise, and
 * 1000 (2), codes (2), width and height (4 each), bytes of the JPEG (4), width and height of the small picture (2 each), bytes of the codes (4).
 *
 * After a Page come its JPEG, unless it is the very one that was asked of, the small picture and the codes; after a Look its picture. Pictures are rows from the top
 * of red, green and blue without a gap. Any other outcome has zeros for the rest, the angle too, and nothing after.
 */
struct PageAnswer
{
    enum class Outcome : std::uint8_t { Page = 0, Look = 1, CannotDecode = 2, TooLarge = 3 };

    static constexpr std::size_t Size = 32;
    static constexpr int MostAskew = 1'000; ///< hundredths of a degree
    using Bytes = std::array<std::uint8_t, Size>;

    Outcome outcome = Outcome::CannotDecode;
    bool isSame = false;
    bool isColour = false;
    bool isBlank = false;
    unsigned dpi = 0;
    int askew = 0; ///< hundredths of a degree
    unsigned codes = 0;
    std::uint32_t width = 0; ///< pixels
    std::uint32_t height = 0;
    std::uint32_t jpegSize = 0; ///< bytes; 0: the same as was asked of
    unsigned smallWidth = 0; ///< pixels of the thumbnail, or of what is looked at
    unsigned smallHeight = 0;
    std::uint32_t codesSize = 0; ///< bytes

    [[nodiscard]] std::size_t smallSize() const { return std::size_t(3) * smallWidth * smallHeight; }
    [[nodiscard]] std::size_t bodySize() const { return jpegSize + smallSize() + codesSize; }
    [[nodiscard]] Bytes toBytes() const;
    [[nodiscard]] static std::optional<PageAnswer> fromBytes(std::span<const std::uint8_t, Size> bytes);
    friend bool operator==(const PageAnswer &, const PageAnswer &) = default;
};

} // namespace motcua
