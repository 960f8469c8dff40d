// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/Identity.h"

#include <cstdint>
#include <cstdlib>

using namespace motcua;

/** A zone that is read is read from its own lines as the same, and tells a person. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QDate today(2026, 11, 28);
    const auto mrz = Mrz::fromText(QString::fromUtf8(bytes), today);
    if (!mrz) {
        return mrz.error().line >= 0 && mrz.error().column >= 0 ? 0 : (std::abort(), 1);
    }
    const auto again = Mrz::fromText(mrz->lines().join(u'\n'), today);
    if (!again || *again != *mrz || mrz->documentNumber().isEmpty() || mrz->surname().isEmpty() || !mrz->key().information()
        || Identity::ofMrz(*mrz).isEmpty() || (mrz->birth() && mrz->birth()->first() > today)) {
        std::abort();
    }
    return 0;
}
