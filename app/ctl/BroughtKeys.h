// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/KeySlots.h"

#include <QString>

namespace motcua::ctl {

/**
 * The keys of a store that is no desk of this machine: by its recovery key, or by the password of anybody it lets in, whose name nothing beside it
 * may tell. Errors: WrongRecoveryKey, WrongPassword and those of KeySlots::open().
 */
[[nodiscard]] Result<security::OpenedKeys> openedBy(const security::KeySlots &slots, const QString &typed, bool isRecoveryKey);

} // namespace motcua::ctl
