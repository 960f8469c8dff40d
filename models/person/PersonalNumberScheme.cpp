// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/PersonalNumberScheme.h"

namespace motcua {

const CenturyDigit *PersonalNumberScheme::meaning(const PersonalNumber &number) const
{
    for (const CenturyDigit &one : digits) {
        if (one.digit == number.centuryDigit()) {
            return &one;
        }
    }
    return nullptr;
}

std::optional<Sex> PersonalNumberScheme::sex(const PersonalNumber &number) const
{
    const CenturyDigit *digit = meaning(number);
    return digit ? std::optional(digit->sex) : std::nullopt;
}

std::optional<int> PersonalNumberScheme::birthYear(const PersonalNumber &number) const
{
    const CenturyDigit *digit = meaning(number);
    return digit ? std::optional(digit->century + number.yearOfCentury()) : std::nullopt;
}

std::optional<RegistrationPlace> PersonalNumberScheme::place(const PersonalNumber &number) const
{
    const auto found = places.constFind(number.place());
    return found == places.constEnd() ? std::nullopt : std::optional(*found);
}

QList<Contradiction> PersonalNumberScheme::contradictions(const PersonalNumber &number, const KnownOfPerson &known) const
{
    QList<Contradiction> all;
    const std::optional<Sex> toldSex = sex(number);
    const std::optional<int> toldYear = birthYear(number);
    if (known.sex && toldSex && *known.sex != *toldSex) {
        all.append(Contradiction::SexDiffers);
    }
    if (known.birth && toldYear && known.birth->year() != *toldYear) {
        all.append(Contradiction::BirthYearDiffers);
    }
    if (known.day.isValid() && toldYear && *toldYear > known.day.year()) {
        all.append(Contradiction::BornLater);
    }
    if (!place(number)) {
        all.append(Contradiction::PlaceUnknown);
    }
    if (!toldYear) {
        all.append(Contradiction::DigitUnknown);
    }
    return all;
}

} // namespace motcua
