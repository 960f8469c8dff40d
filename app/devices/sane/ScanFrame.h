// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace motcua {

/**
 * One piece of what a program and its scanning worker say to each other; both sides of the pipe know it, and neither needs Qt for it.
 *
 * A head of 12 bytes, integers big-endian: "MCS1", kind (1), zero (3), length of the body (4). What the bodies hold is in ScanBodies.h. The program says
 * one Request; the worker answers with any number of the others and an End, after which it says nothing.
 */
struct ScanFrame
{
    enum class Kind : std::uint8_t { Request = 1, Device, Abilities, Began, Progress, Page, End };

    static constexpr std::size_t HeadSize = 12;
    static constexpr std::size_t LargestPage = std::size_t(64) * 1024 * 1024; ///< bytes of the body: A3 in colour at 600 dpi has some 15 million
    static constexpr std::size_t LargestOther = 8 * 1024;

    using Head = std::array<std::uint8_t, HeadSize>;

    Kind kind = Kind::End;
    std::vector<std::uint8_t> body = {};

    /** Bytes that a body of this kind may have at most. */
    [[nodiscard]] static std::size_t largest(Kind kind) { return kind == Kind::Page ? LargestPage : LargestOther; }
    [[nodiscard]] static Head head(Kind kind, std::size_t size);

    friend bool operator==(const ScanFrame &, const ScanFrame &) = default;
};

/** Puts frames together from bytes as they come. Whoever once said what is no frame is not listened to any more. */
class ScanFrames
{
public:
    /** Takes bytes from the front of `bytes` until a frame is whole, and that frame; none when there are no more bytes, or isBroken(). */
    [[nodiscard]] std::optional<ScanFrame> take(std::span<const std::uint8_t> &bytes);

    [[nodiscard]] bool isBroken() const { return m_isBroken; }
    /** Between two frames: what ends here ends whole. */
    [[nodiscard]] bool isAtStart() const { return m_headSize == 0 && !m_isBroken; }

private:
    bool judgeHead();

    ScanFrame::Head m_head{};
    std::size_t m_headSize = 0; ///< of m_head
    std::size_t m_size = 0; ///< that the body is to have
    ScanFrame m_frame;
    bool m_isBroken = false;
};

} // namespace motcua
