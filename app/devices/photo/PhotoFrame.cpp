// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/photo/PhotoFrame.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr std::array<std::uint8_t, 4> Magic = {'M', 'C', 'P', '1'};

std::uint32_t number(std::span<const std::uint8_t> bytes)
{
    std::uint32_t value = 0;
    for (const std::uint8_t byte : bytes) {
        value = value << 8 | byte;
    }
    return value;
}

void put(std::span<std::uint8_t> bytes, std::size_t value)
{
    for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte) {
        *byte = static_cast<std::uint8_t>(value & 0xFF);
        value >>= 8;
    }
}

} // namespace

PhotoFrame::Head PhotoFrame::head() const
{
    Head head{};
    const std::span<std::uint8_t> bytes(head);
    std::copy(Magic.begin(), Magic.end(), head.begin());
    put(bytes.subspan(4, 1), static_cast<std::uint8_t>(outcome));
    put(bytes.subspan(5, 1), pixelSize);
    put(bytes.subspan(6, 2), width);
    put(bytes.subspan(8, 2), height);
    put(bytes.subspan(12, 4), pictureSize());
    return head;
}

std::optional<PhotoFrame> PhotoFrame::fromHead(std::span<const std::uint8_t, HeadSize> head)
{
    const std::span<const std::uint8_t> bytes(head);
    if (number(bytes.subspan(4, 1)) > static_cast<std::uint8_t>(Outcome::TooLarge)) {
        return {};
    }
    PhotoFrame frame;
    frame.outcome = static_cast<Outcome>(bytes[4]);
    frame.pixelSize = bytes[5];
    frame.width = number(bytes.subspan(6, 2));
    frame.height = number(bytes.subspan(8, 2));
    const bool isPicture = frame.outcome == Outcome::Picture;
    const bool hasPixels = (frame.pixelSize == 3 || frame.pixelSize == 4) && frame.width > 0 && frame.height > 0 && frame.width <= MostWidth
        && frame.height <= MostHeight;
    const bool hasNothing = frame.pixelSize == 0 && frame.width == 0 && frame.height == 0;
    // One byte string for a head: what is written anew must be what was read, the magic, the zeros and the length with it.
    const Head again = frame.head();
    if (!(isPicture ? hasPixels : hasNothing) || !std::equal(again.begin(), again.end(), bytes.begin())) {
        return {};
    }
    return frame;
}

} // namespace motcua
