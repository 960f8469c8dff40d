// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace motcua {

/**
 * The sort key of a name or title: texts stand in the order of their keys compared byte by byte, so lists and indexes need no locale.
 *
 * Word by word (a space, and whatever is no letter or digit, stands before everything), digits before letters, letters in the order
 * a ă â b c d đ e ê g … o ô ơ … u ư … y z with f j w z at their Latin places. Only between texts of the same letters count, in this
 * order: the tones (ngang huyền hỏi ngã sắc nặng, syllable by syllable, wherever in the syllable the mark is written), other marks,
 * small before capital. Letters of other peoples are letters of their own beside their relatives: b ƀ, c č, e ĕ ê ê̆, i ĭ, n ñ,
 * o ŏ ô ô̆ ơ ơ̆, u ŭ ư ư̆. The look-alikes of Đ count as Đ. Foreign letters without a mark to take off (ł, ø) and other scripts
 * follow z. Every Unicode spelling of a text has one key.
 *
 * Unlike a dictionary, which finishes a syllable before it looks at the next, a list compares all letters before any tone:
 * "Hoà An" stands before "Hoa Bình", so the names of one spelling without marks stay together, as people search for them.
 */
[[nodiscard]] QByteArray vietnameseOrderKey(const QString &text);

} // namespace motcua
