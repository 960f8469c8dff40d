// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace motcua {

/**
 * The check digit over characters of a machine readable zone: weights 7, 3, 1 again and again, digits as they are, A to Z as 10 to 35, the filler as
 * nothing, modulo 10 (ICAO Doc 9303-3, 4.9). Null when a character is none of these.
 */
[[nodiscard]] QChar mrzCheckDigit(QStringView characters);

/**
 * What of a machine readable zone opens a chip (basic access control, and PACE with the MRZ as password): number, birth and expiry, each with its
 * check digit, as the chip expects them to be hashed (ICAO Doc 9303-11, 4.3.2 and 4.4.4.1).
 */
struct MrzKey
{
    QString documentNumber = {}; ///< without fillers, of any length
    QString birth = {}; ///< six characters as in the zone, fillers where a part is not known
    QString expiry = {}; ///< likewise

    /** What is hashed; nothing when a part cannot stand in a zone. */
    [[nodiscard]] std::optional<QString> information() const;

    friend bool operator==(const MrzKey &, const MrzKey &) = default;
};

/**
 * The six digits that open a Vietnamese card by PACE without its printed zone: the last ones of the twelve digits (as public readers of these cards do
 * it; not in any published rule: UNVERIFIED). Nothing unless these are twelve digits.
 */
[[nodiscard]] std::optional<QString> cardAccessNumber(QStringView personalNumber);

/**
 * The document number that the zone of a Vietnamese card names: the last nine of the twelve digits (as public samples and readers show; UNVERIFIED in
 * any published rule). Nothing unless these are twelve digits.
 */
[[nodiscard]] std::optional<QString> cardDocumentNumber(QStringView personalNumber);

} // namespace motcua
