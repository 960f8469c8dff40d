// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>

namespace motcua {

/** An amount of Vietnamese đồng. The đồng has no subunit in use, so it is a whole number and never a fraction. */
struct Money
{
    qint64 dong = 0;

    /** "8.000 đ": dots between thousands as Vietnamese receipts write them. */
    [[nodiscard]] QString toString() const;

    friend Money operator+(Money a, Money b) { return {a.dong + b.dong}; }
    friend Money operator*(Money a, qint64 times) { return {a.dong * times}; }
    friend auto operator<=>(const Money &, const Money &) = default;
};

} // namespace motcua
