// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/OfferedAnswers.h"

#include "models/base/Text.h"
#include "models/form/FieldPath.h"

#include <algorithm>

namespace motcua {

namespace {

/** The section in which `path` is answered; empty when the form does not ask it. */
QString sectionOf(const FormSchema &form, const QString &path)
{
    const QString id = FieldPath::parse(path).field;
    const auto found = std::find_if(form.sections.cbegin(), form.sections.cend(), [&id](const FormSection &section) {
        return std::any_of(section.fields.cbegin(), section.fields.cend(), [&id](const Field &field) { return field.id == id; });
    });
    return found == form.sections.cend() ? QString() : found->id;
}

qsizetype placeOf(const FormSchema &form, const QString &path)
{
    const QString id = FieldPath::parse(path).field;
    qsizetype place = 0;
    for (const FormSection &section : form.sections) {
        for (const Field &field : section.fields) {
            if (field.id == id) {
                return place;
            }
            ++place;
        }
    }
    return place;
}

/** An answer of the one can stand in the other as it is written. */
bool fits(const Field &from, const Field &to)
{
    return from.type == to.type || (from.type == FieldType::Date && to.type == FieldType::PartialDate);
}

} // namespace

QList<std::pair<QString, QString>> sharedParts(const FormSection &from, const FormSection &to)
{
    QList<std::pair<QString, QString>> parts;
    for (const Field &asked : to.fields) {
        const QString twin = from.id + asked.id.mid(to.id.size());
        const auto found = std::find_if(from.fields.cbegin(), from.fields.cend(), [&twin](const Field &field) { return field.id == twin; });
        if (asked.id.startsWith(to.id + u'.') && !asked.computed && found != from.fields.cend() && fits(*found, asked)) {
            parts.append({twin, asked.id});
        }
    }
    return parts;
}

OfferedAnswers OfferedAnswers::ofSamePerson(const FormSchema &form, const FormSection &section, const FormDraft &draft, QDate today)
{
    OfferedAnswers offered;
    const FormSection *from = section.sameAs ? form.section(section.sameAs->section) : nullptr;
    if (!from || !section.sameAs->when.isHeld(draft, today)) {
        return offered;
    }
    const QList<std::pair<QString, QString>> parts = sharedParts(*from, section);
    for (const auto &[path, asked] : parts) {
        if (const FieldValue value = draft.value(path); value.isGiven() && !value.isBlank()) {
            offered.answers.append({.path = asked, .value = value});
        }
    }
    return offered;
}

bool saysTheSame(const Field &field, const FieldValue &one, const FieldValue &other)
{
    if (one.state != other.state) {
        return false;
    }
    const bool isWords = field.type == FieldType::Name || field.type == FieldType::Address || field.type == FieldType::Text;
    return isWords ? text::tidy(one.text).compare(text::tidy(other.text), Qt::CaseInsensitive) == 0 : one.text == other.text;
}

OfferedAnswers OfferedAnswers::ofCard(
    const FormSchema &form, const CardDigits &digits, const std::optional<CardQr> &card, const QString &person)
{
    OfferedAnswers offered;
    const auto add = [&](const QString &part, const QString &answer, OfferedAnswer more = {}) {
        const QString path = form.roles.value(person + u'.' + part);
        const Field *field = path.isEmpty() ? nullptr : form.field(path);
        if (field && !field->computed) {
            more.path = path;
            more.value = FieldValue::given(answer, Provenance::CardQr);
            offered.answers.append(more);
        }
    };
    add(QStringLiteral("number"), digits.number, {.oldNumber = digits.oldNumber});
    add(QStringLiteral("birth"), digits.birth.toString(Qt::ISODate));
    if (card) {
        add(QStringLiteral("name"), text::tidy(card->name));
        const QString beside = sectionOf(form, form.roles.value(person + QStringLiteral(".name")));
        if (!beside.isEmpty() && beside == sectionOf(form, form.roles.value(person + QStringLiteral(".address")))) {
            add(QStringLiteral("address"), text::tidy(card->address), {.asOf = card->issued});
        }
    }
    std::sort(offered.answers.begin(), offered.answers.end(),
        [&form](const OfferedAnswer &a, const OfferedAnswer &b) { return placeOf(form, a.path) < placeOf(form, b.path); });
    return offered;
}

OfferedAnswers::Sorted OfferedAnswers::against(const FormSchema &form, const FormDraft &draft, const QStringList &shown) const
{
    Sorted sorted;
    for (const OfferedAnswer &one : answers) {
        const Field *field = shown.contains(one.path) ? form.field(one.path) : nullptr;
        const FieldValue now = draft.value(one.path);
        if (!field || saysTheSame(*field, now, one.value) || (now.isGiven() && now.source == Provenance::ChipVerified)) {
            continue;
        }
        const bool isUnanswered = now.state == FieldValue::State::NotAsked || (now.isGiven() && now.isBlank());
        (isUnanswered && one.asOf.isNull() ? sorted.toFill : sorted.toAsk).append(one);
    }
    return sorted;
}

} // namespace motcua
