// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/PageVerb.h"

#include "app/worker/PageWork.h"
#include "app/worker/WriteAll.h"


namespace motcua::worker {

namespace {

/** As many bytes as there is room for; fewer where it ends before. None: it cannot be read. */
std::optional<std::size_t> readInto(int input, std::span<std::uint8_t> room)
{
    std::size_t size = 0;
    while (size < room.size()) {
        const ssize_t taken = ::read(input, room.data() + size, room.size() - size);
        if (taken == 0) {
            break;
        }
        if (taken < 0 && errno != EINTR) {
            return {};
        }
        size += taken > 0 ? static_cast<std::size_t>(taken) : 0;
    }
    return size;
}

} // namespace

bool answerPage(int input, int output)
{
    PageRequest::Bytes head{};
    if (readInto(input, head) != head.size()) {
        return false;
    }
    const auto request = PageRequest::fromBytes(head);
    if (!request) {
        return false;
    }
    std::vector<std::uint8_t> picture(request->pictureSize);
    if (readInto(input, picture) != picture.size()) {
        return false;
    }
    const PageWork work = workOn(*request, picture);
    return writeAll(output, work.answer.toBytes()) && writeAll(output, work.jpeg) && writeAll(output, work.small) && writeAll(output, work.codes);
}

} // namespace motcua::worker
