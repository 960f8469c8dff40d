// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/worker/PagePicture.h"

namespace motcua::worker {

[[nodiscard]] bool isPng(std::span<const std::uint8_t> bytes);

/** Reads a page that is a PNG (ISO/IEC 15948) by libpng, of any depth and colours, interlaced or not; what is not opaque lies on white. May throw std::bad_alloc. */
[[nodiscard]] DecodedPage decodePngPage(std::span<const std::uint8_t> bytes);

} // namespace motcua::worker
