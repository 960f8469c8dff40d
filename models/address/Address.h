// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QJsonObject>
#include <QString>

namespace motcua {

class AdministrativeUnits;

/**
 * Where somebody lives or something lies: detail, commune and province of today, or the words of an old document, or both.
 *
 * Quoted words are never changed: what they mean today stands beside them.
 */
struct Address
{
    static constexpr qsizetype LongestDetail = 300; ///< characters
    static constexpr qsizetype LongestQuoted = 500;

    QString detail = {}; ///< number, street, hamlet
    QString commune = {}; ///< code of five digits
    QString province = {}; ///< code of two digits
    QString quoted = {}; ///< as the document has it
    QString place = {}; ///< place identifier of NĐ 326/2026/NĐ-CP, when somebody knows it

    [[nodiscard]] bool isEmpty() const { return *this == Address(); }

    /**
     * Whether everything in it exists and belongs together: the commune lies in the province, the place identifier is written as one,
     * no text is too long. Error: Invalid, with the name of the member.
     */
    [[nodiscard]] Result<> check(const AdministrativeUnits &units) const;

    /**
     * One line for a person: the quoted words where there are some, else "12 Trần Phú, Phường Hòa An, Tỉnh …".
     *
     * A code that `units` do not know stands for itself, so that nothing disappears.
     */
    [[nodiscard]] QString line(const AdministrativeUnits &units) const;

    /** {"detail", "commune", "province", "quoted", "place"}; what is empty is left out. */
    [[nodiscard]] QJsonObject toJson() const;

    /** EntryMalformed for another member, another type, codes that are no digits, or a text too long. */
    [[nodiscard]] static Result<Address> fromJson(const QJsonObject &json);

    friend bool operator==(const Address &, const Address &) = default;
};

} // namespace motcua
