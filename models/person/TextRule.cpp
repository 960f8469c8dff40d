// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/TextRule.h"

#include "models/base/Text.h"

#include <algorithm>

namespace motcua {

namespace {

bool isTaken(const QRegularExpression &pattern, const QString &text)
{
    return pattern.pattern().isEmpty() || pattern.match(text).hasMatch();
}

bool isCheckDigitRight(const CheckDigit &check, const QString &text)
{
    qint64 sum = 0;
    qsizetype at = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9') {
            continue;
        }
        const int digit = c.unicode() - u'0';
        if (at == check.weights.size()) {
            return check.from - sum % check.modulus == digit;
        }
        sum += qint64(check.weights[at]) * digit;
        ++at;
    }
    return false;
}

bool isTaken(const TextRule &rule, const QString &text)
{
    if (rule.plain) {
        if (rule.plain->fits(text)) {
            return true;
        }
        // Letters outside the basic plane are rare enough for the engine.
        if (std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSurrogate(); })) {
            return false;
        }
    }
    return isTaken(rule.pattern, text);
}

QString rewritten(const QList<Rewrite> &rewrites, const QString &text)
{
    for (const Rewrite &one : rewrites) {
        if (one.from.match(text).hasMatch()) {
            return QString(text).replace(one.from, one.to);
        }
    }
    return text;
}

} // namespace

RuleVerdict verdict(const TextRule &rule, const QString &text)
{
    if (rule.isNull()) {
        return RuleVerdict::Fits;
    }
    if (!isTaken(rule, text)) {
        return RuleVerdict::Malformed;
    }
    if (rule.check && isTaken(rule.check->when, text) && !isCheckDigitRight(*rule.check, text)) {
        return RuleVerdict::WrongCheckDigit;
    }
    return RuleVerdict::Fits;
}

QString normalForm(const TextRule &rule, const QString &typed)
{
    const QString tidied = text::tidy(typed);
    if (rule.strip.isEmpty()) {
        return tidied;
    }
    QString normal = text::withoutInvisible(text::plainWidth(tidied));
    normal.removeIf([&rule](QChar c) { return rule.strip.contains(c); });
    if (rule.capitals) {
        normal = normal.toUpper();
    }
    normal = rewritten(rule.rewrites, normal);
    return verdict(rule, normal) == RuleVerdict::Malformed ? tidied : normal;
}

QString shownForm(const TextRule &rule, const QString &normal)
{
    return verdict(rule, normal) == RuleVerdict::Fits ? rewritten(rule.shown, normal) : normal;
}

} // namespace motcua
