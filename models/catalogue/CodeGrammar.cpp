// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/CodeGrammar.h"

namespace motcua {

int CodeGrammar::maxSequence() const
{
    int bound = 1;
    for (int digit = 0; digit < sequenceDigits; ++digit) {
        bound *= 10;
    }
    return bound - 1;
}

bool CodeGrammar::takes(const QString &unitCode) const
{
    return unitCode.size() <= maxUnitLength && unit.match(unitCode).hasMatch();
}

} // namespace motcua
