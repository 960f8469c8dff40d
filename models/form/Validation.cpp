// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/Validation.h"

namespace motcua {

namespace {

/** How many characters a reader counts; an emoji or rare Hán Nôm letter is one although it takes two UTF-16 units. */
qsizetype characters(const QString &text)
{
    qsizetype count = 0;
    for (const QChar c : text) {
        count += c.isLowSurrogate() ? 0 : 1;
    }
    return count;
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

std::optional<Violation> unwantedCharacter(const Field &field, const QString &text)
{
    int position = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        ++position;
        if (isUnwanted(c)) {
            const QString code = QStringLiteral("U+") + QString::number(static_cast<uint>(c), 16).toUpper().rightJustified(4, u'0');
            return Violation{field.id, ViolationCode::UnwantedCharacter,
                {{QStringLiteral("character"), code}, {QStringLiteral("position"), QString::number(position)}}};
        }
    }
    return {};
}

std::optional<Violation> dateViolation(const Field &field, const QString &text, QDate today)
{
    const bool partial = field.type == FieldType::PartialDate;
    const bool known = text.size() == 10 || (partial && (text.size() == 4 || text.size() == 7));
    // A date told only in part is in the future when even its first day is.
    const QString first = text + QStringLiteral("-01-01").left(10 - text.size());
    const QDate date = known ? QDate::fromString(first, Qt::ISODate) : QDate();
    if (!date.isValid() || date.toString(Qt::ISODate) != first) {
        return Violation{field.id, ViolationCode::NotADate, {}};
    }
    if (date > today) {
        return Violation{field.id, ViolationCode::InFuture, {}};
    }
    return {};
}

std::optional<Violation> integerViolation(const Field &field, const QString &text)
{
    bool number = false;
    const qint64 value = text.toLongLong(&number);
    if (!number || QString::number(value) != text) {
        return Violation{field.id, ViolationCode::NotANumber, {}};
    }
    if ((field.minimum && value < *field.minimum) || (field.maximum && value > *field.maximum)) {
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
        return integerViolation(field, text);
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

std::optional<Violation> givenViolation(const Field &field, const QString &text, QDate today)
{
    if (auto unwanted = unwantedCharacter(field, text)) {
        return unwanted;
    }
    if (field.maxLength > 0 && characters(text) > field.maxLength) {
        return Violation{field.id, ViolationCode::TooLong,
            {{QStringLiteral("length"), QString::number(characters(text))}, {QStringLiteral("maximum"), QString::number(field.maxLength)}}};
    }
    if (auto wrong = typeViolation(field, text, today)) {
        return wrong;
    }
    if (!field.rule.isNull() && !field.rule.pattern.match(text).hasMatch()) {
        return Violation{
            field.id, ViolationCode::Malformed, {{QStringLiteral("rule"), field.rule.id}, {QStringLiteral("example"), field.rule.example}}};
    }
    return {};
}

} // namespace

std::optional<Violation> violation(const Field &field, const FieldValue &value, QDate today)
{
    const bool required = field.need == Field::Need::Required;
    const std::optional<Violation> missing = Violation{field.id, ViolationCode::Missing, {}};
    switch (value.state) {
    case FieldValue::State::NotAsked:
        return required ? missing : std::nullopt;
    case FieldValue::State::ToFollow:
        if (!field.mayFollow) {
            return Violation{field.id, ViolationCode::MayNotFollow, {}};
        }
        return {};
    case FieldValue::State::DeclaredAbsent:
        if (required && !field.mayBeAbsent) {
            return Violation{field.id, ViolationCode::MayNotBeAbsent, {}};
        }
        return {};
    case FieldValue::State::Given:
        if (value.text.trimmed().isEmpty()) {
            return required ? missing : std::nullopt;
        }
        return givenViolation(field, value.text, today);
    }
    return missing;
}

QList<Violation> violations(const FormSchema &schema, const FormDraft &draft, QDate today)
{
    QList<Violation> all;
    for (const FormSection &section : schema.sections) {
        for (const Field &field : section.fields) {
            if (!schema.isVisible(field, draft)) {
                continue;
            }
            if (const auto one = violation(field, draft.value(field.id), today)) {
                all.append(*one);
            }
        }
    }
    for (auto it = draft.values().constBegin(); it != draft.values().constEnd(); ++it) {
        if (!schema.field(it.key())) {
            all.append({it.key(), ViolationCode::UnknownField, {}});
        }
    }
    return all;
}

QStringList unanswered(const FormSchema &schema, const FormDraft &draft)
{
    QStringList fields;
    for (const FormSection &section : schema.sections) {
        for (const Field &field : section.fields) {
            const FieldValue value = draft.value(field.id);
            const bool empty = value.state == FieldValue::State::NotAsked || (value.isGiven() && value.text.trimmed().isEmpty());
            if (field.need == Field::Need::Soft && empty && schema.isVisible(field, draft)) {
                fields.append(field.id);
            }
        }
    }
    return fields;
}

} // namespace motcua
