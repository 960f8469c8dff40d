// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/sane/ScanBodies.h"

#include <cstdlib>

using namespace motcua;

namespace {

template <typename T>
void readAgain(const std::vector<std::uint8_t> &body)
{
    if (const auto read = T::fromBody(body)) {
        if (read->toBody() != body) {
            std::abort();
        }
    }
}

} // namespace

/** Whatever a worker says, its frames are the same in one piece and byte by byte, within their limits, and a body that is taken is what would be written of it. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    ScanFrames whole;
    ScanFrames dribble;
    std::span<const std::uint8_t> bytes(data, size);
    std::size_t at = 0;
    for (;;) {
        const auto frame = whole.take(bytes);
        std::optional<ScanFrame> again;
        while (!again && at < size && !dribble.isBroken()) {
            std::span<const std::uint8_t> one(data + at, 1);
            again = dribble.take(one);
            at += 1 - one.size();
            if (one.size() == 1 && !again && !dribble.isBroken()) {
                std::abort(); // neither taken nor refused
            }
        }
        if (!again) {
            std::span<const std::uint8_t> nothing;
            again = dribble.take(nothing); // a body of no bytes
        }
        if (frame != again) {
            std::abort();
        }
        if (!frame) {
            break;
        }
        if (frame->body.size() > ScanFrame::largest(frame->kind)) {
            std::abort();
        }
        readAgain<ScanRequest>(frame->body);
        readAgain<ScanDeviceBody>(frame->body);
        readAgain<ScanAbilitiesBody>(frame->body);
        readAgain<ScanProgressBody>(frame->body);
        readAgain<ScanEndBody>(frame->body);
        (void)ScanPageHead::fromBody(frame->body);
    }
    if (whole.isBroken() != dribble.isBroken()) {
        std::abort();
    }
    return 0;
}
