// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/KeySlots.h"
#include "app/storage/Store.h"

namespace motcua {

/** A store that opened, and with which of the two keys a rotation under way leaves. */
struct OpenedStore
{
    storage::Store store;
    bool withNext = false;
};

/**
 * A new data key for a store: both keys into the slots, every page under the new one, the old key out of the slots.
 *
 * Whoever kept the old key, or a copy of an old slots file, reads nothing that is written afterwards. A crash anywhere leaves the file
 * under one of the keys the slots give; opened() finds which, and settle() or another run() ends the matter. One program at a time: the
 * turn is kept by a lock beside the slots, so nobody takes back a key with which somebody else is encrypting.
 * All calls block; run() about 13 s a gigabyte, and it needs as much free disk as the store is large.
 */
class RotateKeys
{
public:
    /** The store under whichever of `keys` fits. Errors: those of Store::open. */
    [[nodiscard]] static Result<OpenedStore> opened(
        const QString &path, const security::DataKeys &keys, const storage::StoreOptions &options);

    /**
     * The whole rotation of the store at `path`, which this program must have closed. Returns the new keys.
     *
     * What an earlier try left half done is completed with the key it had chosen. On an error nothing is half done, unless the disk
     * refuses even that. Errors: StoreBusy (another program has it open), DiskFull, FileUnwritable, StoreWrongKey (`keys` are no longer
     * the store's) and those of Store::open.
     */
    [[nodiscard]] static Result<security::DataKeys> run(const QString &path, security::KeySlots &slots, const security::OpenedKeys &keys,
        const storage::StoreOptions &options);

    /**
     * Ends a rotation somebody began and did not end, for a store that is open with the current key, or the next one if `withNext`.
     *
     * Returns the keys as they are then; they are the same where nothing was under way. Waits while another program rotates.
     */
    [[nodiscard]] static Result<security::DataKeys> settle(security::KeySlots &slots, const security::OpenedKeys &keys, bool withNext);
};

} // namespace motcua
