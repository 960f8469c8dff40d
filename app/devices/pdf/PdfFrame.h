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

/**
 * What a program and its worker for PDFs say to each other; both sides of the pipe know it, and neither needs Qt for it. Integers are big-endian.
 *
 * The question: 8 bytes, "MCPQ", whether cleaned bytes are wanted too (1), zero (3), and then the PDF to the end.
 */
struct PdfQuestion
{
    static constexpr std::size_t HeadSize = 8;
    static constexpr std::size_t LargestPdf = std::size_t(64) * 1024 * 1024; ///< bytes

    using Head = std::array<std::uint8_t, HeadSize>;

    bool cleans = false;

    [[nodiscard]] Head head() const;
    /** None when a byte of it is not as above. */
    [[nodiscard]] static std::optional<PdfQuestion> fromHead(std::span<const std::uint8_t> head);
};

/** A signature as it stands in a PDF. */
struct PdfFrameSignature
{
    static constexpr std::size_t MostNumbers = 16; ///< of a byte range; a sane one has four
    static constexpr std::size_t LargestContents = 1024 * 1024; ///< with what proves that no certificate of it was revoked
    static constexpr std::size_t LongestWord = 64;

    std::vector<std::int64_t> byteRange = {};
    std::vector<std::uint8_t> contents = {};
    std::string subFilter = {};
    std::string time = {};

    friend bool operator==(const PdfFrameSignature &, const PdfFrameSignature &) = default;
};

/**
 * The worker's answer.
 *
 * A head of 20 bytes: "MCPA", outcome (1), whether it was damaged (1), dangers (1: a bit each, the first is the lowest), length of the version (1), pages (4), how many
 * signatures (1), zero (3), length of the cleaned bytes (4). Then the version; each signature: how many numbers (1), each of 8 bytes, length of the contents (4) and they,
 * length of the sub-filter (1) and it, length of the time (1) and it; the cleaned bytes. Any outcome but Facts has zeros for the rest and nothing after.
 */
struct PdfFrame
{
    enum class Outcome : std::uint8_t { Facts = 0, NotPdf, Damaged, Encrypted, TooManyPages, TooLarge };

    static constexpr std::size_t HeadSize = 20;
    static constexpr std::uint32_t MostPages = 2'000;
    static constexpr std::size_t MostSignatures = 64;
    static constexpr std::uint8_t AllDangers = 0b11'1111;
    static constexpr std::size_t LongestVersion = 8;
    /** Bytes: what is written anew may be a little longer. */
    static constexpr std::size_t LargestCleaned = PdfQuestion::LargestPdf + 4 * 1024 * 1024;
    static constexpr std::size_t LargestAnswer = LargestCleaned + 8 * 1024 * 1024; ///< signatures of such lengths are not taken all together

    Outcome outcome = Outcome::Damaged;
    bool isDamaged = false;
    std::uint8_t dangers = 0;
    std::uint32_t pages = 0;
    std::string version = {};
    std::vector<PdfFrameSignature> signatures = {};
    std::vector<std::uint8_t> cleaned = {};

    /** Whether every part keeps to its limit: what does not is not to be written. */
    [[nodiscard]] bool fits() const;
    /** All but the cleaned bytes, which follow. Only of a frame that fits(). */
    [[nodiscard]] std::vector<std::uint8_t> beginning() const;
    /** None when a byte of it is not as above, or there is one too few or too many: whoever wrote it is not believed in anything. */
    [[nodiscard]] static std::optional<PdfFrame> fromBytes(std::span<const std::uint8_t> bytes);

    friend bool operator==(const PdfFrame &, const PdfFrame &) = default;
};

} // namespace motcua
