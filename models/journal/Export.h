// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Entry.h"
#include "models/journal/LogHead.h"

#include <optional>

namespace motcua::journal {

/** One entry as it stands in an export. */
struct ExportRecord
{
    enum class Presence : quint8 {
        Present = 1,
        Purged = 2, ///< the payload is gone for ever
        Withheld = 3, ///< the exporter has it and does not give it here
        Absent = 4, ///< the exporter itself received the header only
    };

    QByteArray headerBytes = {};
    Presence presence = Presence::Present;
    std::optional<Payload> payload = {}; ///< exactly when Present

    friend bool operator==(const ExportRecord &, const ExportRecord &) = default;
};

} // namespace motcua::journal
