// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/photo/PhotoFrame.h"
#include "app/worker/RowShrinker.h"

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

namespace motcua::worker {

/** A decoded photograph that fits the frame of an answer: rows from the top, 3 samples a pixel, or 4 where it says how opaque it is. */
struct Photo
{
    Extent extent = {};
    unsigned channels = 0;
    std::vector<std::uint8_t> samples = {};

    static constexpr unsigned MostSide = 4096; ///< pixels of what is decoded at all, as its own header says
    static constexpr std::uint64_t MostPixels = 16'000'000;

    /** Whether that much may be decoded. */
    [[nodiscard]] static bool isModest(std::uint64_t width, std::uint64_t height)
    {
        return width <= MostSide && height <= MostSide && width * height <= MostPixels;
    }
};

/** The photograph, or why there is none (CannotDecode or TooLarge). */
using DecodedPhoto = std::variant<Photo, PhotoFrame::Outcome>;

/** Reads a JPEG or JPEG 2000, told by how the bytes begin; no byte of it is trusted. What is larger than an answer may be is made smaller. Does not throw. */
[[nodiscard]] DecodedPhoto decodePhoto(std::span<const std::uint8_t> bytes);

} // namespace motcua::worker
