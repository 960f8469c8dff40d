// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

namespace motcua::text {

/** The six tones in the order of Vietnamese dictionaries: ngang, huyền, hỏi, ngã, sắc, nặng. */
enum class Tone : quint8 { Level, Falling, Asking, Tumbling, Rising, Heavy };

/** The tone a combining mark writes; Level when it writes none. */
[[nodiscard]] constexpr Tone toneOf(QChar mark)
{
    switch (mark.unicode()) {
    case 0x0300:
        return Tone::Falling;
    case 0x0309:
        return Tone::Asking;
    case 0x0303:
        return Tone::Tumbling;
    case 0x0301:
        return Tone::Rising;
    case 0x0323:
        return Tone::Heavy;
    default:
        return Tone::Level;
    }
}

/** Whether a letter without its marks is one a tone can stand on. */
[[nodiscard]] constexpr bool isVowel(QChar base)
{
    switch (base.unicode() | 0x20) {
    case u'a':
    case u'e':
    case u'i':
    case u'o':
    case u'u':
    case u'y':
        return true;
    default:
        return false;
    }
}

} // namespace motcua::text
