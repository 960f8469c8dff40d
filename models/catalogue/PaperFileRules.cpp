// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/PaperFileRules.h"

#include "models/catalogue/JsonMembers.h"

namespace motcua {

PaperFileRules readPaperFileRules(JsonFile &file)
{
    constexpr qint64 Megabyte = 1024 * 1024;
    constexpr qint64 MostMegabytes = 200; // below what a sealed file may have
    // What a file is must be recognised by its content before it can be allowed.
    static const QStringList known{QStringLiteral("application/pdf"), QStringLiteral("image/jpeg"), QStringLiteral("image/png"),
        QStringLiteral("image/tiff"), QStringLiteral("image/webp")};
    const JsonNode root(file);
    JsonMembers members(root);
    members.text(QStringLiteral("schema"));
    PaperFileRules rules;
    rules.largestBytes = members.integer(QStringLiteral("largestMegabytes"), 1, MostMegabytes) * Megabyte;
    members.each(QStringLiteral("mediaTypes"), true, [&](const JsonNode &node) {
        const QString type = elementText(node);
        if (!known.contains(type)) {
            node.complain(QStringLiteral("a media type is one of: %1").arg(known.join(QStringLiteral(", "))));
        } else if (rules.mediaTypes.contains(type)) {
            node.complain(QStringLiteral("the media type \"%1\" stands here twice").arg(type));
        }
        rules.mediaTypes.append(type);
    });
    rules.drawnSignatures = members.flag(QStringLiteral("drawnSignatures"));
    rules.mark = members.text(QStringLiteral("mark"));
    members.done();
    return rules;
}

} // namespace motcua
