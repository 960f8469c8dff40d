// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/catalogue/SourceFile.h"
#include "models/scan/ScanProfile.h"

#include <QList>

#include <optional>

namespace motcua {

/** How an office scans (resources/scan/profiles.json, motcua.scan/1): the profiles to choose from, and what every copy of a paper must reach. */
struct ScanRules
{
    /** What a profile lacks to be one of this office. */
    enum class Lack {
        Dpi, ///< fewer than leastDpi, or more than any scanner has
        Colour, ///< the copy must be in colour
        Locked, ///< it is not as the administrator settled it
    };

    int leastDpi = 0;
    bool needsColour = false;
    QString mark = {}; ///< how sure that is, and from where
    QList<ScanProfile> profiles = {}; ///< the first one is used where nobody chose

    /** The rules of a file, or every mistake in it as CatalogueSyntax or CatalogueSchema with "file:line:column: what". */
    [[nodiscard]] static Result<ScanRules, QList<Error>> read(const SourceFile &source);

    [[nodiscard]] const ScanProfile *profile(const QString &id) const;

    /** Why a paper may not be scanned by `wanted`, which was made of the profile of its id or is nobody's. */
    [[nodiscard]] std::optional<Lack> lackOf(const ScanProfile &wanted) const;

    friend bool operator==(const ScanRules &, const ScanRules &) = default;
};

/** As a member of the list `profiles` of such a file. */
[[nodiscard]] QByteArray toJson(const ScanProfile &profile);

} // namespace motcua
