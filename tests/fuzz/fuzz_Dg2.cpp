// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Dg2.h"

#include <cstdint>
#include <cstdlib>

using namespace motcua;

/** A photograph has bytes, and no more than it may, or is nonsense. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto read = FaceImage::fromBytes(bytes);
    if (!read && read.error().fault != CardFault::Nonsense) {
        std::abort();
    }
    if (read && (read->bytes.isEmpty() || read->bytes.size() > FaceImage::Largest || read->faces < 1)) {
        std::abort();
    }
    return 0;
}
