// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"
#include "models/catalogue/DeclarationSheet.h"

#include <QString>

namespace motcua {

/** What is known of the declaration that is printed here to be checked and signed. */
struct DeclarationFacts
{
    bool isPrintedHere = false; ///< else nothing is said of it
    DeclarationStanding standing = {};
    FormSchema form = {}; ///< that names its answers
    QDateTime now = {};
};

/** The line about it: never by colour alone. */
struct DeclarationLook
{
    QString shape = {};
    QString words = {};
    QString tone = {};
};

[[nodiscard]] DeclarationLook declarationLook(const DeclarationFacts &facts);

/** "printed at 14:52, sheet 3F9A2C"; empty while none is out. */
[[nodiscard]] QString sheetWords(const DeclarationFacts &facts);

/** What is to be looked at again before the dossier is accepted; empty when nothing is. It refuses nothing: a change may be written on the sheet by hand. */
[[nodiscard]] QString declarationWarning(const DeclarationFacts &facts);

/** The sentence when no sheet came out, or nobody knows. */
[[nodiscard]] QString declarationFailure(const Error &error);

} // namespace motcua
