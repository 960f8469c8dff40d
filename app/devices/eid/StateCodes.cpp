// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/StateCodes.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace motcua {

QHash<QString, QString> stateCodes(const QString &resources)
{
    QFile file(resources + QStringLiteral("/trust/states.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonObject states = QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("states")).toObject();
    QHash<QString, QString> codes;
    for (auto state = states.begin(); state != states.end(); ++state) {
        codes.insert(state.key(), state.value().toString());
    }
    return codes;
}

} // namespace motcua
