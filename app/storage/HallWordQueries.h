// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket/HallWord.h"

/** Questions about what is called out in the hall, for Store::ask(). */
namespace motcua::storage {

class Connection;

/** What stands at a moment: calls of that day in Vietnam that nobody has ended, and notices. */
struct HallWordAt
{
    using Answer = HallWord;
    qint64 nowMs = 0; ///< milliseconds since 1970-01-01 UTC

    [[nodiscard]] Answer run(Connection &connection) const;
};

} // namespace motcua::storage
