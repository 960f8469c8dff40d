// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/StateCodes.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace motcua {

QHash<QString, QStringList> stateCodes(const QString &resources)
{
    QFile file(resources + QStringLiteral("/trust/states.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonObject states = QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("states")).toObject();
    QHash<QString, QStringList> codes;
    for (auto state = states.begin(); state != states.end(); ++state) {
        const QJsonArray written = state->isArray() ? state->toArray() : QJsonArray{*state};
        QStringList letters;
        for (const QJsonValue &one : written) {
            if (one.toString().size() == 2) { // else it names nobody, and nothing must agree with it
                letters.append(one.toString());
            }
        }
        if (!letters.isEmpty()) {
            codes.insert(state.key(), letters);
        }
    }
    return codes;
}

} // namespace motcua
