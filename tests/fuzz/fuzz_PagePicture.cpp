// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/JpegSegments.h"
#include "app/worker/PageWork.h"

#include <cstdlib>

using namespace motcua;
using motcua::worker::JpegSegments;
using motcua::worker::PageWork;

namespace {

/** Whether anything in it may be a header of more than a million pixels: a run is to be short, and what is refused for its size is tested elsewhere. */
bool mayBeLarge(std::span<const std::uint8_t> bytes)
{
    constexpr std::size_t Most = 1'000'000;
    const auto number = [bytes](std::size_t at, std::size_t size) {
        std::size_t value = 0;
        for (std::size_t i = 0; i < size; ++i) {
            value = value << 8 | bytes[at + i];
        }
        return value;
    };
    if (bytes.size() > 24 && bytes[0] == 0x89 && (number(16, 4) > Most || number(20, 4) > Most || number(16, 4) * number(20, 4) > Most)) {
        return true;
    }
    for (std::size_t at = 0; at + 9 <= bytes.size(); ++at) {
        if (bytes[at] == 0xFF && bytes[at + 1] >= 0xC0 && bytes[at + 1] <= 0xCF && number(at + 5, 2) * number(at + 7, 2) > Most) {
            return true;
        }
    }
    return false;
}

} // namespace

/**
 * A page has a JPEG of its own or is the very bytes, and a small picture; a JPEG that was cleaned once is clean. Without the lock-down, so that the sanitizers can
 * speak, and without the reader of codes, whose assertions end the process.
 */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::span<const std::uint8_t> bytes(data, size);
    if (const auto segments = JpegSegments::fromBytes(bytes)) {
        const auto again = JpegSegments::fromBytes(segments->kept);
        if (!again || again->kept != segments->kept || segments->orientation < 1 || segments->orientation > 8 || segments->kept.size() > size + 2) {
            std::abort();
        }
    }
    if (mayBeLarge(bytes)) {
        return 0;
    }
    const PageRequest request{.straightens = true, .crops = true, .clears = size % 2 == 0, .quarterTurns = static_cast<unsigned>(size % 4)};
    const PageWork work = worker::workOn(request, bytes);
    const bool isPage = work.answer.outcome == PageAnswer::Outcome::Page;
    if (!PageAnswer::fromBytes(work.answer.toBytes()) || work.jpeg.size() != work.answer.jpegSize || work.small.size() != work.answer.smallSize()
        || (isPage && work.answer.isSame != work.jpeg.empty())) {
        std::abort();
    }
    const PageWork look = worker::workOn({.what = PageRequest::What::Look, .boxWidth = 50, .boxHeight = 40}, bytes);
    if (!PageAnswer::fromBytes(look.answer.toBytes()) || look.small.size() != look.answer.smallSize() || look.answer.smallWidth > 50 || look.answer.smallHeight > 40) {
        std::abort();
    }
    return 0;
}
