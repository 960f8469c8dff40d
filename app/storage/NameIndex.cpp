// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/NameIndex.h"

#include "models/base/Text.h"

#include <QList>
#include <QVarLengthArray>

#include <algorithm>

namespace motcua::storage::names {

namespace {

constexpr qsizetype PrefixLetters = 3; // 3 + '_' + 7: "nghieng" is the longest syllable of Vietnamese
constexpr qsizetype MostWords = 12; // of one name that are indexed; a company's name may be longer

/** Letters that FTS5's ascii tokenizer keeps together; folded words hold nothing else but what lies beyond ASCII, which it keeps too. */
QByteArray beginning(const QString &word)
{
    return word.left(PrefixLetters).toUtf8();
}

QByteArray quotedPrefix(const QByteArray &token)
{
    return '"' + token + "\"*";
}

bool assigned(const QList<QStringView> &nameWords, const QStringList &words, qsizetype next, QVarLengthArray<bool, 16> &taken)
{
    if (next == words.size()) {
        return true;
    }
    for (qsizetype i = 0; i < nameWords.size(); ++i) {
        if (!taken[i] && nameWords[i].startsWith(words[next])) {
            taken[i] = true;
            if (assigned(nameWords, words, next + 1, taken)) {
                return true;
            }
            taken[i] = false;
        }
    }
    return false;
}

} // namespace

QString key(const QStringList &names)
{
    QStringList folded;
    for (const QString &name : names) {
        const QString one = text::foldedWords(name).mid(0, MostWords).join(u' ');
        if (!one.isEmpty() && !folded.contains(one)) {
            folded.append(one);
        }
    }
    return folded.join(u'\n');
}

QByteArray tokens(const QString &key)
{
    QByteArrayList all;
    for (const QString &name : key.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
        for (qsizetype i = 0; i < words.size(); ++i) {
            all.append(words[i].toUtf8());
            for (qsizetype j = i + 1; j < words.size(); ++j) {
                const QByteArray later = '_' + words[j].toUtf8();
                for (qsizetype letters = 1; letters <= qMin(PrefixLetters, words[i].size()); ++letters) {
                    all.append(words[i].left(letters).toUtf8() + later);
                }
            }
        }
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all.join(' ');
}

QByteArray expression(const QStringList &words)
{
    if (words.isEmpty()) {
        return {};
    }
    if (words.size() == 1) {
        return quotedPrefix(words.first().toUtf8());
    }
    // The longest beginning is the rarest: paired with each other word it leaves the fewest rows to look at.
    QStringList byLength = words.mid(0, MostWords);
    std::stable_sort(byLength.begin(), byLength.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    QByteArrayList pairs;
    const QString &longest = byLength.first();
    for (qsizetype i = 1; i < byLength.size(); ++i) {
        const QString &other = byLength[i];
        const QByteArray forth = quotedPrefix(beginning(longest) + '_' + other.toUtf8());
        const QByteArray back = quotedPrefix(beginning(other) + '_' + longest.toUtf8());
        pairs.append(forth == back ? forth : '(' + forth + " OR " + back + ')');
    }
    return pairs.join(" AND ");
}

bool matches(QStringView key, const QStringList &words)
{
    QStringList longestFirst = words;
    std::stable_sort(longestFirst.begin(), longestFirst.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QStringView name : key.tokenize(u'\n')) {
        const QList<QStringView> nameWords = name.split(u' ', Qt::SkipEmptyParts);
        QVarLengthArray<bool, 16> taken(nameWords.size(), false);
        if (words.size() <= nameWords.size() && assigned(nameWords, longestFirst, 0, taken)) {
            return true;
        }
    }
    return false;
}

} // namespace motcua::storage::names
