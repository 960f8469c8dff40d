// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace motcua::worker {

/**
 * The segments of a JPEG, of which a page keeps what its picture needs: no word about who took it, where and with what (EXIF, XMP, comments), no small
 * picture of what it was before it was cut, and nothing behind its end.
 */
struct JpegSegments
{
    std::vector<std::uint8_t> kept = {}; ///< a JPEG of the very same picture; equal to the bytes where nothing had to go
    unsigned orientation = 1; ///< 1 to 8, how a camera was held (EXIF); 1: upright, or it does not say

    /** None where its segments do not follow one another up to a marked end: then it has to be written anew, if it can be decoded at all. */
    [[nodiscard]] static std::optional<JpegSegments> fromBytes(std::span<const std::uint8_t> bytes);

    /** Of the body of a segment that begins with "Exif". 1 where it says none that there is. */
    [[nodiscard]] static unsigned orientationIn(std::span<const std::uint8_t> exif);
};

} // namespace motcua::worker
