// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/BroughtKeys.h"

namespace motcua::ctl {

Result<security::OpenedKeys> openedBy(const security::KeySlots &slots, const QString &typed, bool isRecoveryKey)
{
    if (isRecoveryKey) {
        const Result<security::RecoveryKey> key = security::RecoveryKey::fromTyped(typed);
        return key ? slots.openWithRecovery(*key) : Result<security::OpenedKeys>(key.error());
    }
    const Result<QList<security::SlotFact>> facts = slots.facts();
    if (!facts) {
        return facts.error();
    }
    Error why{ErrorCode::WrongPassword, {}};
    for (const security::SlotFact &fact : *facts) {
        if (fact.kind != security::SlotFact::Kind::Person) {
            continue;
        }
        Result<security::OpenedKeys> keys = slots.open(fact.id, security::Password::typed(typed));
        if (keys) {
            return keys;
        }
        if (keys.error().code != ErrorCode::WrongPassword) {
            why = keys.error();
        }
    }
    return why;
}

} // namespace motcua::ctl
