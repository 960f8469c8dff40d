// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/address/Units.h"
#include "models/base/Result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace motcua {

class AdministrativeUnits;

/** What an address of before 1/7/2025 (commune, district, province) is today: a look-up beside the quoted text, which stays as it is. */
struct OldAddress
{
    enum class Verdict {
        NotFound,
        One, ///< whatever it meant became one commune
        Split, ///< one former commune, parts of which belong to several communes now: its holder or the map must say which
        Ambiguous, ///< several former communes fit equally well
        Contradicted, ///< the text names a district or province that none of the candidates was in: no answer before somebody looked again
    };
    /** A former commune that fits, and which of the names above it stood in the text. */
    struct Candidate
    {
        FormerUnit unit = {};
        bool districtNamed = false;
        bool provinceNamed = false; ///< the former one, or the one it belongs to now

        friend bool operator==(const Candidate &, const Candidate &) = default;
    };

    static constexpr qsizetype LongestText = 500; ///< characters
    static constexpr qsizetype MostCandidates = 100;

    QString detail = {}; ///< number, street, hamlet: what stands before the commune
    QString unread = {}; ///< what named nothing in the list, e.g. a district of yet older times; then look twice
    QStringList contradicted = {}; ///< the parts of the text that none of the candidates agrees with; they stand in `unread` too
    QList<Candidate> candidates = {}; ///< equally good, by province and district; the first 100

    [[nodiscard]] Verdict verdict() const;

    /** The communes of today among the candidates, none twice. */
    [[nodiscard]] QList<Commune> communes() const;

    /**
     * Reads "12 Trần Phú, xã Hòa An, huyện Krông Pắc, Đắk Lắk": names in any order, with their kinds, shortened ("P.12, Q.3, TP.HCM")
     * or without, with or without marks and commas, in any Unicode form and spelling that sounds alike.
     *
     * Invalid for nothing or more than 500 characters. What names no commune is no error: NotFound is a verdict.
     */
    [[nodiscard]] static Result<OldAddress> read(const AdministrativeUnits &units, const QString &text);

    friend bool operator==(const OldAddress &, const OldAddress &) = default;
};

} // namespace motcua
