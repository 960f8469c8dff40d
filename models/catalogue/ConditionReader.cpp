// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/ConditionReader.h"

#include "models/catalogue/JsonMembers.h"
#include "models/form/Validation.h"

#include <algorithm>

namespace motcua {

namespace {

// A day after every date a form could hold, so that no date is refused for lying ahead.
const QDate LongAfter(2199, 12, 31);

// Deeper than anybody can read, and shallow enough for every stack.
constexpr int DeepestNesting = 8;

constexpr qint64 LargestBound = 1'000'000'000'000'000;

Condition read(const JsonNode &node, const FormSchema &form, const QString &inside, int depth);

void readBounds(JsonMembers &members, Condition &condition, const QString &what)
{
    condition.least = members.integerIf(QStringLiteral("atLeast"), 0, LargestBound);
    condition.most = members.integerIf(QStringLiteral("atMost"), 0, LargestBound);
    if (!condition.least && !condition.most) {
        members.node().complain(what + QStringLiteral(" needs \"atLeast\" or \"atMost\""));
    } else if (condition.least && condition.most && *condition.least > *condition.most) {
        members.complain(QStringLiteral("atMost"), QStringLiteral("\"atMost\" is less than \"atLeast\""));
    }
}

void readSection(JsonMembers &members, const QString &key, const FormSchema &form, Condition &condition)
{
    condition.field = members.text(key);
    const FormSection *section = form.section(condition.field);
    // Of a form that could not be read its own file complains already.
    if (condition.field.isEmpty() || form.sections.isEmpty()) {
        return;
    }
    if (!section) {
        members.complain(key, QStringLiteral("there is no section \"%1\"").arg(condition.field));
    } else if (condition.kind == Condition::Kind::Absent && !section->absence) {
        members.complain(key, QStringLiteral("the section \"%1\" cannot be declared absent").arg(condition.field));
    } else if (condition.kind == Condition::Kind::Rows && !section->repeats) {
        members.complain(key, QStringLiteral("the section \"%1\" has no rows").arg(condition.field));
    }
}

void readAnswers(JsonMembers &members, const Field *field, Condition &condition)
{
    members.each(QStringLiteral("anyOf"), true, [&](const JsonNode &element) {
        const QString answer = elementText(element);
        condition.anyOf.append(answer);
        if (field && violation(*field, FieldValue::given(answer), LongAfter)) {
            element.complain(QStringLiteral("\"%1\" never answers \"%2\"").arg(condition.field, answer));
        }
    });
}

void readAge(JsonMembers &members, const Field *field, const FormSchema &form, const QString &inside, Condition &condition)
{
    const auto isDate = [](const Field *one) { return one->type == FieldType::Date || one->type == FieldType::PartialDate; };
    if (field && !isDate(field)) {
        members.complain(QStringLiteral("field"), QStringLiteral("an age needs a date of birth"));
    }
    members.object(QStringLiteral("age"), true, [&](const JsonNode &node) {
        JsonMembers age(node);
        condition.other = age.textOr(QStringLiteral("on"));
        if (!condition.other.isEmpty()) {
            const Field *on = readableField(age, QStringLiteral("on"), condition.other, form, inside);
            if (on && on->type != FieldType::Date) {
                age.complain(QStringLiteral("on"), QStringLiteral("an age is reckoned to a full date"));
            }
        }
        readBounds(age, condition, QStringLiteral("an age"));
        age.done();
    });
}

void readOfField(JsonMembers &members, const FormSchema &form, const QString &inside, Condition &condition)
{
    condition.field = members.text(QStringLiteral("field"));
    const Field *field = readableField(members, QStringLiteral("field"), condition.field, form, inside);
    if (members.has(QStringLiteral("state"))) {
        condition.kind = Condition::Kind::State;
        condition.wanted = members.word<Condition::Wanted>(QStringLiteral("state"),
            {{u"given", Condition::Wanted::Given}, {u"toFollow", Condition::Wanted::ToFollow},
                {u"absent", Condition::Wanted::DeclaredAbsent}, {u"empty", Condition::Wanted::Empty}});
    } else if (members.has(QStringLiteral("age"))) {
        condition.kind = Condition::Kind::Age;
        readAge(members, field, form, inside, condition);
    } else if (members.has(QStringLiteral("atLeast")) || members.has(QStringLiteral("atMost"))) {
        condition.kind = Condition::Kind::Number;
        readBounds(members, condition, QStringLiteral("a number"));
        if (field && field->type != FieldType::Integer && field->type != FieldType::Money) {
            members.complain(QStringLiteral("field"), QStringLiteral("\"%1\" is no number").arg(condition.field));
        }
    } else {
        condition.kind = Condition::Kind::AnyOf;
        readAnswers(members, field, condition);
    }
}

void readParts(JsonMembers &members, const QString &key, const FormSchema &form, const QString &inside, int depth, Condition &condition)
{
    bool any = false;
    members.each(key, true, [&](const JsonNode &part) {
        any = true;
        condition.parts.append(read(part, form, inside, depth + 1));
    });
    if (!any) {
        members.complain(key, QStringLiteral("\"%1\" must not be empty").arg(key));
    }
}

Condition read(const JsonNode &node, const FormSchema &form, const QString &inside, int depth)
{
    JsonMembers members(node);
    Condition condition;
    if (depth > DeepestNesting) {
        node.complain(QStringLiteral("conditions are nested more than %1 deep").arg(DeepestNesting));
        return condition;
    }
    if (members.has(QStringLiteral("all"))) {
        condition.kind = Condition::Kind::All;
        readParts(members, QStringLiteral("all"), form, inside, depth, condition);
    } else if (members.has(QStringLiteral("any"))) {
        condition.kind = Condition::Kind::Any;
        readParts(members, QStringLiteral("any"), form, inside, depth, condition);
    } else if (members.has(QStringLiteral("not"))) {
        condition.kind = Condition::Kind::Not;
        members.object(QStringLiteral("not"), true, [&](const JsonNode &part) { condition.parts.append(read(part, form, inside, depth + 1)); });
    } else if (members.has(QStringLiteral("absent"))) {
        condition.kind = Condition::Kind::Absent;
        readSection(members, QStringLiteral("absent"), form, condition);
    } else if (members.has(QStringLiteral("rows"))) {
        condition.kind = Condition::Kind::Rows;
        readSection(members, QStringLiteral("rows"), form, condition);
        readBounds(members, condition, QStringLiteral("\"rows\""));
    } else {
        readOfField(members, form, inside, condition);
    }
    members.done();
    return condition;
}

} // namespace

const Field *fieldById(const FormSchema &form, const QString &id)
{
    for (const FormSection &section : form.sections) {
        for (const Field &field : section.fields) {
            if (field.id == id) {
                return &field;
            }
        }
    }
    return nullptr;
}

const FormSection *sectionOfField(const FormSchema &form, const QString &id)
{
    for (const FormSection &section : form.sections) {
        if (std::any_of(section.fields.cbegin(), section.fields.cend(), [&](const Field &field) { return field.id == id; })) {
            return &section;
        }
    }
    return nullptr;
}

const Field *readableField(const JsonMembers &members, const QString &key, const QString &id, const FormSchema &form, const QString &inside)
{
    const FormSection *section = sectionOfField(form, id);
    if (id.isEmpty() || form.sections.isEmpty()) {
        return nullptr;
    }
    if (!section) {
        members.complain(key, QStringLiteral("there is no field \"%1\"").arg(id));
        return nullptr;
    }
    if (section->repeats && section->id != inside) {
        members.complain(key, QStringLiteral("\"%1\" stands in rows, and from here there is no saying which row is meant").arg(id));
        return nullptr;
    }
    return fieldById(form, id);
}

std::optional<Condition> readCondition(JsonMembers &members, const QString &key, const FormSchema &form, const QString &inside)
{
    std::optional<Condition> condition;
    members.object(key, false, [&](const JsonNode &node) { condition = read(node, form, inside, 0); });
    return condition;
}

} // namespace motcua
