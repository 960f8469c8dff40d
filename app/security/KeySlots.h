// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/DurableFile.h"
#include "app/security/OpenedKeys.h"
#include "app/security/Password.h"
#include "app/security/PersonKey.h"
#include "app/security/RecoveryKey.h"
#include "app/security/SlotFact.h"
#include "models/base/Id.h"
#include "models/base/Result.h"

#include <QList>
#include <QString>

#include <functional>

namespace motcua::security {

struct SlotsDocument;

/**
 * The file of key slots beside a store (`<store>.keys`, its copy `.keys.bak`): whoever it admits can open the store, nobody else.
 *
 * Opaque ids, salts, parameters and boxes; no names. A handle: each call reads the file afresh, and a change is made under a lock,
 * authenticated with the data key and put in place in one step, so several programs may use it at once and a crash or an error leaves
 * the old or the new file. The copy follows each change at once; a damaged file is read from it and mended.
 * Calls that take a password block for as long as scrypt takes: call them off the GUI thread.
 *
 * Errors of all calls: NotFound (no file), SlotsDamaged (file and copy, or altered by somebody without the key), FileNewer, FileUnreadable,
 * FileUnwritable, DiskFull, Internal; with `keys` that are no longer the store's: StoreWrongKey.
 */
class KeySlots
{
public:
    /** `storePath` is the store's own file; nothing is read yet. */
    explicit KeySlots(QString storePath, ScryptCost cost = ScryptCost::shipped(), FileProbe probe = {});

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] bool exists() const;
    [[nodiscard]] Result<QList<SlotFact>> facts() const;

    /** Slots of a new store: a new data key, its first person, and the recovery key. Errors: StoreExists, PasswordTooShort. */
    [[nodiscard]] Result<OpenedKeys> create(const Id &store, const Id &person, const Password &password, const RecoveryKey &recovery);

    /**
     * The keys of `person`. Errors: WrongPassword, PersonUnknown (after the same time), PersonDisabled (only with the right password).
     *
     * Does not count failures: SignInGate does.
     */
    [[nodiscard]] Result<OpenedKeys> open(const Id &person, const Password &password) const;

    /** Error: WrongRecoveryKey. */
    [[nodiscard]] Result<OpenedKeys> openWithRecovery(const RecoveryKey &recovery) const;

    /** With the key in `keyFile`, see MachineKey.h. Errors: FileUnreadable (also when others could read it), NotFound. */
    [[nodiscard]] Result<OpenedKeys> openWithMachine(const QString &keyFile) const;

    /**
     * What is in the slot of `keys` now, for whoever opened it before and still holds its private key: after a PIN, after a rotation.
     *
     * Errors: PersonUnknown (no such slot any more), PersonDisabled, StoreWrongKey (the pair was replaced).
     */
    [[nodiscard]] Result<OpenedKeys> renewed(const OpenedKeys &keys) const;

    /** Whether `keys` are those of this file, and nobody altered it without them. Errors: StoreWrongKey, SlotsDamaged. */
    [[nodiscard]] Result<> verify(const DataKeys &keys) const;

    /**
     * Re-wraps one blob; the same password again renews its cost.
     *
     * Errors: WrongPassword, PersonUnknown, PersonDisabled, PasswordTooShort.
     */
    [[nodiscard]] Result<PersonKey> changePassword(const Id &person, const Password &old, const Password &chosen);

    /** Errors: PersonUnknown. */
    [[nodiscard]] Result<PersonKey> personKey(const Id &person) const;

    // The calls below need the keys of the open store. Those that change who is admitted are Refused while a rotation is under way.

    /** A new person with a first password. Errors: Refused (already there), PasswordTooShort. */
    [[nodiscard]] Result<PersonKey> addPerson(const DataKeys &keys, const Id &person, const Password &password);

    /** Admits a person whose key came from another desk, or again. Error: Refused (a different key that is not newer than ours). */
    [[nodiscard]] Result<> admit(const DataKeys &keys, const PersonKey &key);

    /** Takes over a newer wrapping of a known key; an older or the same one changes nothing. Error: Refused (not the same pair). */
    [[nodiscard]] Result<> update(const DataKeys &keys, const PersonKey &key);

    /** A forgotten password: a new pair and password for a known person, admitted. Errors: PersonUnknown, PasswordTooShort. */
    [[nodiscard]] Result<PersonKey> resetPassword(const DataKeys &keys, const Id &person, const Password &password);

    /** Removes their sealed data key; rotate afterwards if they may have kept it. Errors: PersonUnknown, Refused (the last person). */
    [[nodiscard]] Result<> disable(const DataKeys &keys, const Id &person);

    /** The old paper opens nothing any more. */
    [[nodiscard]] Result<> replaceRecovery(const DataKeys &keys, const RecoveryKey &recovery);

    /** Writes a machine key to `keyFile` (new, 0600) and admits it. Errors: FileUnwritable (also when it exists). */
    [[nodiscard]] Result<Id> addMachine(const DataKeys &keys, const QString &keyFile);
    [[nodiscard]] Result<> removeMachine(const DataKeys &keys, const Id &machine);

    /**
     * First half of a new data key: both keys are in the file when this returns, and `next` is what to re-key the store with.
     *
     * Called again after a crash it returns the same `next`.
     */
    [[nodiscard]] Result<DataKeys> beginRotation(const DataKeys &keys);

    /** Second half, once the store opens with `keys.next`: the old key is gone from the file and its copy. Returns the new keys. */
    [[nodiscard]] Result<DataKeys> finishRotation(const DataKeys &keys);

    /** Instead of the second half, when the store still opens with `keys.current`. */
    [[nodiscard]] Result<DataKeys> cancelRotation(const DataKeys &keys);

private:
    struct Loaded;
    using Change = std::function<Result<>(SlotsDocument &document)>;
    [[nodiscard]] Result<Loaded> load() const;
    [[nodiscard]] Result<> save(SlotsDocument document, const SecretBytes &dataKey) const;
    [[nodiscard]] Result<> change(const DataKeys &keys, bool evenWhileRotating, const Change &change, const SecretBytes *newKey = nullptr);
    [[nodiscard]] Result<OpenedKeys> openSlot(const Loaded &loaded, const Id &id, OpenedBy by, SecretBytes privateKey) const;
    void mend() const;
    [[nodiscard]] QString copyPath() const;
    [[nodiscard]] QString lockPath() const;

    QString m_path;
    ScryptCost m_cost;
    FileProbe m_probe;
};

} // namespace motcua::security
