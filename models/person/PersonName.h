// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/person/TextRule.h"

#include <QList>
#include <QString>

namespace motcua {

/** Why a text is no person's name. */
enum class PersonNameFault {
    Empty,
    TooLong, ///< more than PersonName::Longest characters
    Malformed, ///< the rule of names does not take it: a digit, a bracket …
};

/** Something in a name that is most likely not what was meant: a reason to look again, never to refuse. */
struct NameSuspicion
{
    enum class Kind {
        LookAlikeD, ///< Ð (U+00D0) or Ɖ (U+0189) in the place of Đ
        Digit,
        MixedScripts, ///< a letter of another alphabet among Latin ones, such as a Cyrillic а
        Invisible, ///< zero-width or direction-changing
        FullWidth, ///< a letter of an input method left in full-width mode
    };

    Kind kind = Kind::LookAlikeD;
    int position = 0; ///< of the character, from 1

    friend bool operator==(const NameSuspicion &, const NameSuspicion &) = default;
};

/** A person's whole name as written: tidied, in normal form C, never split and never re-cased. */
class PersonName
{
public:
    static constexpr qsizetype Longest = 150; ///< characters

    /** Which letters a name may have stands in the rule "personName". */
    [[nodiscard]] static Result<PersonName, PersonNameFault> fromText(const QString &typed, const TextRule &rule);

    [[nodiscard]] const QString &text() const { return m_text; }

private:
    explicit PersonName(const QString &text)
        : m_text(text)
    {
    }

    QString m_text;
};

/**
 * What names are compared by, see sameName(). Not for eyes and not for searching, which text::folded() serves.
 */
[[nodiscard]] QString nameKey(const QString &name);

/**
 * Whether two texts are one name.
 *
 * Unicode spelling, case, spaces (also beside an apostrophe), full width, invisible characters, the kinds of apostrophe and hyphen, Đ
 * and its look-alikes, and the place of the tone in its syllable make no difference: Hòa is Hoà, and Qúy, which only a slip
 * writes, is Quý. Other letters and other tones make different names, and so does an apostrophe: KBrôi is not K’Brôi.
 */
[[nodiscard]] bool sameName(const QString &one, const QString &other);

/** Whether a name has nothing but Latin letters, their marks and signs, of which none is suspicious or invisible: told by one look at each. */
[[nodiscard]] bool isOrdinaryName(const QString &name);

/** What looks wrong in a name, in the order of the text. */
[[nodiscard]] QList<NameSuspicion> suspicions(const QString &name);

} // namespace motcua
