// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/TicketWords.h"

#include "models/catalogue/JsonMembers.h"

#include <QStringList>

namespace motcua {

namespace {

void lookAtBraces(const JsonMembers &members, const QString &key, const QString &text, const QStringList &known)
{
    for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', open + 1)) {
        const qsizetype end = text.indexOf(u'}', open);
        const QString name = text.mid(open + 1, end < 0 ? -1 : end - open - 1);
        if (end < 0 || !known.contains(name)) {
            members.complain(key, QStringLiteral("\"%1\" has a placeholder that nothing fills: {%2}").arg(key, name));
            return;
        }
    }
}

QString readText(JsonMembers &members, const QString &key, const QStringList &known)
{
    const QString text = members.text(key);
    lookAtBraces(members, key, text, known);
    return text;
}

TicketText readPair(JsonMembers &members, const QString &key, const QStringList &known = {})
{
    return {readText(members, key, known), readText(members, key + QStringLiteral("En"), known)};
}

const QStringList Moment{QStringLiteral("hour"), QStringLiteral("minute"), QStringLiteral("day"), QStringLiteral("month"), QStringLiteral("year")};

QList<TicketText> readNotices(JsonMembers &members, const QStringList &known = {})
{
    QList<TicketText> notices;
    members.each(QStringLiteral("notices"), true, [&notices, &known](const JsonNode &node) {
        JsonMembers notice(node);
        notices.append(readPair(notice, QStringLiteral("text"), known));
        notice.done();
    });
    return notices;
}

} // namespace

Result<TicketWords, QList<Error>> TicketWords::read(const SourceFile &source)
{
    enum class Kind { Ticket };
    JsonFile file(source);
    TicketWords words;
    if (file.isGood()) {
        const JsonNode root(file);
        JsonMembers members(root);
        members.word<Kind>(QStringLiteral("schema"), {{u"motcua.ticket/1", Kind::Ticket}});
        members.text(QStringLiteral("mark"));
        words.title = readPair(members, QStringLiteral("title"));
        words.wait = readPair(members, QStringLiteral("wait"), {QStringLiteral("from"), QStringLiteral("to")});
        words.longWait = readPair(members, QStringLiteral("longWait"), {QStringLiteral("from")});
        words.ahead = readPair(members, QStringLiteral("ahead"), {QStringLiteral("count")});
        words.nobodyAhead = readPair(members, QStringLiteral("nobodyAhead"));
        words.drawn = readText(members, QStringLiteral("drawn"), Moment);
        words.notices = readNotices(members);
        members.object(QStringLiteral("appointment"), true, [&words](const JsonNode &node) {
            JsonMembers one(node);
            words.appointment = {readPair(one, QStringLiteral("title")), readText(one, QStringLiteral("time"), Moment), readNotices(one, {QStringLiteral("late")})};
            one.done();
        });
        words.training = readText(members, QStringLiteral("training"), {});
        members.done();
    }
    if (!file.isGood()) {
        return file.errors();
    }
    return words;
}

QString TicketWords::filled(const QString &text, const QList<std::pair<QString, QString>> &values)
{
    QString filled;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype open = text.indexOf(u'{', at);
        const qsizetype end = open < 0 ? -1 : text.indexOf(u'}', open);
        if (end < 0) {
            return filled + text.mid(at);
        }
        filled += text.mid(at, open - at);
        for (const auto &[name, value] : values) {
            if (text.mid(open + 1, end - open - 1) == name) {
                filled += value;
            }
        }
        at = end + 1;
    }
    return filled;
}

} // namespace motcua
