// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTime>

namespace motcua {

/** How days are counted where the law can be read in two ways; each unit keeps to one reading. */
struct CountingRules
{
    /** Which day is day 0, the one that is not counted (BLDS 2015 Đ.147.2). */
    enum class DayZero {
        Receipt, ///< the day of receipt, whatever the hour
        NextAfterCutOff, ///< the day of receipt; after `cutOff`, after closing and on a rest day the next day the desk is open
    };
    /** When the last day ends. */
    enum class DueTime {
        Closing, ///< at the end of office hours
        Midnight, ///< at 24:00 (BLDS 2015 Đ.148.6), told as 23:59:59 so that it stays on its day
    };

    DayZero dayZero = DayZero::Receipt;
    QTime cutOff = {}; ///< NextAfterCutOff only: strictly later is after it
    DueTime dueTime = DueTime::Closing;
    QString basis = {};
    QString mark = {};

    friend bool operator==(const CountingRules &, const CountingRules &) = default;
};

} // namespace motcua
