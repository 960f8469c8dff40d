// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/Typed.h"

#include "models/base/Text.h"

#include <algorithm>

namespace motcua {

namespace {

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/** The year a written year means; 0 when it cannot be told. A two-digit year never puts the date after today. */
int yearMeant(QStringView written, int month, int day, QDate today)
{
    const int number = written.toInt();
    if (written.size() == 4) {
        return number >= 1000 ? number : 0;
    }
    if (written.size() != 2) {
        return 0;
    }
    int year = today.year() / 100 * 100 + number;
    // 29/2 may not exist in the year tried first, so compare the numbers and not a QDate.
    const bool later = year != today.year() ? year > today.year() : month != today.month() ? month > today.month() : day > today.day();
    if (later) {
        year -= 100;
    }
    return year;
}

QString isoDate(QStringView day, QStringView month, QStringView year, QDate today)
{
    if (!isDigits(day) || !isDigits(month) || !isDigits(year) || day.size() > 2 || month.size() > 2) {
        return {};
    }
    const QDate date(yearMeant(year, month.toInt(), day.toInt(), today), month.toInt(), day.toInt());
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

QString isoMonth(QStringView month, QStringView year)
{
    if (!isDigits(month) || !isDigits(year) || month.size() > 2 || year.size() != 4 || year.toInt() < 1000) {
        return {};
    }
    const QDate date(year.toInt(), month.toInt(), 1);
    return date.isValid() ? date.toString(QStringLiteral("yyyy-MM")) : QString();
}

QString partialDate(const QList<QStringView> &parts)
{
    if (parts.size() == 1 && isDigits(parts[0])) {
        const QStringView all = parts[0];
        if (all.size() == 4) {
            return all.toInt() >= 1000 ? all.toString() : QString();
        }
        return all.size() == 6 ? isoMonth(all.first(2), all.sliced(2)) : QString();
    }
    if (parts.size() == 2) {
        return parts[0].size() == 4 ? isoMonth(parts[1], parts[0]) : isoMonth(parts[0], parts[1]);
    }
    return {};
}

QString date(const QString &tidied, bool partial, QDate today)
{
    QString typed = tidied;
    for (QChar &c : typed) {
        if (c == u'-' || c == u'.' || c == u' ') {
            c = u'/';
        }
    }
    const QList<QStringView> parts = QStringView(typed).split(u'/', Qt::SkipEmptyParts);
    QString iso;
    if (parts.size() == 3) {
        iso = parts[0].size() == 4 ? isoDate(parts[2], parts[1], parts[0], today) : isoDate(parts[0], parts[1], parts[2], today);
    } else if (parts.size() == 1 && (parts[0].size() == 6 || parts[0].size() == 8)) {
        iso = isoDate(parts[0].first(2), parts[0].sliced(2, 2), parts[0].sliced(4), today);
    }
    if (iso.isEmpty() && partial) {
        iso = partialDate(parts);
    }
    return iso.isEmpty() ? tidied : iso;
}

QString integer(const QString &tidied)
{
    if (!isDigits(tidied)) {
        return tidied;
    }
    qsizetype zeros = 0;
    while (zeros + 1 < tidied.size() && tidied[zeros] == u'0') {
        ++zeros;
    }
    return tidied.sliced(zeros);
}

/** What a word after a number multiplies it with; 0 for no such word. */
qint64 multiplier(QString word)
{
    const QString key = text::folded(word);
    if (key.isEmpty() || key == u"d" || key == u"dong" || key == u"vnd") {
        return 1;
    }
    if (key == u"k" || key == u"nghin" || key == u"ngan") {
        return 1'000;
    }
    if (key == u"tr" || key == u"trieu") {
        return 1'000'000;
    }
    return key == u"ty" || key == u"ti" ? 1'000'000'000 : 0;
}

/** Digits in which stops or commas, always the same, part groups of three; empty when they do not. */
QString ungrouped(const QString &number)
{
    const QChar mark = number.contains(u',') ? u',' : u'.';
    const QStringList groups = number.split(mark);
    QString digits;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const bool sized = groups.size() == 1 || (i == 0 ? groups[i].size() <= 3 : groups[i].size() == 3);
        if (!isDigits(groups[i]) || !sized) {
            return {};
        }
        digits += groups[i];
    }
    return digits;
}

QString amount(const QString &tidied)
{
    qsizetype end = 0;
    while (end < tidied.size() && (isDigits(QStringView(tidied).sliced(end, 1)) || tidied[end] == u'.' || tidied[end] == u',')) {
        ++end;
    }
    const QString number = tidied.left(end);
    const qint64 times = multiplier(tidied.sliced(end));
    if (times == 0 || number.isEmpty()) {
        return tidied;
    }
    const QString digits = ungrouped(number);
    if (!digits.isEmpty() && (times == 1 || number == digits)) {
        bool fits = false;
        const qint64 value = digits.toLongLong(&fits);
        qint64 dong = 0;
        return fits && !__builtin_mul_overflow(value, times, &dong) ? QString::number(dong) : tidied;
    }
    // "1,5tr": a fraction of a named thousand, million or milliard, as long as whole đồng come out.
    const QStringList parts = QString(number).replace(u',', u'.').split(u'.');
    if (times == 1 || parts.size() != 2 || !isDigits(parts[0]) || !isDigits(parts[1]) || parts[0].size() > 6 || parts[1].size() > 9) {
        return tidied;
    }
    qint64 scale = 1;
    for (qsizetype i = 0; i < parts[1].size(); ++i) {
        scale *= 10;
    }
    if (times % scale != 0) {
        return tidied;
    }
    return QString::number((parts[0].toLongLong() * scale + parts[1].toLongLong()) * (times / scale));
}

} // namespace

QString normalised(const Field &field, const QString &typed, QDate today)
{
    const QString tidied = text::tidy(typed);
    switch (field.type) {
    case FieldType::Text:
    case FieldType::PersonalNumber:
    case FieldType::Phone:
        return normalForm(field.rule, typed);
    case FieldType::Name:
    case FieldType::Address:
    case FieldType::Enumeration:
    case FieldType::Tick:
        return tidied;
    case FieldType::Date:
        return date(text::plainWidth(tidied), false, today);
    case FieldType::PartialDate:
        return date(text::plainWidth(tidied), true, today);
    case FieldType::Integer:
        return integer(text::plainWidth(tidied));
    case FieldType::Money:
        return amount(text::plainWidth(tidied));
    case FieldType::Category: {
        const QString code = field.category.item(tidied) ? tidied : field.category.codeOf(tidied);
        return code.isEmpty() ? tidied : code;
    }
    case FieldType::Email:
        return text::plainWidth(tidied);
    }
    return tidied;
}

std::optional<Money> typedMoney(const QString &typed)
{
    const QString digits = amount(text::plainWidth(text::tidy(typed)));
    bool isWhole = false;
    const qint64 dong = isDigits(digits) ? digits.toLongLong(&isWhole) : 0;
    return isWhole ? std::optional(Money{dong}) : std::nullopt;
}

FormDraft normalised(const FormSchema &schema, const FormDraft &draft, QDate today)
{
    FormDraft normal = draft;
    for (auto it = draft.values().constBegin(); it != draft.values().constEnd(); ++it) {
        const Field *field = it->isGiven() ? schema.field(it.key()) : nullptr;
        if (!field) {
            continue;
        }
        const QString text = normalised(*field, it->text, today);
        if (text != it->text) {
            normal.set(it.key(), FieldValue::given(text, it->source));
        }
    }
    return normal;
}

QString edited(FieldType type, const QString &stored)
{
    if (type == FieldType::Money && isDigits(stored)) {
        QString grouped = stored;
        for (qsizetype at = grouped.size() - 3; at > 0; at -= 3) {
            grouped.insert(at, u'.');
        }
        return grouped;
    }
    if (type != FieldType::Date && type != FieldType::PartialDate) {
        return stored;
    }
    const QDate day = QDate::fromString(stored, Qt::ISODate);
    if (stored.size() == 10 && day.isValid()) {
        return day.toString(QStringLiteral("dd/MM/yyyy"));
    }
    const QDate month = QDate::fromString(stored + QStringLiteral("-01"), Qt::ISODate);
    if (stored.size() == 7 && month.isValid()) {
        return month.toString(QStringLiteral("MM/yyyy"));
    }
    return stored;
}

QString shown(const Field &field, const QString &stored)
{
    if (const FieldOption *option = field.option(stored)) {
        return option->label;
    }
    if (const FieldOption *item = field.category.item(stored)) {
        return item->label;
    }
    if (field.type == FieldType::Tick) {
        return stored.isEmpty() ? QString() : QStringLiteral("X"); // as one marks a box by pen
    }
    return edited(field.type, shownForm(field.rule, stored));
}

} // namespace motcua
