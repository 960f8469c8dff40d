// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/handbook/Handbook.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace motcua {

namespace {

const QString TitleMark = QStringLiteral("# ");

const QRegularExpression &keyPattern()
{
    static const QRegularExpression pattern(QStringLiteral("\\{key:([^}]*)\\}"));
    return pattern;
}

QStringList captured(const QRegularExpression &pattern, const QString &text)
{
    QStringList all;
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        all.append(it.next().captured(1));
    }
    return all;
}

Error fault(const QString &what)
{
    return {ErrorCode::CatalogueSchema, what};
}

} // namespace

Result<Handbook> Handbook::read(const QByteArray &index, const QMap<QString, QString> &texts, const QHash<QString, QByteArray> &pictures)
{
    QJsonParseError syntax;
    const QJsonObject root = QJsonDocument::fromJson(index, &syntax).object();
    if (syntax.error != QJsonParseError::NoError) {
        return Error{ErrorCode::CatalogueSyntax, QStringLiteral("handbook.json: ") + syntax.errorString()};
    }
    Handbook book;
    book.m_pictures = pictures;
    const QJsonArray names = root.value(u"pages").toArray();
    for (const QJsonValue &one : names) {
        const QString name = one.toString();
        const QString text = texts.value(name);
        const QString title = text.section(u'\n', 0, 0);
        if (!title.startsWith(TitleMark)) {
            return fault(QStringLiteral("%1: no page, or no title in its first line").arg(name));
        }
        const QStringList shown = picturesIn(text);
        for (const QString &picture : shown) {
            if (!pictures.contains(picture)) {
                return fault(QStringLiteral("%1: no picture %2").arg(name, picture));
            }
        }
        book.m_parts.append({name, title.mid(TitleMark.size()).trimmed(), text.section(u'\n', 1)});
    }
    if (book.m_parts.isEmpty()) {
        return fault(QStringLiteral("handbook.json: no pages"));
    }
    const QJsonObject screens = root.value(u"screens").toObject();
    for (auto it = screens.begin(); it != screens.end(); ++it) {
        const QString name = it->toString();
        if (book.indexOf(name) < 0) {
            return fault(QStringLiteral("handbook.json: %1 has no page %2").arg(it.key(), name));
        }
        book.m_screens.insert(it.key(), name);
    }
    return book;
}

qsizetype Handbook::indexOf(const QString &name) const
{
    const auto found = std::find_if(m_parts.begin(), m_parts.end(), [&name](const HandbookPart &one) { return one.name == name; });
    return found == m_parts.end() ? -1 : found - m_parts.begin();
}

qsizetype Handbook::partFor(const QString &screen) const
{
    return std::max<qsizetype>(indexOf(m_screens.value(screen)), 0);
}

QStringList Handbook::picturesIn(const QString &markdown)
{
    static const QRegularExpression pattern(QStringLiteral("!\\[[^\\]]*\\]\\((?:[^)]*/)?([^)/]*)\\)"));
    return captured(pattern, markdown);
}

QStringList Handbook::keysIn(const QString &markdown)
{
    return captured(keyPattern(), markdown);
}

QString Handbook::withKeys(const QString &markdown, const std::function<QString(const QString &name)> &shown)
{
    QString made;
    qsizetype from = 0;
    for (auto it = keyPattern().globalMatch(markdown); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString key = shown(match.captured(1));
        made += markdown.mid(from, match.capturedStart() - from) + (key.isEmpty() ? match.captured() : key);
        from = match.capturedEnd();
    }
    return made + markdown.mid(from);
}

} // namespace motcua
