// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/KeySlots.h"
#include "app/workflows/Workplace.h"
#include "models/staff/StaffMember.h"

namespace motcua {

/**
 * A person's password: chosen anew by themselves, or set by an administrator. In the key slots first, then in the journal.
 *
 * The slots decide which password opens this store, so they come first and their success is the answer. A crash between the two, or a
 * journal that could not be written, leaves the new password valid and the journal one wrapping behind; settle() writes it at the
 * person's next sign-in. The other order could tell other desks of a password that opens nothing here.
 *
 * Every call blocks for as long as scrypt takes: off the GUI thread.
 */
class ChangePassword
{
public:
    /** For who is at `place`. Errors: PasswordTooShort, Invalid (as Password::chosen) and those of KeySlots::changePassword. */
    [[nodiscard]] static Result<> own(
        const Workplace &place, security::KeySlots &slots, const security::Password &old, const QString &chosen);

    /**
     * A new pair and password for somebody who forgot theirs, set by who is at `place`; the old password opens nothing any more.
     *
     * Errors: NotAllowed, PersonUnknown, PersonDisabled (who does not work here gets no key), PasswordTooShort, Invalid, and those of
     * KeySlots::resetPassword.
     */
    [[nodiscard]] static Result<> reset(const Workplace &place, security::KeySlots &slots, const security::DataKeys &keys, const Id &person,
        const QString &chosen);

    /**
     * Brings slots and journal together for `member`, who is at `place`: the newer wrapping is written where the older one stands.
     *
     * The journal is the newer one when the slots came back from a copy; the password of the journal then holds from the next sign-in.
     * Errors: those of Store::record and KeySlots::update.
     */
    [[nodiscard]] static Result<> settle(
        const Workplace &place, security::KeySlots &slots, const security::DataKeys &keys, const StaffMember &member);
};

} // namespace motcua
