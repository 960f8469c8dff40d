// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/OfferedAnswers.h"

#include "models/base/Text.h"
#include "models/form/FieldPath.h"
#include "models/form/IcaoNationality.h"

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

bool isOfChip(Provenance source)
{
    return source == Provenance::ChipVerified || source == Provenance::ChipRead;
}

Provenance provenanceOf(IdentitySource source)
{
    switch (source) {
    case IdentitySource::Typed: return Provenance::Typed;
    case IdentitySource::QrOnPhone: return Provenance::TelephoneQr;
    case IdentitySource::Qr: return Provenance::CardQr;
    case IdentitySource::Mrz: return Provenance::Mrz;
    case IdentitySource::Chip: return Provenance::ChipRead;
    case IdentitySource::ChipVerified: return Provenance::ChipVerified;
    }
    return Provenance::Typed;
}

/** How a form writes what a card says: the code of a category, or the words where the list is open; empty where it has no place for it. */
QString asAnswer(const Field &field, const QString &text)
{
    if (field.type == FieldType::Category) {
        const QString code = field.category.item(text) ? text : field.category.codeOf(text);
        return !code.isEmpty() ? code : field.category.isOpen() ? text : QString();
    }
    if (field.type == FieldType::Enumeration) {
        const bool isOption = std::any_of(field.options.cbegin(), field.options.cend(), [&text](const FieldOption &option) { return option.code == text; });
        return isOption ? text : QString();
    }
    return text;
}

/** A name in the letters of a zone is how a foreign passport prints it, unless it was cut; a Vietnamese one has marks that the zone cannot write. */
bool isWhole(const IdentityValue &name, const Identity &identity)
{
    return !name.isPlain || (!name.isShortened && identity.text(IdentityPart::Nationality) != u"VNM");
}

bool isAnswered(const FieldValue &now)
{
    return now.state != FieldValue::State::NotAsked && !(now.isGiven() && now.isBlank());
}

/** What stands there and what a zone says are no contradiction: the print has more letters, or knows more of the day. */
bool saysMore(const Field &field, const FieldValue &now, const OfferedAnswer &offered)
{
    if (offered.isPlain) {
        const IdentityValue zone{.text = offered.value.text, .isPlain = true, .isShortened = offered.isShortened};
        return goTogether(IdentityPart::Name, IdentityValue{.text = now.text}, zone);
    }
    if (field.type != FieldType::PartialDate && field.type != FieldType::Date) {
        return false;
    }
    const auto stands = PartialDate::fromIso(now.text);
    const auto said = PartialDate::fromIso(offered.value.text);
    return stands && said && said->precision() < stands->precision() && stands->to(*said) == PartialDate::Relation::Overlaps;
}

} // namespace

bool saysAllOf(const Field &field, const FieldValue &now, const OfferedAnswer &offered)
{
    return saysTheSame(field, now, offered.value) || (now.isGiven() && !now.isBlank() && saysMore(field, now, offered));
}

bool mayReplace(const OfferedAnswer &offered, const FieldValue &now)
{
    return offered.isPlain ? !isAnswered(now) : !offered.isPart;
}

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
    const FormSchema &form, const CardDigits &digits, const std::optional<CardQr> &card, const QString &person, Provenance source)
{
    OfferedAnswers offered;
    const auto add = [&](const QString &part, const QString &answer, OfferedAnswer more = {}) {
        const QString path = form.roles.value(person + u'.' + part);
        const Field *field = path.isEmpty() ? nullptr : form.field(path);
        if (field && !field->computed) {
            more.path = path;
            more.value = FieldValue::given(answer, source);
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

OfferedAnswers OfferedAnswers::ofIdentity(
    const FormSchema &form, const Identity &identity, const QString &person, const Category &icaoCodes, const QString &kind)
{
    OfferedAnswers offered;
    const auto offer = [&](const QString &path, IdentityPart part, OfferedAnswer more = {}) {
        const Field *field = path.isEmpty() ? nullptr : form.field(path);
        const std::optional<IdentityValue> value = identity.best(part);
        const bool isThere = std::any_of(offered.answers.cbegin(), offered.answers.cend(), [&path](const OfferedAnswer &one) { return one.path == path; });
        if (!field || field->computed || isThere || !value || value->presence != IdentityValue::Presence::Given) {
            return;
        }
        const QString said = text::tidy(value->text);
        const bool isCode = part == IdentityPart::Nationality && field->type == FieldType::Category;
        const QString answer = asAnswer(*field, isCode ? nationalityAnswer(said, field->category, icaoCodes) : said);
        if (!answer.isEmpty()) {
            // A day of which the document knows the year alone is asked for where the form wants all of it.
            more.isPart = more.isPart || (field->type == FieldType::Date && !QDate::fromString(answer, Qt::ISODate).isValid());
            more.path = path;
            more.value = FieldValue::given(answer, provenanceOf(value->source));
            offered.answers.append(more);
        }
    };
    const auto role = [&](const QString &part) { return form.roles.value(person + u'.' + part); };
    const QString name = role(QStringLiteral("name"));
    if (const auto value = identity.best(IdentityPart::Name)) {
        offer(name, IdentityPart::Name, {.isPlain = value->isPlain, .isPart = !isWhole(*value, identity), .isShortened = value->isShortened});
    }
    offer(role(QStringLiteral("number")), IdentityPart::PersonalNumber, {.oldNumber = identity.text(IdentityPart::OldNumber)});
    offer(role(QStringLiteral("birth")), IdentityPart::Birth);
    const QString beside = sectionOf(form, name);
    if (!beside.isEmpty() && beside == sectionOf(form, role(QStringLiteral("address")))) {
        offer(role(QStringLiteral("address")), IdentityPart::Residence);
    }
    const QString stem = name.endsWith(u".name") ? name.chopped(5) : QString();
    if (stem.isEmpty()) {
        return offered;
    }
    offer(stem + QStringLiteral(".sex"), IdentityPart::Sex);
    offer(stem + QStringLiteral(".nationality"), IdentityPart::Nationality);
    offer(stem + QStringLiteral(".ethnicity"), IdentityPart::Ethnicity);
    offer(stem + QStringLiteral(".residence"), IdentityPart::Residence);
    // Who has no personal number is known by the number of their passport.
    if (identity.text(IdentityPart::PersonalNumber).isEmpty() && !identity.text(IdentityPart::DocumentNumber).isEmpty()) {
        if (const Field *asked = form.field(stem + QStringLiteral(".document")); asked && asAnswer(*asked, kind) == kind) {
            const Provenance source = provenanceOf(identity.best(IdentityPart::DocumentNumber)->source);
            offered.answers.append({.path = stem + QStringLiteral(".document"), .value = FieldValue::given(kind, source), .isKind = true});
        }
        offer(role(QStringLiteral("document")).isEmpty() ? stem + QStringLiteral(".documentNumber") : role(QStringLiteral("document")), IdentityPart::DocumentNumber);
        offer(stem + QStringLiteral(".documentDate"), IdentityPart::Issued);
    }
    std::sort(offered.answers.begin(), offered.answers.end(),
        [&form](const OfferedAnswer &a, const OfferedAnswer &b) { return placeOf(form, a.path) < placeOf(form, b.path); });
    return offered;
}

OfferedAnswers::Sorted OfferedAnswers::against(const FormSchema &form, const FormDraft &draft, const QStringList &shown) const
{
    Sorted sorted;
    const FormDraft blank = form.blank();
    for (const OfferedAnswer &one : answers) {
        const Field *field = shown.contains(one.path) ? form.field(one.path) : nullptr;
        const FieldValue now = draft.value(one.path);
        if (field && saysTheSame(*field, now, one.value) && provesMore(one.value.source, now.source)) {
            OfferedAnswer raised = one;
            raised.value = FieldValue::given(now.text, one.value.source);
            sorted.toRaise.append(raised);
            continue;
        }
        const bool isAgainstChip = now.isGiven() && now.source == Provenance::ChipVerified && !isOfChip(one.value.source);
        if (!field || isAgainstChip || saysAllOf(*field, now, one)) {
            continue;
        }
        const bool isUnanswered = !isAnswered(now) || (one.isKind && now == blank.value(one.path));
        (isUnanswered && one.asOf.isNull() && !one.isPart ? sorted.toFill : sorted.toAsk).append(one);
    }
    return sorted;
}

} // namespace motcua
