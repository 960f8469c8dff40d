// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/BlocksReader.h"

#include <algorithm>

namespace motcua {

namespace {

/** What a use of a block changes in it. */
struct Use
{
    QString prefix = {};
    QMap<QString, QString> words = {};
};

QString filledIn(QString text, const Use &use)
{
    for (auto word = use.words.cbegin(); word != use.words.cend(); ++word) {
        text.replace(u'{' + word.key() + u'}', word.value());
    }
    return text;
}

/** A value of the block as the form has it: words filled in, and names of the block's own fields prefixed. */
QJsonValue writtenOut(const QJsonValue &value, const Use &use)
{
    if (value.isString()) {
        const QString text = value.toString();
        const bool isName = text.size() > 1 && text[0] == u'.' && text[1].isLetter();
        return isName ? use.prefix + text : filledIn(text, use);
    }
    if (value.isArray()) {
        QJsonArray made;
        const QJsonArray list = value.toArray();
        for (const QJsonValue &one : list) {
            made.append(writtenOut(one, use));
        }
        return made;
    }
    if (value.isObject()) {
        QJsonObject made;
        const QJsonObject object = value.toObject();
        for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
            made.insert(it.key(), writtenOut(it.value(), use));
        }
        return made;
    }
    return value;
}

QStringList idsOf(const FieldBlock &block)
{
    QStringList ids;
    for (const QJsonValue &field : block.fields) {
        ids.append(field.toObject().value(QStringLiteral("id")).toString());
    }
    return ids;
}

/** Complains about words the block wants and the use lacks, and the other way round. */
QMap<QString, QString> readWords(JsonMembers &members, const FieldBlock &block)
{
    QMap<QString, QString> words;
    members.object(QStringLiteral("with"), !block.words.isEmpty(), [&](const JsonNode &node) {
        JsonMembers with(node);
        for (const QString &word : block.words) {
            words.insert(word, with.text(word));
        }
        with.done();
    });
    return words;
}

} // namespace

QMap<QString, FieldBlock> readBlocks(JsonFile &file)
{
    const JsonNode root(file);
    JsonMembers members(root);
    members.text(QStringLiteral("schema"));
    QMap<QString, FieldBlock> blocks;
    members.each(QStringLiteral("blocks"), true, [&](const JsonNode &node) {
        JsonMembers one(node);
        FieldBlock block;
        block.id = one.text(QStringLiteral("id"));
        one.text(QStringLiteral("mark"));
        if (one.has(QStringLiteral("words"))) {
            block.words = one.texts(QStringLiteral("words"));
        }
        QStringList ids;
        one.each(QStringLiteral("fields"), true, [&](const JsonNode &field) {
            const QString id = field.value().member(u"id").toString();
            if (id.size() < 2 || id[0] != u'.') {
                field.complain(QStringLiteral("the id of a block's field begins with a stop, like \".name\""));
            } else if (ids.contains(id)) {
                field.complain(QStringLiteral("the field \"%1\" stands here twice").arg(id));
            }
            ids.append(id);
            block.fields.append(QJsonDocument::fromJson(field.value().written()).object());
        });
        one.done();
        if (blocks.contains(block.id)) {
            one.complain(QStringLiteral("id"), QStringLiteral("the block \"%1\" stands here twice").arg(block.id));
        }
        blocks.insert(block.id, block);
    });
    members.done();
    return blocks;
}

std::optional<QJsonArray> expanded(const JsonNode &node, const QMap<QString, FieldBlock> &blocks)
{
    JsonMembers members(node);
    const QString name = members.text(QStringLiteral("block"));
    const auto found = blocks.constFind(name);
    if (found == blocks.constEnd()) {
        members.complain(QStringLiteral("block"), QStringLiteral("there is no block \"%1\"").arg(name));
        return {};
    }
    const Use use{members.text(QStringLiteral("id")), readWords(members, *found)};
    const QStringList ids = idsOf(*found);
    QStringList omitted;
    members.each(QStringLiteral("omit"), false, [&](const JsonNode &element) {
        omitted.append(elementText(element));
        if (!ids.contains(omitted.constLast())) {
            element.complain(QStringLiteral("the block \"%1\" has no field \"%2\"").arg(name, omitted.constLast()));
        }
    });
    QMap<QString, QString> needs;
    members.object(QStringLiteral("need"), false, [&](const JsonNode &object) {
        JsonMembers need(object);
        const QStringList keys = need.allKeys();
        for (const QString &key : keys) {
            needs.insert(key, need.text(key));
            if (!ids.contains(key)) {
                object.complain(key, QStringLiteral("the block \"%1\" has no field \"%2\"").arg(name, key), true);
            }
        }
    });
    members.done();
    QJsonArray fields;
    for (const QJsonValue &field : found->fields) {
        QJsonObject one = field.toObject();
        const QString id = one.value(QStringLiteral("id")).toString();
        if (omitted.contains(id)) {
            continue;
        }
        if (needs.contains(id)) {
            one.insert(QStringLiteral("need"), needs.value(id));
        }
        fields.append(writtenOut(one, use));
    }
    return fields;
}

} // namespace motcua
