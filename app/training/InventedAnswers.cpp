// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/InventedAnswers.h"

#include "models/form/FieldPath.h"

#include <algorithm>

namespace motcua::training {

namespace {

// More rounds than any form needs whose rules can be satisfied at all: one answer may ask for another, and mending one rule break a second.
constexpr int MostRounds = 40;

// Relatives of a dossier come from far away among the people, so that nobody is in two dossiers.
constexpr quint64 RelativesFrom = 1'000'000'000;
constexpr quint64 RelativesEach = 4096;

bool isBirth(const Field &field)
{
    return field.id.endsWith(QStringLiteral(".birth"));
}

} // namespace

InventedAnswers::InventedAnswers(const Procedure &procedure, const People &people, quint64 place, QDate today)
    : m_procedure(procedure)
    , m_people(people)
    , m_place(place)
    , m_today(today)
    , m_form(procedure.form().blank())
{
}

FormDraft InventedAnswers::form()
{
    // Who comes to the desk has a name and mostly a telephone, wanted or not.
    for (const QString &role : {QStringLiteral("applicant.name"), QStringLiteral("applicant.phone")}) {
        if (const QString path = m_procedure.roles().value(role); m_procedure.form().field(path)) {
            fill(path);
        }
    }
    for (int round = 0; round < MostRounds; ++round) {
        m_form = m_procedure.checker.completed(m_form, m_today);
        const QList<Violation> violations = m_procedure.checker.judge(m_form, m_today).violations;
        if (violations.isEmpty()) {
            break;
        }
        for (const Violation &violation : violations) {
            mend(violation);
        }
    }
    return m_form;
}

InventedPerson InventedAnswers::whose(const QString &path) const
{
    const auto sectionOf = [this](const QString &asked) {
        const QString id = FieldPath::parse(asked).field;
        for (qsizetype i = 0; i < m_procedure.form().sections.size(); ++i) {
            const QList<Field> &fields = m_procedure.form().sections[i].fields;
            if (std::any_of(fields.cbegin(), fields.cend(), [&](const Field &one) { return one.id == id; })) {
                return i;
            }
        }
        return qsizetype(-1);
    };
    const qsizetype section = sectionOf(path);
    const int row = FieldPath::parse(path).row;
    if (section == sectionOf(m_procedure.roles().value(QStringLiteral("applicant.name")))) {
        return m_people.at(2 * m_place);
    }
    if (row <= 1 && section == sectionOf(m_procedure.roles().value(QStringLiteral("subject.name")))) {
        return m_people.at(2 * m_place + 1);
    }
    return m_people.at(RelativesFrom + m_place * RelativesEach + static_cast<quint64>(section + 1) * 64 + static_cast<quint64>(row) % 64);
}

QDate InventedAnswers::date(const Field &field, const InventedPerson &person) const
{
    // What a rule wants to come later is no birth of a grown-up: a child, the end of a stay, a day of registration.
    const bool comesLater = std::any_of(m_procedure.form().rules.cbegin(), m_procedure.form().rules.cend(),
        [&](const FormRule &rule) { return rule.kind == FormRule::Kind::Order && rule.fields.value(1) == field.id; });
    if (comesLater) {
        return field.mayLieAhead ? m_today.addDays(300) : m_today.addDays(-10);
    }
    return isBirth(field) ? person.birth : m_today;
}

QString InventedAnswers::answer(const Field &field, const QString &path) const
{
    const InventedPerson person = whose(path);
    const auto chosen = [&](const QList<FieldOption> &options) {
        return options.isEmpty() ? field.label : options.at(static_cast<qsizetype>(person.birth.toJulianDay()) % options.size()).code;
    };
    switch (field.type) {
    case FieldType::Name:
        return person.name;
    case FieldType::Date:
    case FieldType::PartialDate:
        return date(field, person).toString(Qt::ISODate);
    case FieldType::PersonalNumber:
        return person.number;
    case FieldType::Phone:
        return person.phone;
    case FieldType::Email:
        return {};
    case FieldType::Address:
        return person.address;
    case FieldType::Text:
        return field.rule.isNull() ? person.address.left(std::max(1, field.maxLength)) : field.rule.example;
    case FieldType::Enumeration:
        if (field.option(QStringLiteral("female")) && field.option(QStringLiteral("male"))) {
            return person.female ? QStringLiteral("female") : QStringLiteral("male");
        }
        return chosen(field.options);
    case FieldType::Category:
        return chosen(field.category.items());
    case FieldType::Integer:
        return QString::number(std::min(field.minimum.value_or(1) + person.birth.day() % 3, field.maximum.value_or(1'000)));
    case FieldType::Money:
        return QString::number(
            std::clamp<qint64>(1'000'000 * (1 + person.birth.day()), field.minimum.value_or(0), field.maximum.value_or(100'000'000)));
    case FieldType::Tick:
        return QStringLiteral("1");
    }
    return {};
}

void InventedAnswers::fill(const QString &path)
{
    if (const Field *field = m_procedure.form().field(path)) {
        m_form.set(path, FieldValue::given(answer(*field, path)));
    }
}

void InventedAnswers::mend(const Violation &violation)
{
    if (violation.code == ViolationCode::Missing) {
        fill(violation.field);
    } else if (violation.code == ViolationCode::RuleBroken) {
        for (const FormRule &rule : m_procedure.form().rules) {
            if (rule.id == violation.params.value(QStringLiteral("rule"))) {
                mendRule(rule, violation.field);
            }
        }
    }
}

void InventedAnswers::mendRule(const FormRule &rule, const QString &at)
{
    switch (rule.kind) {
    case FormRule::Kind::Order:
        mendOrder(rule, at);
        break;
    case FormRule::Kind::Age:
        mendAge(rule, at);
        break;
    case FormRule::Kind::Same:
        m_form.set(sibling(rule.fields.constLast(), at), FieldValue::given(m_form.text(sibling(rule.fields.constFirst(), at))));
        break;
    case FormRule::Kind::Rows:
        mendRows(rule);
        break;
    case FormRule::Kind::AnyGiven:
    case FormRule::Kind::Never:
        mendChoice(sibling(rule.fields.constFirst(), at));
        break;
    case FormRule::Kind::Differs:
        mendTwins(sibling(rule.fields.constLast(), at));
        break;
    case FormRule::Kind::Days:
    case FormRule::Kind::Sum:
    case FormRule::Kind::PersonalNumber:
        break;
    }
}

// What was chosen and will not do, as in a rule that forbids it, gives way to the next choice.
void InventedAnswers::mendChoice(const QString &path)
{
    const Field *field = m_procedure.form().field(path);
    const FieldOption *chosen = field ? field->option(m_form.text(path)) : nullptr;
    if (chosen) {
        m_form.set(path, FieldValue::given(field->options.at((chosen - field->options.constData() + 1) % field->options.size()).code));
    } else {
        fill(path);
    }
}

void InventedAnswers::mendTwins(const QString &path)
{
    const Field *field = m_procedure.form().field(path);
    const InventedPerson stranger = m_people.at(2 * RelativesFrom * RelativesEach + m_place);
    if (field && field->type == FieldType::Name) {
        m_form.set(path, FieldValue::given(stranger.name));
    } else if (field && field->type == FieldType::PersonalNumber) {
        m_form.set(path, FieldValue::given(stranger.number));
    }
}

void InventedAnswers::mendOrder(const FormRule &rule, const QString &at)
{
    const QString later = sibling(rule.fields.value(1), at);
    const Field *field = m_procedure.form().field(later);
    if (field && field->mayLieAhead) {
        m_form.set(later, FieldValue::given(m_today.addDays(300).toString(Qt::ISODate)));
    } else if (field) {
        m_form.set(later, FieldValue::given(m_today.addDays(-10).toString(Qt::ISODate)));
    }
}

void InventedAnswers::mendAge(const FormRule &rule, const QString &at)
{
    const QString birth = sibling(rule.fields.value(0), at);
    const QString &name = rule.fields.at(1);
    const QDate on = name == ReceiptDay ? m_today : QDate::fromString(m_form.text(sibling(name, at)), Qt::ISODate);
    const qint64 least = rule.least.value_or(0);
    const auto years = static_cast<int>(std::min(least + 10, rule.most.value_or(least + 10)));
    m_form.set(birth, FieldValue::given((years > 0 ? on.addYears(-years).addDays(-1) : on.addDays(-10)).toString(Qt::ISODate)));
}

void InventedAnswers::mendRows(const FormRule &rule)
{
    const QString &section = rule.fields.constFirst();
    const FormSection *found = m_procedure.form().section(section);
    if (!found || rule.fields.size() < 2) {
        return;
    }
    const int rows = std::max(rowsIn(m_form, section), found->repeats ? found->repeats->least : 0);
    for (int row = 1; row <= rows; ++row) {
        const bool counts = row <= rule.least.value_or(0);
        m_form.set(FieldPath::inRow(section, row, rule.fields[1]), counts ? FieldValue::given(rule.anyOf.value(0)) : FieldValue());
    }
}

QString InventedAnswers::sibling(const QString &field, const QString &at) const
{
    const FieldPath place = FieldPath::parse(at);
    for (const FormSection &section : m_procedure.form().sections) {
        if (section.repeats && field.startsWith(section.id + u'.')) {
            return FieldPath::inRow(section.id, place.section == section.id ? place.row : 1, field);
        }
    }
    return field;
}

} // namespace motcua::training
