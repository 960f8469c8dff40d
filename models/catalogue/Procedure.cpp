// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/Procedure.h"

namespace motcua {

const RequiredPaper *Procedure::paper(const QString &id) const
{
    for (const RequiredPaper &one : papers) {
        if (one.id == id) {
            return &one;
        }
    }
    return nullptr;
}

bool Procedure::isInForce(QDate day) const
{
    return day.isValid() && day >= validFrom && (validTo.isNull() || day <= validTo);
}

} // namespace motcua
