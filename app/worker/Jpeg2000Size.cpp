// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/Jpeg2000Size.h"

#include <algorithm>

namespace motcua::worker {

namespace {

using Bytes = std::span<const std::uint8_t>;

/** A number of `size` bytes; the caller knows they are there. */
std::uint64_t number(Bytes bytes, std::size_t at, std::size_t size)
{
    std::uint64_t value = 0;
    for (const std::uint8_t byte : bytes.subspan(at, size)) {
        value = value << 8 | byte;
    }
    return value;
}

/** The stream, which in a file stands in the first box "jp2c" (ISO/IEC 15444-1, I.4): length, type, and a longer length where that is 1. */
Bytes stream(Bytes bytes)
{
    constexpr std::uint64_t BareStream = 0xFF4FFF51;
    constexpr std::uint64_t StreamBox = 0x6A703263;
    if (bytes.size() >= 4 && number(bytes, 0, 4) == BareStream) {
        return bytes;
    }
    while (bytes.size() >= 16) {
        std::uint64_t length = number(bytes, 0, 4);
        const std::size_t head = length == 1 ? 16 : 8;
        if (length == 1) {
            length = number(bytes, 8, 8);
        } else if (length == 0) { // to the end
            length = bytes.size();
        }
        if (length < head || length > bytes.size()) {
            // What says it is longer than the file is cut off: its decoder will say so of the stream.
            if (length < head || number(bytes, 4, 4) != StreamBox) {
                return {};
            }
            length = bytes.size();
        }
        if (number(bytes, 4, 4) == StreamBox) {
            return bytes.subspan(head, static_cast<std::size_t>(length) - head);
        }
        bytes = bytes.subspan(static_cast<std::size_t>(length));
    }
    return {};
}

std::uint64_t tilesAlong(std::uint64_t end, std::uint64_t tileStart, std::uint64_t tile)
{
    return (end - tileStart + tile - 1) / tile;
}

} // namespace

std::optional<Jpeg2000Size> Jpeg2000Size::fromBytes(std::span<const std::uint8_t> bytes)
{
    constexpr std::size_t Fixed = 42; // SOC, SIZ and everything of it before the components
    const Bytes start = stream(bytes);
    if (start.size() < Fixed || number(start, 0, 4) != 0xFF4FFF51) {
        return {};
    }
    const std::uint64_t right = number(start, 8, 4);
    const std::uint64_t bottom = number(start, 12, 4);
    const std::uint64_t left = number(start, 16, 4);
    const std::uint64_t top = number(start, 20, 4);
    const std::uint64_t tileWidth = number(start, 24, 4);
    const std::uint64_t tileHeight = number(start, 28, 4);
    const std::uint64_t tileLeft = number(start, 32, 4);
    const std::uint64_t tileTop = number(start, 36, 4);
    const std::uint64_t components = number(start, 40, 2);
    if (right <= left || bottom <= top || tileWidth == 0 || tileHeight == 0 || tileLeft > left || tileTop > top || components == 0
        || number(start, 4, 2) != 38 + 3 * components || start.size() < Fixed + 3 * components) {
        return {};
    }
    Jpeg2000Size size;
    size.width = static_cast<std::uint32_t>(right - left);
    size.height = static_cast<std::uint32_t>(bottom - top);
    size.tiles = tilesAlong(right, tileLeft, tileWidth) * tilesAlong(bottom, tileTop, tileHeight);
    size.components = static_cast<unsigned>(components);
    for (std::size_t i = 0; i < components; ++i) {
        size.deepest = std::max(size.deepest, (start[Fixed + 3 * i] & 0x7FU) + 1);
    }
    return size;
}

} // namespace motcua::worker
