// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/FormReader.h"

#include "models/catalogue/JsonMembers.h"
#include "models/form/Validation.h"

#include <algorithm>

namespace motcua {

namespace {

// A day after every date a form could start with; an initial value may not be in the future of the desk.
const QDate LongAfter(2199, 12, 31);

FieldType readType(JsonMembers &field)
{
    using enum FieldType;
    return field.word<FieldType>(QStringLiteral("type"),
        {{QStringLiteral("text"), Text}, {QStringLiteral("name"), Name}, {QStringLiteral("date"), Date},
            {QStringLiteral("partialDate"), PartialDate}, {QStringLiteral("enumeration"), Enumeration},
            {QStringLiteral("integer"), Integer}, {QStringLiteral("personalNumber"), PersonalNumber}, {QStringLiteral("phone"), Phone},
            {QStringLiteral("email"), Email}, {QStringLiteral("address"), Address}, {QStringLiteral("tick"), Tick}});
}

Field::Need readNeed(JsonMembers &field)
{
    return field.word<Field::Need>(QStringLiteral("need"),
        {{QStringLiteral("required"), Field::Need::Required}, {QStringLiteral("soft"), Field::Need::Soft},
            {QStringLiteral("optional"), Field::Need::Optional}});
}

void readOptions(JsonMembers &members, Field &field)
{
    if (field.type != FieldType::Enumeration) {
        if (members.has(QStringLiteral("options"))) {
            members.complain(QStringLiteral("options"), QStringLiteral("only an enumeration has options"));
        }
        members.each(QStringLiteral("options"), false, [](const JsonNode &) {});
        return;
    }
    members.each(QStringLiteral("options"), true, [&](const JsonNode &node) {
        JsonMembers one(node);
        const FieldOption option{
            one.text(QStringLiteral("code")), one.text(QStringLiteral("label")), one.textOr(QStringLiteral("labelEn"))};
        if (field.option(option.code)) {
            one.complain(QStringLiteral("code"), QStringLiteral("the option \"%1\" stands here twice").arg(option.code));
        }
        one.done();
        field.options.append(option);
    });
}

void readLimits(JsonMembers &members, Field &field)
{
    const bool number = field.type == FieldType::Integer;
    for (const QString &key : {QStringLiteral("minimum"), QStringLiteral("maximum")}) {
        if (!number && members.has(key)) {
            members.complain(key, QStringLiteral("only an integer has a \"%1\"").arg(key));
        }
    }
    field.minimum = members.integerIf(QStringLiteral("minimum"), 0, 1'000'000'000);
    field.maximum = members.integerIf(QStringLiteral("maximum"), 0, 1'000'000'000);
    if (field.minimum && field.maximum && *field.minimum > *field.maximum) {
        members.complain(QStringLiteral("maximum"), QStringLiteral("\"maximum\" is less than \"minimum\""));
    }
    field.maxLength = static_cast<int>(members.integerIf(QStringLiteral("maxLength"), 1, 100'000).value_or(0));
    const bool free = field.type == FieldType::Text || field.type == FieldType::Name || field.type == FieldType::Address;
    if (free && !members.has(QStringLiteral("maxLength"))) {
        members.complain(QStringLiteral("maxLength"), QStringLiteral("\"maxLength\" is missing"));
    }
}

void readRule(JsonMembers &members, Field &field, const QMap<QString, TextRule> &rules)
{
    const QString name = members.textOr(QStringLiteral("rule"));
    field.rule = rules.value(name);
    if (!name.isEmpty() && field.rule.isNull()) {
        members.complain(QStringLiteral("rule"), QStringLiteral("there is no rule \"%1\"").arg(name));
    }
    const bool needsRule = field.type == FieldType::PersonalNumber || field.type == FieldType::Phone || field.type == FieldType::Email;
    if (needsRule && name.isEmpty()) {
        members.complain(QStringLiteral("rule"), QStringLiteral("this type of field needs a \"rule\""));
    }
}

Field readField(const JsonNode &node, const FormSchema &form, const FormSection &section, const QMap<QString, TextRule> &rules)
{
    JsonMembers members(node);
    Field field;
    field.id = members.text(QStringLiteral("id"));
    field.type = readType(members);
    field.label = members.text(QStringLiteral("label"));
    field.labelEn = members.textOr(QStringLiteral("labelEn"));
    field.help = members.textOr(QStringLiteral("help"));
    field.need = readNeed(members);
    field.mayBeAbsent = members.flag(QStringLiteral("mayBeAbsent"));
    field.mayFollow = members.flag(QStringLiteral("mayFollow"));
    field.initial = members.textOr(QStringLiteral("initial"));
    field.mark = members.textOr(QStringLiteral("mark"));
    readOptions(members, field);
    readLimits(members, field);
    readRule(members, field, rules);
    // Nobody is turned away at the desk for want of a telephone or a mailbox.
    if ((field.type == FieldType::Phone || field.type == FieldType::Email) && field.need == Field::Need::Required) {
        members.complain(QStringLiteral("need"), QStringLiteral("telephone and e-mail are never required"));
    }
    const auto sameId = [&](const Field &other) { return other.id == field.id; };
    if (form.field(field.id) || std::any_of(section.fields.begin(), section.fields.end(), sameId)) {
        members.complain(QStringLiteral("id"), QStringLiteral("the field \"%1\" stands here twice").arg(field.id));
    }
    if (!field.initial.isEmpty() && violation(field, FieldValue::given(field.initial), LongAfter)) {
        members.complain(QStringLiteral("initial"), QStringLiteral("the field does not take this value"));
    }
    // Conditions may ask for a field further down, so they are read when all fields are known.
    members.object(QStringLiteral("visibleIf"), false, [](const JsonNode &) {});
    members.done();
    return field;
}

/** Whether following visibleIf from this field comes back to a field already passed. */
bool runsInCircle(const FormSchema &form, const Field &from)
{
    QSet<QString> passed;
    const Field *at = &from;
    while (at && at->visibleIf) {
        if (passed.contains(at->id)) {
            return true;
        }
        passed.insert(at->id);
        at = form.field(at->visibleIf->field);
    }
    return false;
}

/** Calls `use(node, field)` for every field of the file. */
template <typename Use>
void forEachField(const JsonNode &root, FormSchema &form, Use use)
{
    JsonMembers members(root);
    qsizetype section = 0;
    members.each(QStringLiteral("sections"), false, [&](const JsonNode &sectionNode) {
        QList<Field> &fields = form.sections[section++].fields;
        qsizetype at = 0;
        JsonMembers inner(sectionNode);
        inner.each(QStringLiteral("fields"), false, [&](const JsonNode &node) { use(node, fields[at++]); });
    });
}

void readRoles(JsonMembers &members, FormSchema &form)
{
    members.object(QStringLiteral("roles"), true, [&](const JsonNode &node) {
        JsonMembers roles(node);
        const QStringList keys = roles.allKeys();
        for (const QString &role : keys) {
            const QString field = roles.text(role);
            if (!knownRoles().contains(role)) {
                node.complain(role, QStringLiteral("unknown role \"%1\"").arg(role), true);
            } else if (!field.isEmpty() && !form.field(field)) {
                node.complain(role, QStringLiteral("there is no field \"%1\"").arg(field));
            }
            form.roles.insert(role, field);
        }
        if (!form.roles.contains(QStringLiteral("applicant.name"))) {
            node.complain(QStringLiteral("\"applicant.name\" is missing"));
        }
    });
}

} // namespace

std::optional<Condition> readCondition(JsonMembers &members, const QString &key, const FormSchema &form)
{
    std::optional<Condition> condition;
    members.object(key, false, [&](const JsonNode &node) {
        JsonMembers one(node);
        condition = Condition{one.text(QStringLiteral("field")), {}};
        const Field *field = form.field(condition->field);
        // Of a form that could not be read its own file complains already.
        if (!condition->field.isEmpty() && !field && !form.sections.isEmpty()) {
            one.complain(QStringLiteral("field"), QStringLiteral("there is no field \"%1\"").arg(condition->field));
        }
        one.each(QStringLiteral("anyOf"), true, [&](const JsonNode &element) {
            const QString answer = elementText(element);
            condition->anyOf.append(answer);
            if (field && violation(*field, FieldValue::given(answer), LongAfter)) {
                element.complain(QStringLiteral("\"%1\" never answers \"%2\"").arg(condition->field, answer));
            }
        });
        one.done();
    });
    return condition;
}

FormSchema readForm(JsonFile &file, const QMap<QString, TextRule> &rules)
{
    const JsonNode root(file);
    JsonMembers members(root);
    FormSchema form;
    members.text(QStringLiteral("schema"));
    form.id = members.text(QStringLiteral("id"));
    form.title = members.text(QStringLiteral("title"));
    form.titleEn = members.textOr(QStringLiteral("titleEn"));
    form.mark = members.text(QStringLiteral("mark"));
    members.each(QStringLiteral("sections"), true, [&](const JsonNode &node) {
        JsonMembers inner(node);
        FormSection section;
        section.id = inner.text(QStringLiteral("id"));
        section.title = inner.text(QStringLiteral("title"));
        section.titleEn = inner.textOr(QStringLiteral("titleEn"));
        inner.each(
            QStringLiteral("fields"), true, [&](const JsonNode &field) { section.fields.append(readField(field, form, section, rules)); });
        inner.done();
        form.sections.append(section);
    });
    forEachField(root, form, [&](const JsonNode &node, Field &field) {
        JsonMembers inner(node);
        field.visibleIf = readCondition(inner, QStringLiteral("visibleIf"), form);
    });
    forEachField(root, form, [&](const JsonNode &node, const Field &field) {
        if (runsInCircle(form, field)) {
            node.complain(QStringLiteral("visibleIf"), QStringLiteral("\"visibleIf\" runs in a circle"));
        }
    });
    readRoles(members, form);
    members.done();
    return form;
}

} // namespace motcua
