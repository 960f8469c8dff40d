// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/ServiceLimits.h"
#include "models/dashboard/DashboardFigures.h"
#include "models/ticket/HallRules.h"

#include <QString>

namespace motcua {

/** What a dashboard calls groups and units. */
struct DashboardNames
{
    HallRules hall = {};
    QString unit = {}; ///< organisation code of the unit that looks at it ...
    QString unitName = {}; ///< ... and what it is called
    CountedIndex digitised = {}; ///< of the calendar's data; without an id it is not told
    CountedIndex reusing = {}; ///< likewise

    [[nodiscard]] QString group(const QString &letter) const;
    [[nodiscard]] QString decides(const QString &code) const;
};

/** "1.912" */
[[nodiscard]] QString shownCount(qint64 count);

/** "98,4 %"; "—" where nothing was finished. */
[[nodiscard]] QString shownShare(int permille);

/** "Month 11 (1–23)" */
[[nodiscard]] QString shownPeriod(QDate first, QDate last);

/** "Index 4.2, digitised: 62,5 % of what was received …": the share and from when on it scores in full; empty without an index. */
[[nodiscard]] QString digitisedWords(const CountedIndex &index, int permille);

/** Likewise: "Index 4.3, used again: …". */
[[nodiscard]] QString reusingWords(const CountedIndex &index, int permille);

/** What a list of the dashboard is called: "Late, Month 11 (1–23)". */
[[nodiscard]] QString listTitle(const DashboardList &list, const DashboardNames &names);

/** "▲ 5 more than an hour ago" */
[[nodiscard]] QString changeWords(int now, const std::optional<int> &hourAgo);

/** What a desk does: "● serving", "‖ on a break until 10:50", "○ closed". */
[[nodiscard]] QString deskWords(const DeskFigures &desk);

/** From when the figures are, and what they do not include. */
[[nodiscard]] QString asOfWords(qint64 atMs);

} // namespace motcua
