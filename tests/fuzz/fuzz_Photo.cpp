// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/Photo.h"

#include <cstdlib>

using namespace motcua::worker;

/** A photograph fits the frame of an answer and has all its samples, or there is none: without the lock-down, so that the sanitizers can speak. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const DecodedPhoto decoded = decodePhoto({data, size});
    if (const auto *const outcome = std::get_if<motcua::PhotoFrame::Outcome>(&decoded)) {
        if (*outcome == motcua::PhotoFrame::Outcome::Picture) {
            std::abort();
        }
        return 0;
    }
    const Photo &photo = std::get<Photo>(decoded);
    if (photo.extent.width == 0 || photo.extent.height == 0 || photo.extent != photo.extent.fitted() || photo.channels < 3
        || photo.channels > 4 || photo.samples.size() != std::size_t(photo.extent.width) * photo.extent.height * photo.channels) {
        std::abort();
    }
    return 0;
}
