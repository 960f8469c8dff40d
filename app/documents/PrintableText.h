// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace motcua {

/** What somebody typed as a sheet can carry it: in Unicode normal form C, in one line, without control characters. */
[[nodiscard]] QString printableText(const QString &value);

} // namespace motcua
