// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/Validation.h"

#include "models/base/Text.h"
#include "models/form/FormChecker.h"
#include "models/person/PartialDate.h"
#include "models/person/PersonName.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace motcua {

namespace {

/** The letters, digits and signs nearly every Vietnamese text is made of, told by their blocks; anything else is looked up. */
constexpr bool isPlain(char16_t c)
{
    return (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c < 0x250 && c != 0xAD) || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x300 && c < 0x370);
}

/** Whether all of `text` is. Eight characters are looked at together: every text of a form is walked at every keystroke. */
bool isPlain(QStringView text)
{
    using Eight [[gnu::vector_size(16)]] = quint16;
    constexpr qsizetype Lanes = 8;
    const auto lies = [](Eight c, quint16 first, quint16 last) { return Eight(Eight(c - first) <= quint16(last - first)); };
    Eight plain = ~Eight{};
    qsizetype at = 0;
    for (; text.size() - at >= Lanes; at += Lanes) {
        Eight c;
        std::memcpy(&c, text.utf16() + at, sizeof c);
        plain &= lies(c, 0x20, 0x7E) | lies(c, 0xA0, 0xAC) | lies(c, 0xAE, 0x24F) | lies(c, 0x300, 0x36F) | lies(c, 0x1E00, 0x1EFF);
    }
    std::array<quint64, 2> lanes;
    std::memcpy(lanes.data(), &plain, sizeof plain);
    return (lanes[0] & lanes[1]) == ~quint64{0} && std::all_of(text.cbegin() + at, text.cend(), [](QChar c) { return isPlain(c.unicode()); });
}

bool isUnwanted(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // zero-width joiners, soft hyphen, the bidirectional controls
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
    case QChar::Number_DecimalDigit:
    case QChar::Number_Letter:
    case QChar::Number_Other:
    case QChar::Separator_Space:
    case QChar::Letter_Uppercase:
    case QChar::Letter_Lowercase:
    case QChar::Letter_Titlecase:
    case QChar::Letter_Modifier:
    case QChar::Letter_Other:
    case QChar::Punctuation_Connector:
    case QChar::Punctuation_Dash:
    case QChar::Punctuation_Open:
    case QChar::Punctuation_Close:
    case QChar::Punctuation_InitialQuote:
    case QChar::Punctuation_FinalQuote:
    case QChar::Punctuation_Other:
    case QChar::Symbol_Math:
    case QChar::Symbol_Currency:
    case QChar::Symbol_Modifier:
    case QChar::Symbol_Other:
        break;
    }
    const QChar::Direction direction = QChar::direction(c);
    return direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirAN;
}

/** As standards write it, e.g. "U+202E". */
QString codePoint(char32_t c)
{
    return QStringLiteral("U+") + QString::number(static_cast<uint>(c), 16).toUpper().rightJustified(4, u'0');
}

std::optional<Violation> unwantedCharacter(const Field &field, const QString &text)
{
    if (isPlain(text)) {
        return {};
    }
    int position = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        ++position;
        if (isUnwanted(c)) {
            return Violation{field.id, ViolationCode::UnwantedCharacter,
                {{QStringLiteral("character"), codePoint(c)}, {QStringLiteral("position"), QString::number(position)}}};
        }
    }
    return {};
}

std::optional<Violation> dateViolation(const Field &field, const QString &text, QDate today)
{
    const std::optional<PartialDate> date = PartialDate::fromIso(text);
    if (!date || (field.type == FieldType::Date && text.size() != 10)) {
        return Violation{field.id, ViolationCode::NotADate, {}};
    }
    // A date told only in part is in the future when even its first day is.
    if (date->first() > today && !field.mayLieAhead) {
        return Violation{field.id, ViolationCode::InFuture, {}};
    }
    return {};
}

/** The number in normal form: digits without leading zeros, as far as 64 bits go. */
std::optional<qint64> wholeNumber(const QString &text)
{
    qint64 value = 0;
    for (const QChar c : text) {
        const int digit = c.unicode() - u'0';
        if (digit < 0 || digit > 9 || __builtin_mul_overflow(value, qint64{10}, &value) || __builtin_add_overflow(value, digit, &value)) {
            return {};
        }
    }
    const bool leadingZero = text.size() > 1 && text[0] == u'0';
    return leadingZero ? std::nullopt : std::optional(value);
}

std::optional<Violation> integerViolation(const Field &field, const QString &text)
{
    const std::optional<qint64> value = wholeNumber(text);
    if (!value) {
        return Violation{field.id, ViolationCode::NotANumber, {}};
    }
    if ((field.minimum && *value < *field.minimum) || (field.maximum && *value > *field.maximum)) {
        QMap<QString, QString> params;
        if (field.minimum) {
            params.insert(QStringLiteral("minimum"), QString::number(*field.minimum));
        }
        if (field.maximum) {
            params.insert(QStringLiteral("maximum"), QString::number(*field.maximum));
        }
        return Violation{field.id, ViolationCode::OutOfRange, params};
    }
    return {};
}

std::optional<Violation> typeViolation(const Field &field, const QString &text, QDate today)
{
    switch (field.type) {
    case FieldType::Date:
    case FieldType::PartialDate:
        return dateViolation(field, text, today);
    case FieldType::Integer:
    case FieldType::Money:
        return integerViolation(field, text);
    case FieldType::Category:
        if (!field.category.isOpen() && !field.category.item(text)) {
            return Violation{field.id, ViolationCode::NotAnOption, {}};
        }
        return {};
    case FieldType::Enumeration:
        if (!field.option(text)) {
            return Violation{field.id, ViolationCode::NotAnOption, {}};
        }
        return {};
    case FieldType::Tick:
        if (text != u'1') {
            return Violation{field.id, ViolationCode::NotAnOption, {}};
        }
        return {};
    case FieldType::Text:
    case FieldType::Name:
    case FieldType::PersonalNumber:
    case FieldType::Phone:
    case FieldType::Email:
    case FieldType::Address:
        return {};
    }
    return {};
}

/** The number of an identity card of before: nine digits, which help to find the personal number and are none. */
bool isOldNumber(const QString &text)
{
    constexpr qsizetype OldDigits = 9;
    return text.size() == OldDigits && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

std::optional<Violation> givenViolation(const Field &field, const QString &text, QDate today)
{
    if (auto unwanted = unwantedCharacter(field, text)) {
        return unwanted;
    }
    if (field.maxLength > 0 && text.size() > field.maxLength && text::characters(text) > field.maxLength) {
        return Violation{field.id, ViolationCode::TooLong,
            {{QStringLiteral("length"), QString::number(text::characters(text))}, {QStringLiteral("maximum"), QString::number(field.maxLength)}}};
    }
    if (auto wrong = typeViolation(field, text, today)) {
        return wrong;
    }
    switch (verdict(field.rule, text)) {
    case RuleVerdict::Fits:
        return {};
    case RuleVerdict::Malformed: {
        QMap<QString, QString> params{{QStringLiteral("rule"), field.rule.id}, {QStringLiteral("example"), field.rule.example}};
        if (field.type == FieldType::PersonalNumber && isOldNumber(text)) {
            params.insert(QStringLiteral("old"), QStringLiteral("1"));
        }
        return Violation{field.id, ViolationCode::Malformed, params};
    }
    case RuleVerdict::WrongCheckDigit:
        return Violation{field.id, ViolationCode::WrongCheckDigit, {{QStringLiteral("rule"), field.rule.id}}};
    }
    return {};
}

std::optional<Violation> absenceViolation(const Field &field, const FieldValue &value, bool required)
{
    if (required && !field.mayBeAbsent) {
        return Violation{field.id, ViolationCode::MayNotBeAbsent, {}};
    }
    const auto isNamed = [&](const FieldOption &reason) { return reason.code == value.text; };
    if (!field.absenceReasons.isEmpty() && std::none_of(field.absenceReasons.cbegin(), field.absenceReasons.cend(), isNamed)) {
        return Violation{field.id, ViolationCode::AbsenceReasonMissing, {}};
    }
    return {};
}

} // namespace

std::optional<Violation> suspicion(const Field &field, const QString &text)
{
    const QList<NameSuspicion> all = suspicions(text);
    if (all.isEmpty()) {
        return {};
    }
    const int position = all.constFirst().position;
    return Violation{field.id, ViolationCode::NameSuspicious,
        {{QStringLiteral("character"), codePoint(text.toUcs4().at(position - 1))}, {QStringLiteral("position"), QString::number(position)}}};
}

std::optional<Violation> violation(const Field &field, const FieldValue &value, QDate today)
{
    return violation(field, value, today, field.need == Field::Need::Required);
}

std::optional<Violation> violation(const Field &field, const FieldValue &value, QDate today, bool required)
{
    switch (value.state) {
    case FieldValue::State::NotAsked:
        break;
    case FieldValue::State::ToFollow:
        if (!field.mayFollow) {
            return Violation{field.id, ViolationCode::MayNotFollow, {}};
        }
        return {};
    case FieldValue::State::DeclaredAbsent:
        return absenceViolation(field, value, required);
    case FieldValue::State::Given:
        if (value.isBlank()) {
            break;
        }
        return givenViolation(field, value.text, today);
    }
    if (required) {
        return Violation{field.id, ViolationCode::Missing, {}};
    }
    return {};
}

QList<Violation> violations(const FormSchema &schema, const FormDraft &draft, QDate today)
{
    return FormChecker(schema).judge(draft, today).violations;
}

} // namespace motcua
