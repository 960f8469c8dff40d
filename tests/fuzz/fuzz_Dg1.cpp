// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/DataGroup.h"

#include <cstdint>
#include <cstdlib>

using namespace motcua;

/** A zone in a chip is read or nonsense. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto read = readDg1(bytes, {2026, 11, 28});
    if (!read && read.error().fault != CardFault::Nonsense) {
        std::abort();
    }
    return 0;
}
