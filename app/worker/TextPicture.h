// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/text/TextFrame.h"

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

namespace motcua::worker {

/** A page in grey, as fine as text is read best. */
struct TextPicture
{
    static constexpr unsigned Dpi = 300; ///< finer tells the engine nothing more and takes four times as long
    static constexpr std::uint64_t MostPixels = 120'000'000; ///< of the JPEG, as a page may have
    static constexpr std::uint64_t MostGreyPixels = 24'000'000; ///< A3 at 340 dpi

    unsigned width = 0;
    unsigned height = 0;
    unsigned dpi = 0; ///< of this picture
    unsigned pageWidth = 0; ///< pixels of the page it was made from
    unsigned pageHeight = 0;
    std::vector<std::uint8_t> grey = {}; ///< rows from the top without a gap

    /** Of a JPEG; else why there is none (CannotDecode, TooLarge). One that says no resolution, or one that cannot be, is taken as a sheet of A4. */
    [[nodiscard]] static std::variant<TextPicture, TextFrame::Outcome> of(std::span<const std::uint8_t> jpeg);
};

} // namespace motcua::worker
