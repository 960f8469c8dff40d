// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Com.h"

#include <cstdint>
#include <cstdlib>

using namespace motcua;

/** EF.COM names each data group once, or is nonsense. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto read = EfCom::fromBytes(bytes);
    if (!read && read.error().fault != CardFault::Nonsense) {
        std::abort();
    }
    if (read && read->groups.size() > 16) {
        std::abort();
    }
    return 0;
}
