// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/Catalogue.h"

#include <cstdint>
#include <cstdlib>

using namespace motcua;

/** A catalogue file is taken, or refused with the place of every fault; never a fault without a place. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const SourceFile file{.name = QStringLiteral("input.json"),
        .bytes = QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size))};
    const Result<Catalogue, QList<Error>> catalogue = Catalogue::fromFiles({file});
    if (!catalogue && catalogue.error().isEmpty()) {
        std::abort();
    }
    return 0;
}
