// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace motcua::text {

/** `typed` in Unicode normal form C with outer spaces removed and inner runs of white space made one space. */
[[nodiscard]] QString tidy(const QString &typed);

/**
 * The search key of a Vietnamese text: marks dropped, đ/Đ and the look-alike Ð (U+00D0) made d, lower case,
 * every run of other than letters and digits one space, none at the ends.
 *
 * "Nguyễn Thị Hoà", "NGUYỄN THỊ HÒA" and their decomposed spellings all fold to "nguyen thi hoa"; "K’Brôi" to "k broi".
 */
[[nodiscard]] QString folded(const QString &any);

/** The words of folded(any). */
[[nodiscard]] QStringList foldedWords(const QString &any);

} // namespace motcua::text
