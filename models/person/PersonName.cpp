// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/PersonName.h"

#include "models/base/Text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace motcua {

namespace {

bool isFullWidth(char32_t c)
{
    return c >= 0xFF01 && c <= 0xFF5E;
}

/** The character two spellings of it are compared by. */
QChar plainSign(QChar c)
{
    switch (c.unicode()) {
    case 0x2018: // the quotation marks word processors make of '
    case 0x2019:
    case 0x201B:
    case 0x02BC: // the letter apostrophes
    case 0x02BB:
    case 0x02B9:
    case 0xA78C:
    case 0x2032: // prime, accents and the grave key, used for want of an apostrophe
    case 0x00B4:
    case 0x0060:
        return u'\'';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
        return u'-';
    case 0x00D0:
    case 0x00F0:
    case 0x0189:
    case 0x0256:
        return u'đ';
    default:
        return c;
    }
}

std::optional<NameSuspicion::Kind> suspicionOf(char32_t c, bool latin)
{
    using enum NameSuspicion::Kind;
    if (c == 0x00D0 || c == 0x00F0 || c == 0x0189 || c == 0x0256) {
        return LookAlikeD;
    }
    if (isFullWidth(c)) {
        return FullWidth;
    }
    if (QChar::isDigit(c)) {
        return Digit;
    }
    if (QChar::category(c) == QChar::Other_Format) {
        return Invisible;
    }
    const QChar::Script script = QChar::script(c);
    const bool ofNone = script == QChar::Script_Common || script == QChar::Script_Inherited || script == QChar::Script_Unknown;
    if (latin && !ofNone && script != QChar::Script_Latin) {
        return MixedScripts;
    }
    return {};
}

/** Letters, marks and signs of which none is suspicious: a byte for each, so that the names of most people cost a look at every letter. */
constexpr std::array<bool, 0x2000> Ordinary = [] {
    std::array<bool, 0x2000> made = {};
    for (char16_t c = 0; c < made.size(); ++c) {
        const bool isAscii = c >= u' ' && c < 0x7F && (c < u'0' || c > u'9');
        const bool isLatin = (c >= 0x00C0 && c < 0x0250) || (c >= 0x1E00 && c < 0x1F00);
        const bool looksLikeD = c == 0x00D0 || c == 0x00F0 || c == 0x0189;
        made[c] = isAscii || (isLatin && !looksLikeD) || (c >= 0x0300 && c < 0x0370);
    }
    return made;
}();

} // namespace

Result<PersonName, PersonNameFault> PersonName::fromText(const QString &typed, const TextRule &rule)
{
    const QString text = text::tidy(typed);
    if (text.isEmpty()) {
        return PersonNameFault::Empty;
    }
    if (text::characters(text) > Longest) {
        return PersonNameFault::TooLong;
    }
    if (verdict(rule, text) != RuleVerdict::Fits) {
        return PersonNameFault::Malformed;
    }
    return PersonName(text);
}

QString nameKey(const QString &name)
{
    const QString plain = text::withoutInvisible(text::plainWidth(name)).normalized(QString::NormalizationForm_C);
    QString key;
    key.reserve(plain.size());
    bool gap = false;
    for (const QChar one : plain) {
        if (one.isSpace()) {
            gap = true;
            continue;
        }
        const QChar c = plainSign(one);
        if (gap && !key.isEmpty() && c != u'\'' && !key.endsWith(u'\'')) {
            key.append(u' ');
        }
        gap = false;
        key.append(c);
    }
    return text::toneKey(key.toLower());
}

bool sameName(const QString &one, const QString &other)
{
    return one == other || nameKey(one) == nameKey(other);
}

bool isOrdinaryName(const QString &name)
{
    return std::all_of(name.utf16(), name.utf16() + name.size(), [](ushort c) { return c < Ordinary.size() && Ordinary[c]; });
}

QList<NameSuspicion> suspicions(const QString &name)
{
    if (isOrdinaryName(name)) {
        return {};
    }
    const QList<uint> characters = name.toUcs4();
    bool latin = false;
    for (const uint c : characters) {
        latin = latin || (QChar::script(c) == QChar::Script_Latin && !isFullWidth(c));
    }
    QList<NameSuspicion> all;
    for (qsizetype i = 0; i < characters.size(); ++i) {
        if (const auto kind = suspicionOf(characters[i], latin)) {
            all.append({*kind, static_cast<int>(i) + 1});
        }
    }
    return all;
}

} // namespace motcua
