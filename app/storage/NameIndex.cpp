// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/NameIndex.h"

#include "models/base/Text.h"

#include <QList>
#include <QVarLengthArray>

#include <algorithm>
#include <array>

namespace motcua::storage::names {

namespace {

constexpr qsizetype PrefixLetters = 3; // 3 + '_' + 7: "nghieng" is the longest syllable of Vietnamese
constexpr qsizetype MostWords = 12; // of one name that are indexed; a company's name may be longer

struct CommonWord
{
    QLatin1StringView folded;
    int perMille; // of the people who bear it, roughly
};

// The family and middle names that most Vietnamese bear. A word missing here, or a wrong figure, costs time and never an answer.
constexpr std::array<CommonWord, 20> CommonWords = {{{QLatin1StringView("nguyen"), 350}, {QLatin1StringView("thi"), 300}, {QLatin1StringView("van"), 200},
    {QLatin1StringView("tran"), 110}, {QLatin1StringView("le"), 95}, {QLatin1StringView("pham"), 70}, {QLatin1StringView("hoang"), 50},
    {QLatin1StringView("thanh"), 50}, {QLatin1StringView("phan"), 45}, {QLatin1StringView("minh"), 45}, {QLatin1StringView("ngoc"), 45},
    {QLatin1StringView("huynh"), 40}, {QLatin1StringView("duc"), 40}, {QLatin1StringView("vu"), 30}, {QLatin1StringView("vo"), 30},
    {QLatin1StringView("dang"), 25}, {QLatin1StringView("bui"), 20}, {QLatin1StringView("do"), 15}, {QLatin1StringView("ngo"), 15},
    {QLatin1StringView("ho"), 15}}};

/** How many of a thousand names have a word beginning with `beginning`, roughly. */
int frequency(QStringView beginning)
{
    constexpr std::array<int, 5> others = {0, 200, 60, 25, 12}; // by letters typed, of the words not listed
    int perMille = others.at(static_cast<std::size_t>(std::clamp<qsizetype>(beginning.size(), 0, 4)));
    for (const CommonWord &word : CommonWords) {
        perMille += word.folded.startsWith(beginning) ? word.perMille : 0;
    }
    return perMille;
}

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
    // One buffer and views of it: a name has some twenty tokens, and every dossier written waits for this.
    QByteArray pool;
    QVarLengthArray<std::pair<qsizetype, qsizetype>, 128> places;
    const auto end = [&pool, &places](qsizetype start) { places.append({start, pool.size() - start}); };
    for (const QString &name : key.split(u'\n', Qt::SkipEmptyParts)) {
        const QList<QStringView> words = QStringView(name).split(u' ', Qt::SkipEmptyParts);
        QVarLengthArray<QByteArray, 16> encoded;
        for (const QStringView word : words) {
            encoded.append(word.toUtf8());
        }
        for (qsizetype i = 0; i < words.size(); ++i) {
            qsizetype start = pool.size();
            pool.append(encoded[i]);
            end(start);
            for (qsizetype letters = 1; letters <= qMin(PrefixLetters, words[i].size()); ++letters) {
                const QByteArray earlier = words[i].first(letters).toUtf8() + '_';
                for (qsizetype j = i + 1; j < words.size(); ++j) {
                    start = pool.size();
                    pool.append(earlier).append(encoded[j]);
                    end(start);
                }
            }
        }
    }
    const QByteArrayView all(pool);
    const auto view = [all](const std::pair<qsizetype, qsizetype> &place) { return all.sliced(place.first, place.second); };
    std::sort(places.begin(), places.end(), [&view](const auto &one, const auto &other) { return view(one) < view(other); });
    places.erase(std::unique(places.begin(), places.end(), [&view](const auto &one, const auto &other) { return view(one) == view(other); }), places.end());
    QByteArray joined;
    joined.reserve(pool.size() + places.size());
    for (const auto &place : places) {
        if (!joined.isEmpty()) {
            joined.append(' ');
        }
        joined.append(view(place));
    }
    return joined;
}

QByteArray expression(const QStringList &words)
{
    if (words.isEmpty()) {
        return {};
    }
    if (words.size() == 1) {
        return quotedPrefix(words.first().toUtf8());
    }
    // FTS5 walks each list of rows it is to join from end to end, so each pair should be rare: the rarest word with each of the others.
    QStringList rarestFirst = words.mid(0, MostWords);
    std::stable_sort(rarestFirst.begin(), rarestFirst.end(), [](const QString &a, const QString &b) { return frequency(a) < frequency(b); });
    QByteArrayList pairs;
    const QString &rarest = rarestFirst.first();
    for (qsizetype i = 1; i < rarestFirst.size(); ++i) {
        const QString &other = rarestFirst[i];
        const QByteArray forth = quotedPrefix(beginning(rarest) + '_' + other.toUtf8());
        const QByteArray back = quotedPrefix(beginning(other) + '_' + rarest.toUtf8());
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
