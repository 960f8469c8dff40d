// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/LettersReader.h"

#include "models/catalogue/JsonMembers.h"

#include <algorithm>

namespace motcua {

namespace {

/** One letter or sign, and the marks on it. */
bool isOneLetter(const QString &text)
{
    if (text.isEmpty() || text.front().isSpace() || text.front().isMark() || text.front().isSurrogate()) {
        return false;
    }
    return std::all_of(text.cbegin() + 1, text.cend(), [](QChar c) { return c.isMark(); });
}

QString readLetter(JsonMembers &members, const QString &key)
{
    const QString letter = members.text(key);
    if (!letter.isEmpty() && !isOneLetter(letter)) {
        members.complain(key, QStringLiteral("\"%1\" must be one letter with its marks").arg(key));
    } else if (letter != letter.normalized(QString::NormalizationForm_C)) {
        members.complain(key, QStringLiteral("\"%1\" must be in normal form C, as names are stored").arg(key));
    }
    return letter;
}

MinorityLetter readOne(const JsonNode &node, const QList<MinorityLetter> &before)
{
    JsonMembers members(node);
    MinorityLetter letter;
    const QString key = QStringLiteral("key");
    letter.small = readLetter(members, QStringLiteral("small"));
    letter.capital = readLetter(members, QStringLiteral("capital"));
    const QString pressed = members.text(key);
    letter.name = members.text(QStringLiteral("name"));
    letter.nameEn = members.text(QStringLiteral("nameEn"));
    letter.mark = members.text(QStringLiteral("mark"));
    if (pressed.size() == 1 && pressed.front() >= u'A' && pressed.front() <= u'Z') {
        letter.key = pressed.front();
    } else if (!pressed.isEmpty()) {
        members.complain(key, QStringLiteral("\"key\" must be one capital letter from A to Z"));
    }
    for (const MinorityLetter &other : before) {
        if (!letter.key.isNull() && other.key == letter.key) {
            members.complain(key, QStringLiteral("the key \"%1\" stands here twice").arg(pressed));
        }
        if (!letter.small.isEmpty() && other.small == letter.small) {
            members.complain(QStringLiteral("small"), QStringLiteral("the letter \"%1\" stands here twice").arg(letter.small));
        }
    }
    members.done();
    return letter;
}

} // namespace

Result<QList<MinorityLetter>, QList<Error>> readLetters(const SourceFile &source)
{
    enum class Kind { Letters };
    JsonFile file(source);
    QList<MinorityLetter> letters;
    if (file.isGood()) {
        const JsonNode root(file);
        JsonMembers members(root);
        members.word<Kind>(QStringLiteral("schema"), {{u"motcua.letters/1", Kind::Letters}});
        members.text(QStringLiteral("mark"));
        const QString all = QStringLiteral("letters");
        members.each(all, true, [&letters](const JsonNode &node) { letters.append(readOne(node, letters)); });
        if (members.has(all) && letters.isEmpty()) {
            members.complain(all, QStringLiteral("\"letters\" must not be empty"));
        }
        members.done();
    }
    if (!file.isGood()) {
        return file.errors();
    }
    return letters;
}

} // namespace motcua
