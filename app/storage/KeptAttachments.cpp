// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/KeptAttachments.h"

#include "app/storage/Statement.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace motcua::storage {

QList<AttachmentReference> attachmentsIn(const QJsonValue &value)
{
    QList<AttachmentReference> references;
    if (value.isString()) {
        if (const auto reference = AttachmentReference::fromString(value.toString())) {
            references.append(*reference);
        }
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &one : array) {
            references += attachmentsIn(one);
        }
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QJsonValue &one : object) {
            references += attachmentsIn(one);
        }
    }
    return references;
}

QSet<QByteArray> keptAttachments(Connection &connection)
{
    QSet<QByteArray> names;
    Statement entry = connection.statement("SELECT DISTINCT name FROM p_attachment");
    while (entry.step()) {
        names.insert(entry.bytes(0));
    }
    Statement draft = connection.statement("SELECT form FROM l_draft UNION ALL SELECT state FROM l_open");
    while (draft.step()) {
        const QJsonDocument json = QJsonDocument::fromJson(draft.bytes(0));
        const auto references = attachmentsIn(json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()));
        for (const AttachmentReference &reference : references) {
            names.insert(reference.name);
        }
    }
    return names;
}

} // namespace motcua::storage
