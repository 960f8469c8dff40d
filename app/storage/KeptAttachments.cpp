// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/KeptAttachments.h"

#include "app/storage/Attachments.h"
#include "app/storage/Statement.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace motcua::storage {

namespace {

/** Wherever in a draft a text is a reference: what drafts are made of is not the store's to know. */
void takeReferences(const QJsonValue &value, QSet<QByteArray> &names)
{
    if (value.isString()) {
        if (const auto reference = AttachmentReference::fromString(value.toString())) {
            names.insert(reference->name);
        }
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &one : array) {
            takeReferences(one, names);
        }
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QJsonValue &one : object) {
            takeReferences(one, names);
        }
    }
}

} // namespace

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
        takeReferences(json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()), names);
    }
    return names;
}

} // namespace motcua::storage
