// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QByteArrayView>
#include <QString>

namespace motcua::portal {

/**
 * Writes a file that must not exist yet, with these permissions from its first byte on (such as 0600), and flushes it; what could not be written
 * whole is taken away. Errors: FileUnwritable, DiskFull.
 */
[[nodiscard]] Result<> writeNewFile(const QString &path, QByteArrayView bytes, int mode);

} // namespace motcua::portal
