// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Tlv.h"

#include <cstdint>
#include <cstdlib>

using namespace motcua;

/** Objects lie within the bytes they were read from, one after the other, and written again they are read as the same. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    TlvReader reader(bytes);
    qsizetype read = 0;
    while (const auto object = reader.next()) {
        read += object->whole.size();
        const QByteArray again = tlv(object->tag, object->value);
        const auto same = TlvReader::only(again, object->tag);
        if (object->value.size() > object->whole.size() || read > bytes.size() || !same || same->value != object->value) {
            std::abort();
        }
    }
    if (!reader.broken() && read != bytes.size()) {
        std::abort();
    }
    (void)TlvReader::size(bytes);
    return 0;
}
