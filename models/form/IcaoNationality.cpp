// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/IcaoNationality.h"

namespace motcua {

QString nationalityAnswer(const QString &icao, const Category &nationality, const Category &icaoCodes)
{
    if (nationality.item(icao)) {
        return icao;
    }
    const FieldOption *other = icaoCodes.item(icao);
    if (!other) {
        return icao;
    }
    const QString same = nationality.codeOf(other->label);
    return same.isEmpty() ? other->label : same;
}

QString nationalityName(const QString &icao, const Category &nationality, const Category &icaoCodes)
{
    for (const Category *list : {&nationality, &icaoCodes}) {
        if (const FieldOption *item = list->item(icao)) {
            return item->label;
        }
    }
    return icao;
}

} // namespace motcua
