// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/KeySlots.h"
#include "app/workflows/Workplace.h"

#include <optional>

namespace motcua {

/**
 * What an administrator changes of a person: name, title, roles, and whether they work here.
 *
 * The journal first, because it knows the rights and the last administrator; slots and sign-in names follow. A crash between is mended
 * by asking for the same again. Every call blocks, with a password for as long as scrypt takes: off the GUI thread.
 */
class ChangePerson
{
public:
    /** What is to be different; what is left out stays. */
    struct Wish
    {
        std::optional<QString> name = {};
        std::optional<QString> title = {};
        std::optional<QStringList> roles = {};
        std::optional<QString> password = {}; ///< lets a disabled person in again, with this as the first password
        QString reason = {};
    };

    /**
     * Returns the name to sign in with; empty when it stays, or the person is disabled.
     *
     * Errors: NotAllowed, PersonUnknown, Refused (it changes nothing; the last administrator), Invalid, PasswordTooShort, and those of
     * KeySlots::resetPassword and SignInNames::add.
     */
    [[nodiscard]] static Result<QString> run(
        const Workplace &place, security::KeySlots &slots, const security::DataKeys &keys, const Id &person, const Wish &wish);

    /** Takes a person's access away. Errors: NotAllowed, PersonUnknown, Refused (the last administrator), FileUnwritable, DiskFull. */
    [[nodiscard]] static Result<> disable(const Workplace &place, security::KeySlots &slots, const security::DataKeys &keys,
        const Id &person, const QString &reason);
};

} // namespace motcua
