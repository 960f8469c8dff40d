// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"

struct sqlite3;

namespace motcua::storage {

/** What an extended result code of SQLite means to the program; `systemError` is the errno behind an I/O error, or 0. */
[[nodiscard]] ErrorCode errorCodeOf(int sqliteCode, int systemError);

/** The error a call on `handle` just returned; the detail names codes and the file's position, never values. */
[[nodiscard]] Error sqlError(sqlite3 *handle, int sqliteCode, const char *during);

} // namespace motcua::storage
