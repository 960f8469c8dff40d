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

StatedLimit Procedure::limitFor(int channel) const
{
    for (const StatedLimit &one : channelLimits) {
        if (one.channels.contains(channel)) {
            return one;
        }
    }
    return {limit, limitText, limitBasis, channels};
}

bool Procedure::isInForce(QDate day) const
{
    return day.isValid() && day >= validFrom && (validTo.isNull() || day <= validTo);
}

} // namespace motcua
