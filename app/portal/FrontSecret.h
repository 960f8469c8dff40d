// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QString>

namespace motcua::portal {

/**
 * What the gateway and the server before it both know, in a file that nginx includes as it is: `set $motcua_front "…";`
 *
 * 32 random bytes in base64url. Who can read it can speak to the gateway as that server.
 */
struct FrontSecret
{
    /** Errors: FileUnreadable (also where everybody may read it, `detail` says so), Invalid (no such line, or fewer than 32 characters). */
    [[nodiscard]] static Result<QByteArray> read(const QString &path);
    /** A new one, in a file that does not exist yet, for its owner to write and its group to read. Errors: FileUnwritable. */
    [[nodiscard]] static Result<> write(const QString &path);
};

} // namespace motcua::portal
