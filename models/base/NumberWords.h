// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/VietnameseWords.h"

#include <QStringList>

#include <optional>

namespace motcua {

/** Reads a whole number from its words, small letters in normal form C, from the first to the last; see VietnameseWords::numberIn. */
class NumberWords
{
public:
    explicit NumberWords(const QStringList &words)
        : m_words(words)
    {
    }

    [[nodiscard]] Result<qint64, WordsFault> value();

private:
    /** What stands between two "tỷ": up to three groups; nothing when a fault was met. `full`: hundreds must be named. */
    [[nodiscard]] std::optional<quint64> belowMilliard(bool full);
    [[nodiscard]] std::optional<int> group(bool full);
    [[nodiscard]] std::optional<int> afterHundreds(int hundreds);
    [[nodiscard]] std::optional<int> afterTens(int tens);
    [[nodiscard]] bool take(QStringView word);
    [[nodiscard]] bool takeAny(QStringView one, QStringView other);
    [[nodiscard]] bool isAt(QStringView word, qsizetype ahead = 0) const;
    /** The digit at the place, 0 … 9; -1 when there is none. */
    [[nodiscard]] int digitAt(qsizetype ahead = 0) const;
    [[nodiscard]] bool isEnd() const { return m_at >= m_words.size(); }
    [[nodiscard]] WordsFault fault() const;

    QStringList m_words;
    qsizetype m_at = 0;
};

} // namespace motcua
