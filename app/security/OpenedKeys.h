// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"
#include "models/base/Id.h"

namespace motcua::security {

/** How somebody got at the keys. */
enum class OpenedBy {
    Password,
    Pin,
    Recovery,
    Machine,
};

/**
 * The key of a store, and a second one while the store is being re-keyed.
 *
 * Open the store with `current`; if `next` is there and `current` fails, open it with `next`: one of the two always fits.
 */
struct DataKeys
{
    SecretBytes current = {}; ///< 32 bytes
    SecretBytes next = {}; ///< 32 bytes between KeySlots::beginRotation and its end, else empty

    [[nodiscard]] bool rotating() const { return !next.isEmpty(); }
    [[nodiscard]] DataKeys clone() const { return {current.clone(), next.clone()}; }
};

/** What an open slot gives: who, the private key of that slot, and the keys of the store. */
struct OpenedKeys
{
    OpenedBy by = OpenedBy::Password;
    Id slot = {}; ///< the person; for a machine its slot; null for recovery
    SecretBytes privateKey = {}; ///< X25519
    DataKeys dataKeys = {};
    bool fromBackup = false; ///< the slots file was damaged and its copy was read instead: `doctor` should say so

    [[nodiscard]] OpenedKeys clone() const { return {by, slot, privateKey.clone(), dataKeys.clone(), fromBackup}; }
};

} // namespace motcua::security
