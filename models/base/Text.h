// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace motcua::text {

/** `typed` in Unicode normal form C with outer spaces removed and inner runs of white space made one space. */
[[nodiscard]] QString tidy(const QString &typed);

/** `typed` with full-width signs U+FF01–U+FF5E (an input method left in that mode) as the plain ones; letters and order stay. */
[[nodiscard]] QString plainWidth(QString typed);

/** `any` without the characters nobody sees: zero-width, soft hyphen, direction marks, byte order mark (Unicode category Cf). */
[[nodiscard]] QString withoutInvisible(QString any);

/** How many characters a reader counts: a letter outside the basic plane is one although it takes two UTF-16 units. */
[[nodiscard]] qsizetype characters(const QString &text);

/**
 * The search key of a Vietnamese text: marks dropped, đ/Đ and the look-alike Ð (U+00D0) made d, ƀ/Ƀ made b, lower case,
 * every run of other than letters and digits one space, none at the ends; an apostrophe that Unicode takes for a letter is none.
 *
 * "Nguyễn Thị Hoà", "NGUYỄN THỊ HÒA" and their decomposed spellings all fold to "nguyen thi hoa"; "K’Brôi" to "k broi".
 */
[[nodiscard]] QString folded(const QString &any);

/** The words of folded(any). */
[[nodiscard]] QStringList foldedWords(const QString &any);

/** Whether every one of the folded words `typed` begins a word of `label`, in any order: so a list is searched by a few letters. */
[[nodiscard]] bool fits(const QStringList &typed, const QString &label);

/**
 * `any` in normal form C with the tone of each run of vowels on the last of them, so that every place the tone may be written
 * in gives one key: hòa and hoà, thủy and thuỷ, and also the slips qúy for quý and hòan for hoàn.
 *
 * A syllable has one tone, so nothing else becomes equal: letters, tones, case and spaces stay. A run with several tones is no
 * syllable and stays as it is. The key is for comparing; shown and stored is what was written.
 */
[[nodiscard]] QString toneKey(const QString &any);

} // namespace motcua::text
