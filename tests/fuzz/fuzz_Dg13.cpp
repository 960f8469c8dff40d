// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Dg13.h"
#include "app/devices/eid/DataGroups.h"

#include <cstdint>
#include <cstdlib>

using namespace motcua;

/** The Vietnamese group has no more fields than it may, or is nonsense, and what is read tells a person. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto read = Dg13::fromBytes(bytes);
    if (!read && read.error().fault != CardFault::Nonsense) {
        std::abort();
    }
    if (read && read->fields.size() > Dg13::Most) {
        std::abort();
    }
    DataGroups groups;
    groups.add(13, bytes, {2026, 11, 28});
    (void)groups.identity().contradictions();
    return 0;
}
