// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/page/PageFrame.h"
#include "app/worker/PageRaster.h"

#include <variant>

namespace motcua::worker {

/** A picture of which a page is made, as it was decoded. */
struct PagePicture
{
    PageRaster raster = {};
    unsigned dpi = 0; ///< 0: it does not say, or not what can be
    unsigned orientation = 1; ///< 1 to 8, how the camera was held (EXIF)
    std::vector<std::uint8_t> kept = {}; ///< its own JPEG without what it tells of people and places; empty where it has to be written anew
    std::vector<std::uint8_t> profile = {}; ///< of its colours (ICC)

    /**
     * Dots per inch as a file may say them: none where they are not the same both ways, are what programs write that do not know (72, 96), or make it no sheet of
     * paper. `x` and `y` per `unit`: 1 an inch, 2 a centimetre.
     */
    [[nodiscard]] static unsigned believedDpi(unsigned unit, double x, double y, unsigned longSide);
};

/** Or why there is none (CannotDecode or TooLarge). */
using DecodedPage = std::variant<PagePicture, PageAnswer::Outcome>;

/** Reads a JPEG or a PNG, told by how the bytes begin; no byte of it is trusted, and no room is made for more than a page has. Does not throw. */
[[nodiscard]] DecodedPage decodePage(std::span<const std::uint8_t> bytes);

/** The same, in colours and only as large as it fits into a box, never larger than it is. */
[[nodiscard]] DecodedPage decodeLook(std::span<const std::uint8_t> bytes, unsigned boxWidth, unsigned boxHeight);

} // namespace motcua::worker
