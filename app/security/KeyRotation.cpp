// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/Aead.h"
#include "app/security/KeySlots.h"
#include "app/security/Random.h"
#include "app/security/SlotsDocument.h"

#include <utility>

namespace motcua::security {

namespace {

Error refused(const char *why)
{
    return {ErrorCode::Refused, QString::fromLatin1(why)};
}

// A successor that is not the one in the boxes must never reach the store: nobody could open it again.
Result<> isTheSuccessor(const SlotsDocument &document, const DataKeys &keys)
{
    if (!document.rotating() || !keys.rotating()) {
        return refused(document.rotating() ? "rotation under way" : "no rotation");
    }
    return document.checkFor(keys.next) == document.nextCheck ? Result<>() : refused("another rotation");
}

} // namespace

Result<DataKeys> KeySlots::beginRotation(const DataKeys &keys)
{
    DataKeys both = {keys.current.clone(), random::secret(aead::KeySize)};
    const Result<> done = change(keys, true, [&](SlotsDocument &document) -> Result<> {
        if (document.rotating()) {
            both.next = keys.next.clone();
            return isTheSuccessor(document, keys);
        }
        for (KeySlot &slot : document.entries) {
            if (!slot.admitted()) {
                continue;
            }
            const Result<QByteArray> box = document.boxFor(slot, both.next, document.keyNumber + 1);
            if (!box) {
                return box.error();
            }
            slot.nextBox = *box;
        }
        document.nextCheck = document.checkFor(both.next);
        return {};
    });
    return done ? Result<DataKeys>(std::move(both)) : Result<DataKeys>(done.error());
}

Result<DataKeys> KeySlots::finishRotation(const DataKeys &keys)
{
    const auto promote = [&keys](SlotsDocument &document) -> Result<> {
        if (const Result<> ours = isTheSuccessor(document, keys); !ours) {
            return ours;
        }
        for (KeySlot &slot : document.entries) {
            slot.box = std::exchange(slot.nextBox, {});
        }
        document.nextCheck.clear();
        ++document.keyNumber;
        return {};
    };
    const Result<> done = change(keys, true, promote, &keys.next);
    return done ? Result<DataKeys>(DataKeys{keys.next.clone(), {}}) : Result<DataKeys>(done.error());
}

Result<DataKeys> KeySlots::cancelRotation(const DataKeys &keys)
{
    const Result<> done = change(keys, true, [](SlotsDocument &document) -> Result<> {
        for (KeySlot &slot : document.entries) {
            slot.nextBox.clear();
        }
        document.nextCheck.clear();
        return {};
    });
    return done ? Result<DataKeys>(DataKeys{keys.current.clone(), {}}) : Result<DataKeys>(done.error());
}

} // namespace motcua::security
