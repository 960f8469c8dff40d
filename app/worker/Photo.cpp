// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/Photo.h"

#include "app/worker/Jpeg.h"
#include "app/worker/Jpeg2000.h"

#include <new>

namespace motcua::worker {

DecodedPhoto decodePhoto(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() > PhotoFrame::LargestInput) {
        return PhotoFrame::Outcome::TooLarge;
    }
    try {
        if (Jpeg::isOne(bytes)) {
            return Jpeg(bytes).decoded();
        }
        if (Jpeg2000::isOne(bytes)) {
            return Jpeg2000(bytes).decoded();
        }
    } catch (const std::bad_alloc &) {
        return PhotoFrame::Outcome::TooLarge;
    }
    return PhotoFrame::Outcome::CannotDecode;
}

} // namespace motcua::worker
