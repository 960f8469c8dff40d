// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace motcua {

/**
 * The worker's answer about the text of one page; both sides of the pipe know it, and neither needs Qt for it. What is asked is a JPEG and nothing else.
 *
 * 16 bytes, integers big-endian: "MCT1", outcome (1), zero (3), width and height of the page in pixels (2 each), number of words (4). For each word follow 12 bytes:
 * left, top, width, height (2 each), line (2), confidence (1), bytes of its text (1); and its text in UTF-8. Any outcome but Text has zeros for the rest and nothing after.
 */
struct TextFrame
{
    enum class Outcome : std::uint8_t { Text = 0, CannotDecode = 1, TooLarge = 2, NoLanguage = 3 };

    struct Word
    {
        std::string text = {}; ///< UTF-8 as cleaned() leaves it, never empty
        unsigned left = 0; ///< pixels of the page
        unsigned top = 0;
        unsigned width = 0; ///< at least 1
        unsigned height = 0; ///< at least 1
        unsigned line = 0; ///< as that of the word before, or the next; 0 for the first
        unsigned confidence = 0; ///< 0 to 100

        friend bool operator==(const Word &, const Word &) = default;
    };

    static constexpr std::size_t HeadSize = 16;
    static constexpr std::size_t WordHeadSize = 12;
    static constexpr std::size_t LargestInput = std::size_t(64) * 1024 * 1024; ///< bytes of a JPEG: as many as a page may have
    static constexpr unsigned MostSide = 65'500; ///< pixels: what a JPEG can have
    static constexpr std::size_t MostWords = 20'000; ///< a page of A3 in the smallest print has some 6,000
    static constexpr std::size_t LongestText = 255; ///< bytes of a word
    static constexpr std::size_t LargestAnswer = HeadSize + MostWords * (WordHeadSize + LongestText);

    Outcome outcome = Outcome::CannotDecode;
    unsigned width = 0; ///< of the page in pixels
    unsigned height = 0;
    std::vector<Word> words = {};

    /** What is told of this; whoever made it keeps to the limits. */
    [[nodiscard]] std::vector<std::uint8_t> bytes() const;

    /** None when a byte is not as above: whoever wrote it is not believed in anything. */
    [[nodiscard]] static std::optional<TextFrame> fromBytes(std::span<const std::uint8_t> bytes);

    /**
     * What of `text` a word may have: whole characters of UTF-8 that can be seen, LongestText bytes at most. Left out are spaces, controls, what is not seen or turns the
     * direction of text, private and unassigned places of whole blocks, and what is no UTF-8 (RFC 3629: nothing longer than need be, no surrogates).
     */
    [[nodiscard]] static std::string cleaned(std::string_view text);

    friend bool operator==(const TextFrame &, const TextFrame &) = default;
};

} // namespace motcua
