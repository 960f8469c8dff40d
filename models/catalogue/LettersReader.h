// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/catalogue/SourceFile.h"

#include <QChar>
#include <QList>
#include <QString>

namespace motcua {

/** A letter of a minority script that a Vietnamese keyboard lacks. */
struct MinorityLetter
{
    QString small = {}; ///< in normal form C, with all its marks
    QString capital = {}; ///< the same; of a sign without cases the sign again
    QChar key = {}; ///< A to Z
    QString name = {}; ///< Vietnamese
    QString nameEn = {};
    QString mark = {}; ///< how certain it is, and where it was read

    friend bool operator==(const MinorityLetter &, const MinorityLetter &) = default;
};

/**
 * A motcua.letters/1 file in its order, or everything wrong with it: CatalogueSyntax or CatalogueSchema with "file:line:column: what".
 *
 * Refused besides missing, empty, mistyped and unknown members: no letter, a letter that is several or not in normal form C, and a
 * letter or a key that stands twice.
 */
[[nodiscard]] Result<QList<MinorityLetter>, QList<Error>> readLetters(const SourceFile &source);

} // namespace motcua
