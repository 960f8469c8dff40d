// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"
#include "models/base/Id.h"
#include "models/base/Result.h"

#include <QString>

namespace motcua::security {

/** The key with which an unattended machine (kiosk, hall board, night sync) opens its store: a file only root or its owner may read. */
struct MachineKey
{
    Id slot = {};
    SecretBytes privateKey = {}; ///< X25519

    /** Writes a file that must not exist yet, mode 0600, and flushes it. Errors: FileUnwritable, DiskFull. */
    [[nodiscard]] Result<> write(const QString &path) const;

    /**
     * Refuses what somebody else could have read or put there: not a regular file, a link, group or world bits, a foreign owner.
     *
     * Errors: NotFound; FileUnreadable, `detail` says which of these; SlotsDamaged when it is not a machine key.
     */
    [[nodiscard]] static Result<MachineKey> read(const QString &path);
};

} // namespace motcua::security
