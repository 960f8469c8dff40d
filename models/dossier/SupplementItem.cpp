// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/SupplementItem.h"

#include <QJsonObject>

#include <algorithm>

namespace motcua {

namespace {

void insertUnlessEmpty(QJsonObject &json, const QString &key, const QString &text)
{
    if (!text.isEmpty()) {
        json.insert(key, text);
    }
}

void insertUnlessZero(QJsonObject &json, const QString &key, int number)
{
    if (number != 0) {
        json.insert(key, number);
    }
}

} // namespace

bool SupplementItem::isMeaningful() const
{
    const bool named = std::any_of(name.cbegin(), name.cend(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
    return named && originals >= 0 && certified >= 0 && copies >= 0;
}

QJsonArray supplementToJson(const QList<SupplementItem> &items)
{
    QJsonArray rows;
    for (const SupplementItem &item : items) {
        QJsonObject row{{u"name"_qs, item.name}};
        insertUnlessEmpty(row, QStringLiteral("paper"), item.paper);
        insertUnlessEmpty(row, QStringLiteral("reason"), item.reason);
        insertUnlessZero(row, QStringLiteral("originals"), item.originals);
        insertUnlessZero(row, QStringLiteral("certified"), item.certified);
        insertUnlessZero(row, QStringLiteral("copies"), item.copies);
        rows.append(row);
    }
    return rows;
}

QList<SupplementItem> supplementFromJson(const QJsonArray &json)
{
    QList<SupplementItem> items;
    for (const QJsonValue &row : json) {
        items.append({row[u"paper"].toString(), row[u"name"].toString(), row[u"reason"].toString(), row[u"originals"].toInt(),
            row[u"certified"].toInt(), row[u"copies"].toInt()});
    }
    return items;
}

} // namespace motcua
