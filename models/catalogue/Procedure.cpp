// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/Procedure.h"

#include <algorithm>

namespace motcua {

const LongerTerm *StatedLimit::longerTerm(const QString &id) const
{
    const auto found = std::find_if(longer.cbegin(), longer.cend(), [&id](const LongerTerm &one) { return one.id == id; });
    return found == longer.cend() ? nullptr : &*found;
}

bool StatedLimit::allows(const QString &ground, int days) const
{
    const LongerTerm *known = longerTerm(ground);
    return known && days >= 1 && days <= known->mostDays;
}

Limit StatedLimit::longerBy(int days) const
{
    Limit settled = limit;
    settled.more = days;
    return settled;
}

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
    return {limit, limitText, limitBasis, channels, longer};
}

bool Procedure::isInForce(QDate day) const
{
    return day.isValid() && day >= validFrom && (validTo.isNull() || day <= validTo);
}

} // namespace motcua
