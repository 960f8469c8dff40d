// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/KeySlots.h"

#include "app/security/Aead.h"
#include "app/security/FileLock.h"
#include "app/security/MachineKey.h"
#include "app/security/Random.h"
#include "app/security/SlotsDocument.h"
#include "app/security/X25519.h"

#include <QFile>

#include <algorithm>
#include <utility>

namespace motcua::security {

struct KeySlots::Loaded
{
    SlotsDocument document = {};
    bool fromBackup = false;
};

namespace {

constexpr qsizetype FileLimit = 4 * 1024 * 1024;

Error refused(const char *why)
{
    return {ErrorCode::Refused, QString::fromLatin1(why)};
}

Error tooShort()
{
    return {ErrorCode::PasswordTooShort, QString::number(Password::MinimumLength)};
}

KeySlot slotOf(const PersonKey &key)
{
    KeySlot slot;
    slot.id = key.person;
    slot.publicKey = key.publicKey;
    slot.person = key;
    return slot;
}

// Puts the current key into the slot and the slot into the document, in place of the one it follows.
Result<> admitted(SlotsDocument &document, KeySlot slot, const SecretBytes &dataKey)
{
    const Result<QByteArray> box = document.boxFor(slot, dataKey, document.keyNumber);
    if (!box) {
        return box.error();
    }
    slot.box = *box;
    slot.nextBox.clear();
    if (KeySlot *known = document.find(slot.kind, slot.id)) {
        *known = slot;
    } else {
        document.entries.append(slot);
    }
    return {};
}

SlotFact::Kind kindOf(OpenedBy by)
{
    return by == OpenedBy::Recovery ? SlotFact::Kind::Recovery
        : by == OpenedBy::Machine   ? SlotFact::Kind::Machine
                                    : SlotFact::Kind::Person;
}

KeySlot recoverySlot(const Id &store, const RecoveryKey &recovery)
{
    KeySlot slot;
    slot.kind = SlotFact::Kind::Recovery;
    slot.publicKey = x25519::publicKey(recovery.privateKey(store.bytes()));
    return slot;
}

} // namespace

KeySlots::KeySlots(QString storePath, ScryptCost cost, FileProbe probe)
    : m_path(std::move(storePath) + QStringLiteral(".keys"))
    , m_cost(cost)
    , m_probe(std::move(probe))
{
}

QString KeySlots::copyPath() const
{
    return m_path + QStringLiteral(".bak");
}

QString KeySlots::lockPath() const
{
    return m_path + QStringLiteral(".lock");
}

bool KeySlots::exists() const
{
    return QFile::exists(m_path) || QFile::exists(copyPath());
}

Result<KeySlots::Loaded> KeySlots::load() const
{
    Error first;
    const Result<QByteArray> file = readWhole(m_path, FileLimit);
    if (file) {
        Result<SlotsDocument> document = SlotsDocument::decoded(*file);
        if (document) {
            return Loaded{*document, false};
        }
        if (document.error().code == ErrorCode::FileNewer) {
            return document.error();
        }
        first = document.error();
    } else {
        first = file.error();
    }
    const Result<QByteArray> copy = readWhole(copyPath(), FileLimit);
    if (!copy) {
        return first;
    }
    Result<SlotsDocument> document = SlotsDocument::decoded(*copy);
    if (document) {
        return Loaded{*document, true};
    }
    return document.error().code == ErrorCode::FileNewer || first.code == ErrorCode::NotFound ? document.error() : first;
}

// File and copy are written together: a copy that lags would let a disabled person or an old password back in.
Result<> KeySlots::save(SlotsDocument document, const SecretBytes &dataKey) const
{
    const QByteArray bytes = document.encoded(dataKey);
    const Result<SlotsDocument> again = SlotsDocument::decoded(bytes);
    if (!again || !again->authenticated(dataKey)) {
        return Error{ErrorCode::Internal, QStringLiteral("key slots do not read back")};
    }
    return replaceDurably({{m_path, bytes}, {copyPath(), bytes}}, m_probe);
}

Result<> KeySlots::change(const DataKeys &keys, bool evenWhileRotating, const Change &change, const SecretBytes *newKey)
{
    const FileLock lock(lockPath());
    if (!lock.held()) {
        return Error{ErrorCode::FileUnwritable, QStringLiteral("lock")};
    }
    Result<Loaded> loaded = load();
    if (!loaded) {
        return loaded.error();
    }
    SlotsDocument &document = loaded->document;
    if (const Result<> ours = document.authenticated(keys.current); !ours) {
        return ours;
    }
    if (document.rotating() && !evenWhileRotating) {
        return refused("rotation under way");
    }
    if (const Result<> done = change(document); !done) {
        return done;
    }
    return save(document, newKey != nullptr ? *newKey : keys.current);
}

// A crash between the two renames, or a bad sector, left one of the two behind; the good one is taken for both.
void KeySlots::mend() const
{
    const FileLock lock(lockPath());
    const Result<Loaded> loaded = load();
    if (!lock.held() || !loaded) {
        return;
    }
    const Result<QByteArray> file = readWhole(m_path, FileLimit);
    const Result<QByteArray> copy = readWhole(copyPath(), FileLimit);
    if (loaded->fromBackup && copy) {
        static_cast<void>(replaceDurably({{m_path, *copy}}, m_probe));
    } else if (!loaded->fromBackup && file && (!copy || *copy != *file)) {
        static_cast<void>(replaceDurably({{copyPath(), *file}}, m_probe));
    }
}

Result<OpenedKeys> KeySlots::openSlot(const Loaded &loaded, const Id &id, OpenedBy by, SecretBytes privateKey) const
{
    const SlotsDocument &document = loaded.document;
    const KeySlot *slot = document.find(kindOf(by), id);
    std::optional<SecretBytes> current = document.openBox(*slot, privateKey, slot->box, document.keyNumber);
    if (!current || current->size() != aead::KeySize) {
        return Error{ErrorCode::SlotsDamaged, QStringLiteral("box")};
    }
    if (const Result<> ours = document.authenticated(*current); !ours) {
        return Error{ErrorCode::SlotsDamaged, ours.error().detail};
    }
    OpenedKeys opened;
    opened.by = by;
    opened.slot = id;
    opened.privateKey = std::move(privateKey);
    opened.dataKeys.current = std::move(*current);
    if (!slot->nextBox.isEmpty()) {
        std::optional<SecretBytes> next = document.openBox(*slot, opened.privateKey, slot->nextBox, document.keyNumber + 1);
        if (!next || next->size() != aead::KeySize) {
            return Error{ErrorCode::SlotsDamaged, QStringLiteral("next box")};
        }
        opened.dataKeys.next = std::move(*next);
    }
    opened.fromBackup = loaded.fromBackup;
    mend();
    return opened;
}

Result<QList<SlotFact>> KeySlots::facts() const
{
    const Result<Loaded> loaded = load();
    if (!loaded) {
        return loaded.error();
    }
    QList<SlotFact> facts;
    for (const KeySlot &slot : loaded->document.entries) {
        facts.append({slot.kind, slot.id, slot.admitted(), slot.publicKey});
    }
    return facts;
}

Result<OpenedKeys> KeySlots::create(const Id &store, const Id &person, const Password &password, const RecoveryKey &recovery)
{
    if (password.length() < Password::MinimumLength) {
        return tooShort();
    }
    if (store.isNull() || person.isNull()) {
        return Error{ErrorCode::Invalid, QStringLiteral("null id")};
    }
    const Result<PersonKey> key = PersonKey::create(person, password, m_cost);
    if (!key) {
        return key.error();
    }
    const SecretBytes dataKey = random::secret(aead::KeySize);
    SlotsDocument document;
    document.store = store;
    for (const KeySlot &slot : {slotOf(*key), recoverySlot(store, recovery)}) {
        if (const Result<> done = admitted(document, slot, dataKey); !done) {
            return done.error();
        }
    }
    {
        const FileLock lock(lockPath());
        if (!lock.held()) {
            return Error{ErrorCode::FileUnwritable, QStringLiteral("lock")};
        }
        if (exists()) {
            return Error{ErrorCode::StoreExists, QStringLiteral("key slots")};
        }
        if (const Result<> saved = save(document, dataKey); !saved) {
            return saved.error();
        }
    }
    return open(person, password);
}

Result<OpenedKeys> KeySlots::open(const Id &person, const Password &password) const
{
    const Result<Loaded> loaded = load();
    if (!loaded) {
        return loaded.error();
    }
    const KeySlot *slot = loaded->document.find(SlotFact::Kind::Person, person);
    if (slot == nullptr) {
        // The same work as for a known person, so that the time it takes names nobody.
        static_cast<void>(scrypt(password.bytes().view(), person.bytes(), m_cost, aead::KeySize));
        return Error{ErrorCode::PersonUnknown};
    }
    Result<SecretBytes> privateKey = slot->person->unwrap(password);
    if (!privateKey) {
        return privateKey.error();
    }
    if (!slot->admitted()) {
        return Error{ErrorCode::PersonDisabled};
    }
    return openSlot(*loaded, person, OpenedBy::Password, std::move(*privateKey));
}

Result<OpenedKeys> KeySlots::openWithRecovery(const RecoveryKey &recovery) const
{
    const Result<Loaded> loaded = load();
    if (!loaded) {
        return loaded.error();
    }
    const KeySlot *slot = loaded->document.find(SlotFact::Kind::Recovery, {});
    SecretBytes privateKey = recovery.privateKey(loaded->document.store.bytes());
    if (slot == nullptr || x25519::publicKey(privateKey) != slot->publicKey) {
        return Error{ErrorCode::WrongRecoveryKey};
    }
    return openSlot(*loaded, {}, OpenedBy::Recovery, std::move(privateKey));
}

Result<OpenedKeys> KeySlots::openWithMachine(const QString &keyFile) const
{
    Result<MachineKey> key = MachineKey::read(keyFile);
    if (!key) {
        return key.error();
    }
    const Result<Loaded> loaded = load();
    if (!loaded) {
        return loaded.error();
    }
    const KeySlot *slot = loaded->document.find(SlotFact::Kind::Machine, key->slot);
    if (slot == nullptr || !slot->admitted() || x25519::publicKey(key->privateKey) != slot->publicKey) {
        return Error{ErrorCode::NotFound, QStringLiteral("this machine has no slot")};
    }
    return openSlot(*loaded, key->slot, OpenedBy::Machine, std::move(key->privateKey));
}

Result<OpenedKeys> KeySlots::renewed(const OpenedKeys &keys) const
{
    const Result<Loaded> loaded = load();
    if (!loaded) {
        return loaded.error();
    }
    const KeySlot *slot = loaded->document.find(kindOf(keys.by), keys.slot);
    if (slot == nullptr || !slot->admitted()) {
        return Error{slot == nullptr ? ErrorCode::PersonUnknown : ErrorCode::PersonDisabled};
    }
    if (x25519::publicKey(keys.privateKey) != slot->publicKey) {
        return Error{ErrorCode::StoreWrongKey, QStringLiteral("another pair")};
    }
    return openSlot(*loaded, keys.slot, keys.by, keys.privateKey.clone());
}

Result<> KeySlots::verify(const DataKeys &keys) const
{
    const Result<Loaded> loaded = load();
    return loaded ? loaded->document.authenticated(keys.current) : Result<>(loaded.error());
}

Result<PersonKey> KeySlots::personKey(const Id &person) const
{
    const Result<Loaded> loaded = load();
    if (!loaded) {
        return loaded.error();
    }
    const KeySlot *slot = loaded->document.find(SlotFact::Kind::Person, person);
    return slot == nullptr ? Result<PersonKey>(Error{ErrorCode::PersonUnknown}) : Result<PersonKey>(*slot->person);
}

Result<PersonKey> KeySlots::changePassword(const Id &person, const Password &old, const Password &chosen)
{
    if (chosen.length() < Password::MinimumLength) {
        return tooShort();
    }
    const Result<OpenedKeys> opened = open(person, old);
    if (!opened) {
        return opened.error();
    }
    const Result<PersonKey> before = personKey(person);
    if (!before) {
        return before.error();
    }
    const Result<PersonKey> after = before->rewrapped(opened->privateKey, chosen, m_cost);
    if (!after) {
        return after.error();
    }
    const Result<> done = change(opened->dataKeys, true, [&](SlotsDocument &document) -> Result<> {
        KeySlot *slot = document.find(SlotFact::Kind::Person, person);
        if (slot == nullptr || slot->person != *before) {
            return refused("changed meanwhile");
        }
        slot->person = *after;
        return {};
    });
    return done ? after : Result<PersonKey>(done.error());
}

Result<PersonKey> KeySlots::addPerson(const DataKeys &keys, const Id &person, const Password &password)
{
    if (password.length() < Password::MinimumLength) {
        return tooShort();
    }
    if (person.isNull()) {
        return Error{ErrorCode::Invalid, QStringLiteral("null id")};
    }
    const Result<PersonKey> key = PersonKey::create(person, password, m_cost);
    if (!key) {
        return key.error();
    }
    const Result<> done = change(keys, false, [&](SlotsDocument &document) -> Result<> {
        const bool known = document.find(SlotFact::Kind::Person, person) != nullptr;
        return known ? refused("already there") : admitted(document, slotOf(*key), keys.current);
    });
    return done ? key : Result<PersonKey>(done.error());
}

Result<> KeySlots::admit(const DataKeys &keys, const PersonKey &key)
{
    return change(keys, false, [&](SlotsDocument &document) -> Result<> {
        const KeySlot *known = document.find(SlotFact::Kind::Person, key.person);
        if (known == nullptr || key.revision > known->person->revision) {
            return admitted(document, slotOf(key), keys.current);
        }
        return known->publicKey == key.publicKey ? admitted(document, *known, keys.current) : refused("not newer than ours");
    });
}

Result<> KeySlots::update(const DataKeys &keys, const PersonKey &key)
{
    return change(keys, true, [&](SlotsDocument &document) -> Result<> {
        KeySlot *known = document.find(SlotFact::Kind::Person, key.person);
        if (known == nullptr) {
            return Error{ErrorCode::PersonUnknown};
        }
        if (known->publicKey != key.publicKey) {
            return refused("another pair");
        }
        if (key.revision > known->person->revision) {
            known->person = key;
        }
        return {};
    });
}

Result<PersonKey> KeySlots::resetPassword(const DataKeys &keys, const Id &person, const Password &password)
{
    if (password.length() < Password::MinimumLength) {
        return tooShort();
    }
    const Result<PersonKey> before = personKey(person);
    if (!before) {
        return before.error();
    }
    const Result<PersonKey> after = PersonKey::create(person, password, m_cost, before->revision + 1);
    if (!after) {
        return after.error();
    }
    const Result<> done = change(keys, false, [&](SlotsDocument &document) -> Result<> {
        const KeySlot *known = document.find(SlotFact::Kind::Person, person);
        const bool same = known != nullptr && known->person == *before;
        return same ? admitted(document, slotOf(*after), keys.current) : refused("changed meanwhile");
    });
    return done ? after : Result<PersonKey>(done.error());
}

Result<> KeySlots::disable(const DataKeys &keys, const Id &person)
{
    return change(keys, false, [&](SlotsDocument &document) -> Result<> {
        KeySlot *known = document.find(SlotFact::Kind::Person, person);
        if (known == nullptr) {
            return Error{ErrorCode::PersonUnknown};
        }
        const bool another = std::any_of(document.entries.cbegin(), document.entries.cend(), [&](const KeySlot &slot) {
            return slot.kind == SlotFact::Kind::Person && slot.id != person && slot.admitted();
        });
        if (!another) {
            return refused("the last person");
        }
        known->box.clear();
        return {};
    });
}

Result<> KeySlots::replaceRecovery(const DataKeys &keys, const RecoveryKey &recovery)
{
    return change(keys, false, [&](SlotsDocument &document) {
        return admitted(document, recoverySlot(document.store, recovery), keys.current);
    });
}

Result<Id> KeySlots::addMachine(const DataKeys &keys, const QString &keyFile)
{
    const MachineKey key = {Id::fromBytes(random::bytes(Id::Size)), x25519::generate()};
    // The file first: a slot whose key was never written could not be told from a lost one.
    if (const Result<> written = key.write(keyFile); !written) {
        return written.error();
    }
    const Result<> done = change(keys, false, [&](SlotsDocument &document) {
        KeySlot slot;
        slot.kind = SlotFact::Kind::Machine;
        slot.id = key.slot;
        slot.publicKey = x25519::publicKey(key.privateKey);
        return admitted(document, slot, keys.current);
    });
    if (!done) {
        QFile::remove(keyFile);
        return done.error();
    }
    return key.slot;
}

Result<> KeySlots::removeMachine(const DataKeys &keys, const Id &machine)
{
    return change(keys, false, [&](SlotsDocument &document) -> Result<> {
        const qsizetype removed
            = document.entries.removeIf([&](const KeySlot &slot) { return slot.kind == SlotFact::Kind::Machine && slot.id == machine; });
        return removed == 0 ? Result<>(Error{ErrorCode::NotFound, QStringLiteral("machine")}) : Result<>();
    });
}

} // namespace motcua::security
