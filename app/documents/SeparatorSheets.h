// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/SlipValues.h"

#include <QList>

namespace motcua {

struct Procedure;

/** The form of the separators among the slips. */
inline const QString SeparatorForm = QStringLiteral("separator");

/**
 * What stands on the sheets that are laid before the papers of a procedure in a stack that is scanned: one for each of its papers in their order, then one for its result
 * where it yields one. They are of nobody and are used again.
 */
[[nodiscard]] QList<SlipValues> separatorSheets(const Procedure &procedure, const QDateTime &moment, bool training);

} // namespace motcua
