// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/CallWords.h"

#include "models/catalogue/JsonMembers.h"

#include <algorithm>

namespace motcua {

namespace {

using Language = CallPhrases::Language;

constexpr std::array Languages{std::pair{QStringView(u"vi"), Language::Vietnamese}, std::pair{QStringView(u"en"), Language::English}};

QString readSentence(JsonMembers &members, const QString &key)
{
    const QString sentence = members.text(key);
    const bool hasBoth = sentence.count(QStringLiteral("{ticket}")) == 1 && sentence.count(QStringLiteral("{desk}")) == 1;
    if (!sentence.isEmpty() && (!hasBoth || sentence.count(u'{') != 2 || sentence.count(u'}') != 2)) {
        members.complain(key, QStringLiteral("\"%1\" must have {ticket} and {desk} in it, once each, and nothing else in braces").arg(key));
    }
    return sentence;
}

/** A name is an argument of a program: it begins no option and is no path. */
bool isVoice(const QString &name)
{
    const auto isPlain = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-'; };
    return !name.startsWith(u'-') && std::all_of(name.cbegin(), name.cend(), isPlain);
}

CallPhrases readLanguage(const JsonNode &node, const QList<CallPhrases> &before)
{
    JsonMembers members(node);
    CallPhrases phrases;
    const QString id = QStringLiteral("id");
    const QString voice = QStringLiteral("voice");
    phrases.language = members.word<Language>(id, std::span(Languages));
    const auto same = [&phrases](const CallPhrases &other) { return other.language == phrases.language; };
    if (std::any_of(before.cbegin(), before.cend(), same)) {
        members.complain(id, QStringLiteral("the language \"%1\" stands here twice").arg(phrases.id()));
    }
    phrases.toNumber = readSentence(members, QStringLiteral("toNumber"));
    phrases.toName = readSentence(members, QStringLiteral("toName"));
    members.object(QStringLiteral("letters"), true, [&phrases](const JsonNode &all) {
        JsonMembers letters(all);
        for (std::size_t i = 0; i < phrases.letters.size(); ++i) {
            phrases.letters[i] = letters.text(QString(QChar(u'A' + static_cast<char16_t>(i))));
        }
        letters.done();
    });
    phrases.voice = members.text(voice);
    if (!isVoice(phrases.voice)) {
        members.complain(voice, QStringLiteral("\"voice\" must be a name of espeak-ng: small letters, digits and hyphens"));
    }
    phrases.wordsPerMinute = static_cast<int>(members.integer(QStringLiteral("wordsPerMinute"), 80, 300));
    members.done();
    return phrases;
}

CallWords readWords(JsonFile &file)
{
    enum class Kind { Voice };
    const JsonNode root(file);
    JsonMembers members(root);
    CallWords words;
    members.word<Kind>(QStringLiteral("schema"), {{u"motcua.voice/1", Kind::Voice}});
    members.text(QStringLiteral("mark"));
    const QString languages = QStringLiteral("languages");
    members.each(languages, true, [&words](const JsonNode &node) { words.languages.append(readLanguage(node, words.languages)); });
    if (members.has(languages) && words.languages.isEmpty()) {
        members.complain(languages, QStringLiteral("\"languages\" must not be empty"));
    }
    members.done();
    return words;
}

} // namespace

QString CallPhrases::id() const
{
    return std::find_if(Languages.cbegin(), Languages.cend(), [this](const auto &one) { return one.second == language; })->first.toString();
}

const CallPhrases *CallWords::in(const QString &languageId) const
{
    const auto it = std::find_if(languages.cbegin(), languages.cend(), [&languageId](const CallPhrases &one) { return one.id() == languageId; });
    return it == languages.cend() ? nullptr : &*it;
}

Result<CallWords, QList<Error>> CallWords::read(const SourceFile &source)
{
    JsonFile file(source);
    CallWords words;
    if (file.isGood()) {
        words = readWords(file);
    }
    if (!file.isGood()) {
        return file.errors();
    }
    return words;
}

} // namespace motcua
