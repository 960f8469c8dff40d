// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/LostSlip.h"

namespace motcua {

namespace {

QString signsName(LostSlip::Signs signs)
{
    switch (signs) {
    case LostSlip::Signs::Sheet:
        return QStringLiteral("sheet");
    case LostSlip::Signs::Register:
        return QStringLiteral("register");
    }
    return {};
}

} // namespace

QJsonObject LostSlip::toJson() const
{
    return {{QStringLiteral("signs"), signsName(signs)}};
}

std::optional<LostSlip> LostSlip::fromJson(const QJsonObject &json)
{
    for (const Signs signs : {Signs::Sheet, Signs::Register}) {
        if (json.value(u"signs").toString() == signsName(signs)) {
            return LostSlip{signs};
        }
    }
    return {};
}

} // namespace motcua
