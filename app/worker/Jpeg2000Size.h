// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace motcua::worker {

/** What the first marker segment of a JPEG 2000 stream says (SIZ; ISO/IEC 15444-1, A.5.1), in a JP2 file or bare: read before a decoder makes room for it. */
struct Jpeg2000Size
{
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint64_t tiles = 0;
    unsigned components = 0;
    unsigned deepest = 0; ///< bits of a sample, of the component that has most

    /** None where there is no such segment, or it contradicts itself. */
    [[nodiscard]] static std::optional<Jpeg2000Size> fromBytes(std::span<const std::uint8_t> bytes);
};

} // namespace motcua::worker
