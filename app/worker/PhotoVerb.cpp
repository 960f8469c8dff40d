// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PhotoVerb.h"

#include "app/worker/Photo.h"
#include "app/worker/WriteAll.h"

#include <cerrno>
#include <optional>
#include <unistd.h>

namespace motcua::worker {

namespace {

/** All there is, or one byte more than a photograph may have: what follows that is not read. */
std::optional<std::vector<std::uint8_t>> readAll(int input)
{
    std::vector<std::uint8_t> bytes(PhotoFrame::LargestInput + 1);
    std::size_t size = 0;
    while (size < bytes.size()) {
        const ssize_t taken = ::read(input, bytes.data() + size, bytes.size() - size);
        if (taken == 0) {
            break;
        }
        if (taken < 0 && errno != EINTR) {
            return {};
        }
        size += taken > 0 ? static_cast<std::size_t>(taken) : 0;
    }
    bytes.resize(size);
    return bytes;
}

} // namespace

bool answerPhoto(int input, int output)
{
    const auto bytes = readAll(input);
    if (!bytes) {
        return false;
    }
    const DecodedPhoto decoded = decodePhoto(*bytes);
    if (const auto *const photo = std::get_if<Photo>(&decoded)) {
        const PhotoFrame frame{PhotoFrame::Outcome::Picture, photo->channels, photo->extent.width, photo->extent.height};
        return writeAll(output, frame.head()) && writeAll(output, photo->samples);
    }
    return writeAll(output, PhotoFrame{.outcome = std::get<PhotoFrame::Outcome>(decoded)}.head());
}

} // namespace motcua::worker
