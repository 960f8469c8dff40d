// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QString>

namespace motcua {

/** Why a text is no personal number. */
enum class PersonalNumberFault {
    Empty,
    NotDigits, ///< something other than ASCII digits is left when spaces, stops and hyphens are taken out
    WrongLength, ///< digits, but not twelve; nine is an old identity card number
};

/**
 * Số định danh cá nhân: twelve digits, nothing else. What the digits say is told by PersonalNumberScheme and proves nothing:
 * there is no check digit, and since Luật Căn cước 26/2023/QH15 Đ.12 the law asks for no more than twelve digits.
 */
class PersonalNumber
{
public:
    /** Reads what was typed or scanned: full-width digits, invisible characters, spaces, stops and hyphens do not matter. */
    [[nodiscard]] static Result<PersonalNumber, PersonalNumberFault> fromText(const QString &typed);

    [[nodiscard]] const QString &digits() const { return m_digits; }
    [[nodiscard]] QString place() const { return m_digits.first(3); }
    [[nodiscard]] int centuryDigit() const { return m_digits[3].digitValue(); }
    [[nodiscard]] int yearOfCentury() const { return m_digits[4].digitValue() * 10 + m_digits[5].digitValue(); }

    friend bool operator==(const PersonalNumber &, const PersonalNumber &) = default;

private:
    explicit PersonalNumber(const QString &digits)
        : m_digits(digits)
    {
    }

    QString m_digits;
};

} // namespace motcua
