// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/JsonNode.h"

#include <QStringList>

namespace motcua {

/** Which files are taken in for a paper at the counter: data of the house, for neither size nor format is the program's to decide. */
struct PaperFileRules
{
    qint64 largestBytes = 0; ///< of one file; 0: no files are taken in
    QStringList mediaTypes = {}; ///< as IANA registers them, e.g. "application/pdf"
    bool drawnSignatures = false; ///< whether a declaration may be signed by hand on the citizen's screen: law, so data
    QString mark = {}; ///< how sure it is, and from where

    friend bool operator==(const PaperFileRules &, const PaperFileRules &) = default;
};

/** The rules of a motcua.files/1 file; what is wrong with them is in the file's errors. */
[[nodiscard]] PaperFileRules readPaperFileRules(JsonFile &file);

} // namespace motcua
