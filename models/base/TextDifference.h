// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace motcua {

/** A stretch of a text, in UTF-16 units. */
struct TextSpan
{
    qsizetype from = 0;
    qsizetype length = 0;

    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

/**
 * The words of `text` that `other` has not in the same order, ascending, words side by side in one stretch. What has fewer than three words is
 * read at a glance: then nothing is marked, nor where all words differ. Of very long texts only what lies between their common ends is compared as a whole.
 */
[[nodiscard]] QList<TextSpan> differingWords(const QString &text, const QString &other);

} // namespace motcua
