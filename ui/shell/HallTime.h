// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace motcua {

/** Times and marks as the hall panel writes them; a time before its beginning is none yet. */
[[nodiscard]] QString shownElapsed(qint64 sinceMs, qint64 nowMs); ///< "06:41"; minutes go on past the hour
[[nodiscard]] QString shownMinutes(qint64 sinceMs, qint64 nowMs); ///< "31′"
[[nodiscard]] QString spokenMinutes(qint64 sinceMs, qint64 nowMs); ///< "31 minutes"
[[nodiscard]] QString shownMark(const QString &mark); ///< "+ đi lại khó"; empty for none

} // namespace motcua
