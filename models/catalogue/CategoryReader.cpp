// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/CategoryReader.h"

#include "models/catalogue/JsonMembers.h"

#include <QSet>

namespace motcua {

Category readCategory(JsonFile &file)
{
    const JsonNode root(file);
    JsonMembers members(root);
    members.text(QStringLiteral("schema"));
    const QString id = members.text(QStringLiteral("id"));
    const QString name = members.text(QStringLiteral("name"));
    members.text(QStringLiteral("mark"));
    members.textOr(QStringLiteral("basis"));
    const bool open = members.flag(QStringLiteral("open"));
    QList<FieldOption> items;
    QSet<QString> codes;
    members.each(QStringLiteral("items"), true, [&](const JsonNode &node) {
        JsonMembers one(node);
        const FieldOption item{
            one.text(QStringLiteral("code")), one.text(QStringLiteral("label")), one.textOr(QStringLiteral("labelEn"))};
        if (codes.contains(item.code)) {
            one.complain(QStringLiteral("code"), QStringLiteral("the item \"%1\" stands here twice").arg(item.code));
        }
        codes.insert(item.code);
        one.done();
        items.append(item);
    });
    members.done();
    return Category(id, name, open, items);
}

} // namespace motcua
