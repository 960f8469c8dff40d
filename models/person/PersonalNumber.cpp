// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/PersonalNumber.h"

#include "models/base/Text.h"

#include <algorithm>

namespace motcua {

Result<PersonalNumber, PersonalNumberFault> PersonalNumber::fromText(const QString &typed)
{
    QString digits = text::withoutInvisible(text::plainWidth(typed.simplified()));
    digits.removeIf([](QChar c) { return c == u' ' || c == u'.' || c == u'-'; });
    if (digits.isEmpty()) {
        return PersonalNumberFault::Empty;
    }
    if (!std::all_of(digits.cbegin(), digits.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; })) {
        return PersonalNumberFault::NotDigits;
    }
    if (digits.size() != 12) {
        return PersonalNumberFault::WrongLength;
    }
    return PersonalNumber(digits);
}

} // namespace motcua
