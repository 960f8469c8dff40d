// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace motcua {

/**
 * The states of documents in three letters (ICAO Doc 9303-3, 5) and in the two that their certificates carry, by `trust/states.json` in a folder of resources;
 * empty when the file is not there or cannot be understood: then states are not compared.
 */
[[nodiscard]] QHash<QString, QString> stateCodes(const QString &resources);

} // namespace motcua
