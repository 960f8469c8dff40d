// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace motcua {

/** A bank as a person knows it, by the number that stands for it in a VietQR. For display only. */
struct Bank
{
    QString bin = {}; ///< six digits
    QString name = {};
    QString mark = {}; ///< how certain number and name are

    friend bool operator==(const Bank &, const Bank &) = default;
};

} // namespace motcua
