// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace motcua {

/** "23/11/2026" */
[[nodiscard]] QString shownDate(QDate date);

/** "Thứ Hai 23/11/2026"; `brief` gives "T2 23/11". */
[[nodiscard]] QString shownDay(QDate date, bool brief = false);

/** "14:52 23/11/2026" on the wall clock of Vietnam; "—" when there is none. */
[[nodiscard]] QString shownMoment(const QDateTime &moment);

/** "16:30 hôm nay" when it is the day of `now`, else "16:30 Thứ Tư 25/11/2026". */
[[nodiscard]] QString shownPromise(const QDateTime &dueAt, const QDateTime &now);

} // namespace motcua
