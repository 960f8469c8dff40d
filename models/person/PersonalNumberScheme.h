// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/person/PartialDate.h"
#include "models/person/PersonalNumber.h"
#include "models/person/Sex.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace motcua {

/** Where a number's digits and what is known of the person do not go together: reasons to look again, never to refuse. */
enum class Contradiction {
    SexDiffers,
    BirthYearDiffers,
    BornLater, ///< the number's year of birth is after the day it is shown
    PlaceUnknown, ///< no province ever had these three digits; places abroad have codes of their own, which are not all listed
    DigitUnknown, ///< the fourth digit has no meaning yet
};

/** What the fourth digit of a number means. */
struct CenturyDigit
{
    int digit = 0;
    Sex sex = Sex::Male;
    int century = 1900; ///< its first year

    friend bool operator==(const CenturyDigit &, const CenturyDigit &) = default;
};

/** Where births were registered under three digits. */
struct RegistrationPlace
{
    QString code = {};
    QString name = {}; ///< as the list names it, when the code was given
    QString now = {}; ///< the province it has belonged to since 1 July 2025
    QString mark = {};

    friend bool operator==(const RegistrationPlace &, const RegistrationPlace &) = default;
};

/** What is known of a person beside the number; whatever is missing is not compared. */
struct KnownOfPerson
{
    std::optional<Sex> sex = {};
    std::optional<PartialDate> birth = {};
    QDate day = {}; ///< on which the number is shown; null: not compared
};

/** What the digits of personal numbers mean: data, because a decree gave them their meaning and provinces come and go. */
struct PersonalNumberScheme
{
    QString basis = {};
    QString mark = {};
    QList<CenturyDigit> digits = {};
    QHash<QString, RegistrationPlace> places = {}; ///< by code

    [[nodiscard]] std::optional<Sex> sex(const PersonalNumber &number) const;
    [[nodiscard]] std::optional<int> birthYear(const PersonalNumber &number) const;
    [[nodiscard]] std::optional<RegistrationPlace> place(const PersonalNumber &number) const;

    /** In the order of the enumeration. */
    [[nodiscard]] QList<Contradiction> contradictions(const PersonalNumber &number, const KnownOfPerson &known) const;

    friend bool operator==(const PersonalNumberScheme &, const PersonalNumberScheme &) = default;

private:
    [[nodiscard]] const CenturyDigit *meaning(const PersonalNumber &number) const;
};

} // namespace motcua
