// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/FormParts.h"
#include "models/catalogue/JsonMembers.h"
#include "models/catalogue/JsonNode.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace motcua {

/** The blocks in a motcua.blocks/1 file; what is wrong with it is in the file's errors. Their fields are judged where a form uses them. */
[[nodiscard]] QMap<QString, FieldBlock> readBlocks(JsonFile &file);

/**
 * The fields that {"block": name, "id": prefix, "with": {word: text}, "omit": [".field" …], "need": {".field": need}} stands for,
 * written out: prefix before each id, texts in place of {words}. Null after a complaint.
 */
[[nodiscard]] std::optional<QJsonArray> expanded(const JsonNode &use, const QMap<QString, FieldBlock> &blocks);

/** Calls `read(JsonNode)` for each field in `fields` of a section, those of blocks written out; what is wrong in a block is complained about where it is used. */
template <typename Read>
void eachField(JsonMembers &section, const QMap<QString, FieldBlock> &blocks, Read read)
{
    section.each(QStringLiteral("fields"), true, [&](const JsonNode &node) {
        if (!node.value().contains(u"block")) {
            read(node);
            return;
        }
        const std::optional<QJsonArray> fields = expanded(node, blocks);
        if (!fields) {
            return;
        }
        JsonFile written(SourceFile{QStringLiteral("block"), QJsonDocument(*fields).toJson(QJsonDocument::Compact)});
        const JsonNode list(written);
        JsonMembers::forEach(list, read);
        const QList<Error> errors = written.errors();
        for (const Error &error : errors) {
            node.complain(QStringLiteral("block"),
                QStringLiteral("in the block \"%1\": %2").arg(node.value().member(u"block").toString(), error.detail.section(QStringLiteral(": "), 1)));
        }
    });
}

} // namespace motcua
