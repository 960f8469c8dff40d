// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"
#include "models/base/Result.h"

#include <QString>

namespace motcua::security {

/** Why a password cannot be chosen. */
enum class PasswordFlaw {
    None,
    TooShort, ///< fewer than Password::MinimumLength characters
    IsName, ///< the person's own name, or their name and little else, with or without tone marks
    Trivial, ///< one repeated piece, a run of the keyboard or the alphabet, or a word everybody tries first
};

/** What a person typed to prove who they are, in one spelling: Unicode form C as UTF-8, so any input method gives the same key. */
class Password
{
public:
    static constexpr int MinimumLength = 10; ///< characters as a reader counts them

    /** Whatever was typed to sign in; nothing is refused here. */
    [[nodiscard]] static Password typed(const QString &text);

    /** A password to be set. Errors: PasswordTooShort; Invalid with detail "password-is-name" or "password-trivial". */
    [[nodiscard]] static Result<Password> chosen(const QString &text, const QString &personName);

    /** The first rule that `text` breaks, for a page that tells while one types. */
    [[nodiscard]] static PasswordFlaw flaw(const QString &text, const QString &personName);

    [[nodiscard]] const SecretBytes &bytes() const { return m_bytes; }
    [[nodiscard]] int length() const { return m_length; }
    [[nodiscard]] Password clone() const;

private:
    Password(SecretBytes bytes, int length);

    SecretBytes m_bytes;
    int m_length = 0;
};

} // namespace motcua::security
