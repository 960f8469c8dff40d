// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/RotateKeys.h"

#include "app/security/FileLock.h"

namespace motcua {

namespace {

QString turnPath(const security::KeySlots &slots)
{
    return slots.path() + QStringLiteral(".rotation");
}

Error noTurn()
{
    return {ErrorCode::FileUnwritable, QStringLiteral("lock of the rotation")};
}

/** Ends what was begun the way the file stands; the caller has the turn, so nobody is changing it. */
Result<security::DataKeys> ended(security::KeySlots &slots, const security::DataKeys &both, bool withNext)
{
    return withNext ? slots.finishRotation(both) : slots.cancelRotation(both);
}

} // namespace

Result<OpenedStore> RotateKeys::opened(const QString &path, const security::DataKeys &keys, const storage::StoreOptions &options)
{
    Result<storage::Store> store = storage::Store::open(path, keys.current, options);
    if (store) {
        return OpenedStore{*store, false};
    }
    if (store.error().code != ErrorCode::StoreWrongKey || !keys.rotating()) {
        return store.error();
    }
    store = storage::Store::open(path, keys.next, options);
    return store ? Result<OpenedStore>(OpenedStore{*store, true}) : Result<OpenedStore>(store.error());
}

Result<security::DataKeys> RotateKeys::run(
    const QString &path, security::KeySlots &slots, const security::OpenedKeys &keys, const storage::StoreOptions &options)
{
    const security::FileLock turn(turnPath(slots));
    if (!turn.held()) {
        return noTurn();
    }
    // Read again now that nobody else can be at it: another run may have ended while this one waited.
    const Result<security::OpenedKeys> now = slots.renewed(keys);
    if (!now) {
        return now.error();
    }
    const Result<security::DataKeys> both = slots.beginRotation(now->dataKeys);
    if (!both) {
        return both.error();
    }
    const Result<> rekeyed = storage::Store::rekey(path, both->current, both->next, options);
    if (rekeyed) {
        return slots.finishRotation(*both);
    }
    // Under the next key already, or unchanged because somebody has it open, or the disk gave up: the file itself says which.
    bool withNext = false;
    {
        const Result<OpenedStore> found = opened(path, *both, options);
        if (!found) {
            return rekeyed.error();
        }
        withNext = found->withNext;
    }
    const Result<security::DataKeys> settled = ended(slots, *both, withNext);
    return settled && withNext ? Result<security::DataKeys>(settled->clone()) : Result<security::DataKeys>(rekeyed.error());
}

Result<security::DataKeys> RotateKeys::settle(security::KeySlots &slots, const security::OpenedKeys &keys, bool withNext)
{
    if (!keys.dataKeys.rotating()) {
        return keys.dataKeys.clone();
    }
    const security::FileLock turn(turnPath(slots));
    if (!turn.held()) {
        return noTurn();
    }
    Result<security::OpenedKeys> now = slots.renewed(keys);
    if (!now) {
        return now.error();
    }
    if (!now->dataKeys.rotating()) {
        return std::move(now->dataKeys);
    }
    // The store is held open with one of the two, so no page changes its key before this is done.
    const security::SecretBytes &fits = withNext ? keys.dataKeys.next : keys.dataKeys.current;
    return ended(slots, now->dataKeys, fits.equals(now->dataKeys.next));
}

} // namespace motcua
