// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Dg11.h"

#include <cstdint>
#include <cstdlib>

using namespace motcua;

/** More about the holder is read or nonsense. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto read = Dg11::fromBytes(bytes);
    if (!read && read.error().fault != CardFault::Nonsense) {
        std::abort();
    }
    return 0;
}
