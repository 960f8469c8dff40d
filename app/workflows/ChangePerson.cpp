// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/ChangePerson.h"

#include "app/storage/HouseQueries.h"
#include "app/workflows/ChangePassword.h"
#include "app/workflows/SignInNames.h"
#include "models/base/Text.h"

#include <algorithm>

namespace motcua {

namespace {

Result<StaffMember> memberOf(const Workplace &place, const Id &person)
{
    const Result<QList<StaffMember>> staff = place.store.ask(storage::StaffList{}).result();
    if (!staff) {
        return staff.error();
    }
    const auto found = std::find_if(staff->cbegin(), staff->cend(), [&person](const StaffMember &one) { return one.id() == person; });
    return found == staff->cend() ? Result<StaffMember>(Error{ErrorCode::PersonUnknown, {}}) : Result<StaffMember>(*found);
}

/** Has a key and a name: nothing is missing to sign in with. */
Result<bool> canSignIn(const security::KeySlots &slots, const SignInNames &names, const Id &person)
{
    const Result<QList<security::SlotFact>> facts = slots.facts();
    const Result<bool> named = names.knows(person);
    if (!facts || !named) {
        return facts ? named.error() : facts.error();
    }
    const bool admitted = std::any_of(facts->cbegin(), facts->cend(), [&person](const security::SlotFact &one) {
        return one.kind == security::SlotFact::Kind::Person && one.id == person && one.admitted;
    });
    return admitted && *named;
}

Result<> recorded(const Workplace &place, const Id &person, const ActKind &what)
{
    const Result<storage::Recorded> recorded = place.store.record(place.act(person, what)).result();
    return recorded ? Result<>() : Result<>(recorded.error());
}

bool differs(const StaffMember &member, const ChangeStaff &change)
{
    const auto sorted = [](QStringList names) {
        names.sort();
        names.removeDuplicates();
        return names;
    };
    return (change.name && *change.name != member.name()) || (change.title && *change.title != member.title())
        || (change.roles && sorted(*change.roles) != sorted(member.roles())) || (change.enable && member.isDisabled());
}

} // namespace

Result<QString> ChangePerson::run(
    const Workplace &place, security::KeySlots &slots, const security::DataKeys &keys, const Id &person, const Wish &wish)
{
    const Result<StaffMember> member = memberOf(place, person);
    const SignInNames names(place.store.path());
    const Result<bool> complete = canSignIn(slots, names, person);
    if (!member || !complete) {
        return member ? complete.error() : member.error();
    }
    const bool enables = wish.password.has_value();
    if (enables && member->isActive() && *complete) {
        return Error{ErrorCode::Refused, QStringLiteral("this person works here already")};
    }
    const QString name = wish.name ? text::tidy(*wish.name) : member->name();
    if (enables) {
        // Before the journal lets them in: a password that cannot be set would leave them in the journal without a key.
        if (const Result<security::Password> fits = security::Password::chosen(*wish.password, name); !fits) {
            return fits.error();
        }
    }
    ChangeStaff change{.name = {}, .title = {}, .roles = wish.roles, .enable = enables, .reason = wish.reason};
    if (wish.name) {
        change.name = name;
    }
    if (wish.title) {
        change.title = text::tidy(*wish.title);
    }
    const Result<> told = recorded(place, person, change);
    // The journal may have it all from a try that ended before slots and names followed.
    const bool toldBefore = (enables || wish.name) && !differs(*member, change) && !told && told.error().code == ErrorCode::Refused;
    if (!told && !toldBefore) {
        return told.error();
    }
    if (enables) {
        if (const Result<> reset = ChangePassword::reset(place, slots, keys, person, *wish.password); !reset) {
            return reset.error();
        }
    }
    const bool worksHere = enables || member->isActive();
    return worksHere && (enables || wish.name) ? names.add(person, name) : Result<QString>(QString());
}

Result<> ChangePerson::disable(
    const Workplace &place, security::KeySlots &slots, const security::DataKeys &keys, const Id &person, const QString &reason)
{
    const Result<StaffMember> member = memberOf(place, person);
    if (!member) {
        return member.error();
    }
    if (!member->isDisabled()) {
        if (const Result<> told = recorded(place, person, DisableStaff{.reason = reason}); !told) {
            return told;
        }
    }
    if (const Result<> closed = slots.disable(keys, person); !closed) {
        return closed;
    }
    return SignInNames(place.store.path()).remove(person);
}

} // namespace motcua
