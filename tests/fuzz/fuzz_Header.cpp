// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Header.h"

#include <cstdint>
#include <cstdlib>

using namespace motcua::journal;

/** There is one byte string for a header: what is taken must be written back byte for byte. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    if (const auto header = Header::decoded(bytes); header && header->encoded() != bytes) {
        std::abort();
    }
    return 0;
}
