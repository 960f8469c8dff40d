// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

namespace motcua {

/**
 * The states of documents in three letters (ICAO Doc 9303-3, 5) and in the two that their certificates carry, by `trust/states.json` in a folder of resources.
 * Some have several. Empty when the file is not there or cannot be understood: then no document is Verified.
 */
[[nodiscard]] QHash<QString, QStringList> stateCodes(const QString &resources);

} // namespace motcua
