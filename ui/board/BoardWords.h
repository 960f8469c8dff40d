// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hall/Board.h"

#include <QString>

/** What a board says besides numbers, in the language of the program. */
namespace motcua::boardwords {

[[nodiscard]] QString title();
[[nodiscard]] QString nobodyCalled();
[[nodiscard]] QString closed();
[[nodiscard]] QString waitingTitle();
[[nodiscard]] QString waiting(int count); ///< "9 waiting"
[[nodiscard]] QString wait(const std::optional<WaitRange> &range); ///< "20–35 min"; empty when nothing is known
[[nodiscard]] QString missedTitle();
[[nodiscard]] QString breaksTitle();
[[nodiscard]] QString onBreak(const BoardBreak &desk); ///< "desk 02 until 15:00"
[[nodiscard]] QString nothing(); ///< where numbers would stand
[[nodiscard]] QString hours(const BoardDay &day, QTime lastTicket); ///< of today, and that tomorrow is a holiday
[[nodiscard]] QString live();
[[nodiscard]] QString notLive(qint64 sinceMs); ///< 0: never was
[[nodiscard]] QString training();
[[nodiscard]] QString desk(int number); ///< "03"; "—" when it is not known

} // namespace motcua::boardwords
