// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/ShownIdentity.h"

namespace motcua {

QString ShownIdentity::words() const
{
    return reasonName.isEmpty() ? wayName : QStringLiteral("%1 (%2)").arg(wayName, reasonName);
}

QJsonObject ShownIdentity::toJson() const
{
    QJsonObject json{{QStringLiteral("way"), way}, {QStringLiteral("wayName"), wayName}, {QStringLiteral("proves"), proves}};
    if (!reason.isEmpty()) {
        json.insert(QStringLiteral("reason"), reason);
        json.insert(QStringLiteral("reasonName"), reasonName);
    }
    return json;
}

ShownIdentity ShownIdentity::fromJson(const QJsonObject &json)
{
    const auto text = [&json](QStringView key) { return json.value(key).toString(); };
    return {text(u"way"), text(u"wayName"), text(u"reason"), text(u"reasonName"), json.value(u"proves").toBool()};
}

} // namespace motcua
