// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace motcua {

/** How an answer follows from other answers: one step of a fixed vocabulary. Without all it needs there is no answer. */
struct Computation
{
    enum class Kind {
        Copy, ///< the answer of the one field
        Upper, ///< the same in capitals
        Sum, ///< of numbers; of a field of a repeated section over its rows; those not answered count as nothing
        Product, ///< of numbers, all of them answered
        Count, ///< rows of the one section
        Join, ///< the given ones as they are printed, with `between` between them
        NumberWords, ///< a number in words
        MoneyWords, ///< an amount in words, with "đồng"
        DateWords, ///< a date in words, as civil-status forms write it
        YearsOn, ///< full years from the first date to the second ("receipt": the day of receipt), both told in full
    };

    Kind kind = Kind::Copy;
    QStringList of = {}; ///< fields; for Count a section
    QString between = {}; ///< Join

    friend bool operator==(const Computation &, const Computation &) = default;
};

} // namespace motcua
