// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/ClockRule.h"
#include "models/calendar/Deadline.h"

#include <QStringView>

#include <array>
#include <utility>

namespace motcua {

/** The kinds of limit as the catalogue names them and the journal keeps them: a word that is out in the world stays. */
inline constexpr std::array<std::pair<QStringView, Limit::Kind>, 6> LimitKindWords{
    {{u"sameDay", Limit::Kind::SameDay}, {u"workingMinutes", Limit::Kind::WorkingMinutes}, {u"workingHours", Limit::Kind::WorkingHours},
        {u"workingDays", Limit::Kind::WorkingDays}, {u"calendarDays", Limit::Kind::CalendarDays}, {u"months", Limit::Kind::Months}}};

/** The clock policies, likewise; the first three are those that need nothing beside them. */
inline constexpr std::array<std::pair<QStringView, ClockPolicy>, 5> ClockPolicyWords{
    {{u"none", ClockPolicy::None}, {u"restart", ClockPolicy::Restart}, {u"suspend", ClockPolicy::Suspend},
        {u"fixedExtension", ClockPolicy::FixedExtension}, {u"excludeExternal", ClockPolicy::ExcludeExternal}}};

} // namespace motcua
