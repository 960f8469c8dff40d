// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRectF>
#include <QString>

namespace motcua {

class CopyFont;
struct PageText;

/**
 * What of `any` may stand in a copy: normal form C, white space as single spaces, no character that nobody sees, none that has no meaning (control characters, halves of
 * pairs, characters for private use). PDF/A forbids some of them, and the others turn or hide what a person reads.
 */
[[nodiscard]] QString copyLetters(const QString &any);

/**
 * The operators that lay `text` invisibly over its picture: each word in the width of its box, all words of a line on one base line, so that readers see a line; between
 * them a space as wide as the gap. `picture` is where the picture stands on the page, in points from the lower left corner. A word outside the page is left out. Empty: no
 * word. `font` is known as F0 on the page.
 */
[[nodiscard]] QByteArray copyText(const PageText &text, const QRectF &picture, CopyFont &font);

} // namespace motcua
