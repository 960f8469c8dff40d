// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/StatusTable.h"

#include <cstdint>

using namespace motcua;

/** A table of transitions is taken, or refused with the place of every fault. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<StatusTable, QList<Error>> table = StatusTable::fromFile({QStringLiteral("transitions.json"), bytes});
    if (table) {
        return 0;
    }
    if (table.error().isEmpty()) {
        qFatal("refused without a reason");
    }
    for (const Error &error : table.error()) {
        if (!error.detail.startsWith(QStringLiteral("transitions.json:"))) {
            qFatal("a fault without a place: %s", qPrintable(error.detail));
        }
    }
    return 0;
}
