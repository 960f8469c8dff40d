// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Money.h"

namespace motcua {

QString Money::toString() const
{
    QString digits = QString::number(dong);
    const qsizetype first = dong < 0 ? 1 : 0;
    for (qsizetype at = digits.size() - 3; at > first; at -= 3) {
        digits.insert(at, u'.');
    }
    return digits + QStringLiteral(" đ");
}

} // namespace motcua
