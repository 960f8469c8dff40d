// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace motcua {

/** Where the unit's fees go when they are paid by transfer. */
struct UnitAccount
{
    static constexpr int LongestNumber = 19; ///< letters and digits, as a VietQR carries it
    static constexpr int LongestHolder = 100; ///< characters

    QString bin = {}; ///< six digits that name the bank
    QString number = {};
    QString holder = {}; ///< as the bank writes it, for the payer to compare

    /** Whether bank, number and holder are there and written as such; whether they exist, a bank knows. */
    [[nodiscard]] bool isGood() const;

    /** {bin, number, holder}. */
    [[nodiscard]] QJsonObject toJson() const;

    /** The account in `json`; none when it is none, or not written as one. */
    [[nodiscard]] static std::optional<UnitAccount> fromJson(const QJsonObject &json);

    friend bool operator==(const UnitAccount &, const UnitAccount &) = default;
};

} // namespace motcua
