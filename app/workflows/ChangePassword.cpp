// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/ChangePassword.h"

#include "app/storage/HouseQueries.h"
#include "models/staff/Staff.h"

namespace motcua {

namespace {

PasswordChanged told(const security::PersonKey &key, bool newPair)
{
    return {.wrappedKey = key.toBytes(), .publicKey = newPair ? key.publicKey : QByteArray()};
}

// Waited for, but a failure is no error of the change: the password is the new one already, and whoever is told otherwise types the
// old one until locked out.
void tell(const Workplace &place, const Id &person, const PasswordChanged &change)
{
    (void)place.store.record(place.act(person, change)).result();
}

} // namespace

Result<> ChangePassword::own(
    const Workplace &place, security::KeySlots &slots, const security::Password &old, const QString &chosen)
{
    const Result<security::Password> password = security::Password::chosen(chosen, place.personName);
    if (!password) {
        return password.error();
    }
    const Result<security::PersonKey> key = slots.changePassword(place.person, old, *password);
    if (!key) {
        return key.error();
    }
    tell(place, place.person, told(*key, false));
    return {};
}

Result<> ChangePassword::reset(
    const Workplace &place, security::KeySlots &slots, const security::DataKeys &keys, const Id &person, const QString &chosen)
{
    const Result<QList<StaffMember>> members = place.store.ask(storage::StaffList{}).result();
    if (!members) {
        return members.error();
    }
    // Asked before the slots are touched: they know no rights, and the journal is written after them.
    const Staff staff(place.law.roles, *members);
    if (!staff.may(place.person, Right::ManageStaff)) {
        return Error{ErrorCode::NotAllowed, {}};
    }
    const StaffMember *member = staff.find(person);
    if (member == nullptr || !member->isActive()) {
        return Error{member == nullptr ? ErrorCode::PersonUnknown : ErrorCode::PersonDisabled, {}};
    }
    const Result<security::Password> password = security::Password::chosen(chosen, member->name());
    if (!password) {
        return password.error();
    }
    const Result<security::PersonKey> key = slots.resetPassword(keys, person, *password);
    if (!key) {
        return key.error();
    }
    tell(place, person, told(*key, true));
    return {};
}

Result<> ChangePassword::settle(
    const Workplace &place, security::KeySlots &slots, const security::DataKeys &keys, const StaffMember &member)
{
    const Result<security::PersonKey> here = slots.personKey(member.id());
    if (!here) {
        return here.error();
    }
    if (here->toBytes() == member.wrappedKey()) {
        return {};
    }
    const Result<security::PersonKey> journal = security::PersonKey::fromBytes(member.wrappedKey());
    if (!journal || here->revision > journal->revision) {
        const Act act = place.act(member.id(), told(*here, here->publicKey != member.publicKey()));
        const Result<storage::Recorded> recorded = place.store.record(act).result();
        return recorded ? Result<>() : Result<>(recorded.error());
    }
    if (journal->revision > here->revision && journal->publicKey == here->publicKey) {
        return slots.update(keys, *journal);
    }
    return {};
}

} // namespace motcua
