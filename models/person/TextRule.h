// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/person/PlainPattern.h"

#include <QList>
#include <QRegularExpression>
#include <QString>

#include <optional>

namespace motcua {

/** A check digit as data: Σ weight × digit over the first digits, and the digit after them must be `from` − (sum mod `modulus`). */
struct CheckDigit
{
    QRegularExpression when = {}; ///< anchored; only texts it takes have this check digit; an empty pattern takes everything
    QList<int> weights = {}; ///< one for each digit before the check digit; other characters are passed over
    int modulus = 11;
    int from = 10; ///< a difference of ten is no digit, so such a number was never given

    friend bool operator==(const CheckDigit &, const CheckDigit &) = default;
};

/** One step from what was typed to a normal form, or from that to what is shown: a text the pattern takes is written anew. */
struct Rewrite
{
    QRegularExpression from = {}; ///< anchored at both ends
    QString to = {}; ///< \1 … \9 are what the brackets took

    friend bool operator==(const Rewrite &, const Rewrite &) = default;
};

/** How a text of one kind is written, with a name, kept as data because decrees change it. */
struct TextRule
{
    QString id = {};
    QRegularExpression pattern = {}; ///< anchored at both ends, of the normal form; an empty pattern takes everything
    std::optional<PlainPattern> plain = {}; ///< the same, where it is plain enough; only faster
    QString example = {}; ///< shown to the officer when the text does not fit
    QString mark = {};
    QString strip = {}; ///< characters that are no part of the text, such as spaces and stops in a number; empty: words, not a number
    bool capitals = false; ///< the normal form has capital letters only
    QList<Rewrite> rewrites = {}; ///< after that; the first that takes the text is applied
    QList<Rewrite> shown = {}; ///< from the normal form to the one for people; likewise
    std::optional<CheckDigit> check = {};

    [[nodiscard]] bool isNull() const { return id.isEmpty(); }
    friend bool operator==(const TextRule &, const TextRule &) = default;
};

/** What a rule says to a text. */
enum class RuleVerdict {
    Fits,
    Malformed,
    WrongCheckDigit, ///< written well, so most likely one digit is mistyped
};

/** What `rule` says to `text`, which should be in normal form; a null rule takes everything. */
[[nodiscard]] RuleVerdict verdict(const TextRule &rule, const QString &text);

/**
 * What was typed in the normal form of the rule.
 *
 * For a rule with `strip`: plain digits and letters for full-width ones, nothing invisible, nothing stripped, capitals where the rule
 * has them, then the rewriting. For other rules: tidied. What then does not fit comes back tidied as it was typed, so that the
 * officer sees what was typed and nothing is half changed.
 */
[[nodiscard]] QString normalForm(const TextRule &rule, const QString &typed);

/** A text in normal form as people read it: 0901234567 as 0901 234 567. Texts that do not fit stay as they are. */
[[nodiscard]] QString shownForm(const TextRule &rule, const QString &normal);

} // namespace motcua
