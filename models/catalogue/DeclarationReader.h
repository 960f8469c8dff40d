// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/DeclarationLayout.h"
#include "models/catalogue/JsonNode.h"
#include "models/form/FormChecker.h"

#include <QMap>

namespace motcua {

/**
 * The layout in a motcua.declaration/1 file, checked against its form: every placeholder names an answer or one of
 * declarationNames(), and every field of the form is printed once at least or listed in "notPrinted".
 */
[[nodiscard]] DeclarationLayout readDeclaration(JsonFile &file, const QMap<QString, FormChecker> &forms);

/** What may stand between braces besides answers: of the receiving unit, the receipt and, in a table, the row. */
[[nodiscard]] const QStringList &declarationNames();

/** The names between braces in `text`, in order. */
[[nodiscard]] QStringList placeholders(const QString &text);

} // namespace motcua
