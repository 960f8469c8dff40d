// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/TextDifference.h"

#include <algorithm>
#include <vector>

namespace motcua {

namespace {

constexpr qsizetype LeastWords = 3;
constexpr qsizetype MostCells = 4'000'000; // of the table below: 8 MB, some milliseconds

QList<TextSpan> wordsOf(const QString &text)
{
    QList<TextSpan> words;
    qsizetype from = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool isWord = i < text.size() && !text.at(i).isSpace();
        if (isWord && from < 0) {
            from = i;
        } else if (!isWord && from >= 0) {
            words.append({from, i - from});
            from = -1;
        }
    }
    return words;
}

/** Which of the words of `a` in [begin, endA) stand in a longest common sequence with those of `b` in [begin, endB). */
template <typename Same>
std::vector<bool> shared(qsizetype a, qsizetype b, const Same &same)
{
    std::vector<bool> kept(static_cast<size_t>(a), false);
    if (a == 0 || b == 0 || a * b > MostCells) {
        return kept;
    }
    const auto at = [b](qsizetype i, qsizetype j) { return static_cast<size_t>(i * (b + 1) + j); };
    std::vector<quint16> longest(at(a, b) + 1, 0);
    for (qsizetype i = a - 1; i >= 0; --i) {
        for (qsizetype j = b - 1; j >= 0; --j) {
            longest[at(i, j)] = same(i, j) ? static_cast<quint16>(longest[at(i + 1, j + 1)] + 1) : std::max(longest[at(i + 1, j)], longest[at(i, j + 1)]);
        }
    }
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a && j < b) {
        if (same(i, j)) {
            kept[static_cast<size_t>(i)] = true;
            ++i;
            ++j;
        } else if (longest[at(i + 1, j)] >= longest[at(i, j + 1)]) {
            ++i;
        } else {
            ++j;
        }
    }
    return kept;
}

} // namespace

QList<TextSpan> differingWords(const QString &text, const QString &other)
{
    const QList<TextSpan> mine = wordsOf(text);
    const QList<TextSpan> theirs = wordsOf(other);
    if (mine.size() < LeastWords && theirs.size() < LeastWords) {
        return {};
    }
    const auto same = [&](qsizetype i, qsizetype j) {
        return QStringView(text).mid(mine.at(i).from, mine.at(i).length) == QStringView(other).mid(theirs.at(j).from, theirs.at(j).length);
    };
    const qsizetype least = std::min(mine.size(), theirs.size());
    qsizetype head = 0;
    while (head < least && same(head, head)) {
        ++head;
    }
    qsizetype tail = 0;
    while (tail < least - head && same(mine.size() - 1 - tail, theirs.size() - 1 - tail)) {
        ++tail;
    }
    const qsizetype middle = mine.size() - head - tail;
    const std::vector<bool> kept = shared(middle, theirs.size() - head - tail, [&](qsizetype i, qsizetype j) { return same(head + i, head + j); });
    if (middle == mine.size() && std::none_of(kept.cbegin(), kept.cend(), [](bool one) { return one; })) {
        return {};
    }
    QList<TextSpan> spans;
    bool isRunning = false;
    for (qsizetype i = 0; i < middle; ++i) {
        const TextSpan word = mine.at(head + i);
        if (kept[static_cast<size_t>(i)]) {
            isRunning = false;
        } else if (isRunning) {
            spans.last().length = word.from + word.length - spans.constLast().from;
        } else {
            spans.append(word);
            isRunning = true;
        }
    }
    return spans;
}

} // namespace motcua
