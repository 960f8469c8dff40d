// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/worker/PagePicture.h"

namespace motcua::worker {

/** Reads a page that is a JPEG, of whatever colours: what a press would print with four inks as well. May throw std::bad_alloc. */
[[nodiscard]] DecodedPage decodeJpegPage(std::span<const std::uint8_t> bytes);

/** Likewise, in three colours, as large as it fits into a box and never larger than it is. */
[[nodiscard]] DecodedPage decodeJpegLook(std::span<const std::uint8_t> bytes, unsigned boxWidth, unsigned boxHeight);

} // namespace motcua::worker
