// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/ExportReader.h"

#include <cstdint>
#include <cstdlib>

using namespace motcua::journal;

/** An export is read in pieces; however it is cut, the same bytes give the same answer, and an error stays one. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto read = [&bytes](qsizetype piece) {
        ExportReader reader;
        qsizetype records = 0;
        for (qsizetype at = 0; at < bytes.size(); at += piece) {
            reader.feed(bytes.mid(at, piece));
            for (auto record = reader.next(); record && *record; record = reader.next()) {
                ++records;
            }
        }
        const auto trailer = reader.finish([](const LogHead &) { return true; });
        return std::pair(records, static_cast<bool>(trailer));
    };
    if (read(bytes.size() + 1) != read(7)) {
        std::abort();
    }
    return 0;
}
