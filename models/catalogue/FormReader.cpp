// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/FormReader.h"

#include "models/catalogue/BlocksReader.h"
#include "models/catalogue/ConditionReader.h"
#include "models/catalogue/FieldReader.h"
#include "models/catalogue/FormRulesReader.h"
#include "models/catalogue/JsonMembers.h"
#include "models/form/FieldPath.h"
#include "models/form/FormChecker.h"
#include "models/form/OfferedAnswers.h"

#include <algorithm>

namespace motcua {

namespace {

void readAbsence(JsonMembers &members, FormSection &section)
{
    members.object(QStringLiteral("absence"), false, [&](const JsonNode &node) {
        JsonMembers inner(node);
        Absence absence;
        absence.label = inner.text(QStringLiteral("label"));
        absence.labelEn = inner.textOr(QStringLiteral("labelEn"));
        absence.reasons = readOptions(inner, QStringLiteral("reasons"), false);
        inner.done();
        section.absence = absence;
    });
}

void readRepetition(JsonMembers &members, FormSection &section)
{
    members.object(QStringLiteral("repeats"), false, [&](const JsonNode &node) {
        JsonMembers inner(node);
        Repetition repeats;
        repeats.least = static_cast<int>(inner.integer(QStringLiteral("atLeast"), 0, MostRows));
        repeats.most = static_cast<int>(inner.integer(QStringLiteral("atMost"), 1, MostRows));
        repeats.row = inner.text(QStringLiteral("row"));
        repeats.rowEn = inner.textOr(QStringLiteral("rowEn"));
        if (repeats.least > repeats.most) {
            inner.complain(QStringLiteral("atMost"), QStringLiteral("\"atMost\" is less than \"atLeast\""));
        }
        inner.done();
        section.repeats = repeats;
    });
    if (section.repeats && section.absence) {
        members.complain(QStringLiteral("absence"), QStringLiteral("a section without rows says that there is nothing; it needs no \"absence\""));
    }
}

FormSection readSection(const JsonNode &node, const FormSchema &form, const FormParts &parts)
{
    JsonMembers members(node);
    FormSection section;
    section.id = members.text(QStringLiteral("id"));
    section.title = members.text(QStringLiteral("title"));
    section.titleEn = members.textOr(QStringLiteral("titleEn"));
    if (form.section(section.id)) {
        members.complain(QStringLiteral("id"), QStringLiteral("the section \"%1\" stands here twice").arg(section.id));
    }
    readAbsence(members, section);
    readRepetition(members, section);
    eachField(members, parts.blocks, [&](const JsonNode &field) { section.fields.append(readField(field, form, section, parts)); });
    if (section.fields.isEmpty()) {
        members.complain(QStringLiteral("fields"), QStringLiteral("\"fields\" must not be empty"));
    }
    members.object(QStringLiteral("visibleIf"), false, [](const JsonNode &) {});
    members.object(QStringLiteral("sameAs"), false, [](const JsonNode &) {});
    members.done();
    return section;
}

void readSamePerson(JsonMembers &members, FormSection &section, const FormSchema &form)
{
    members.object(QStringLiteral("sameAs"), false, [&](const JsonNode &node) {
        JsonMembers inner(node);
        SamePerson same;
        same.section = inner.text(QStringLiteral("section"));
        const std::optional<Condition> when = readCondition(inner, QStringLiteral("when"), form);
        const FormSection *from = form.section(same.section);
        if (!from || from->id == section.id || from->repeats || section.repeats) {
            inner.complain(QStringLiteral("section"), QStringLiteral("\"section\" must be another one, and both without rows"));
        } else if (sharedParts(*from, section).isEmpty()) {
            inner.complain(QStringLiteral("section"), QStringLiteral("the two sections ask for nothing alike"));
        }
        if (when) {
            same.when = *when;
            section.sameAs = same;
        } else if (!node.value().contains(QStringLiteral("when"))) {
            node.complain(QStringLiteral("\"when\" is missing"));
        }
        inner.done();
    });
}

/** Reads what hangs on other fields, now that all are known. */
void linkUp(JsonMembers &members, FormSchema &form, const FormParts &parts)
{
    qsizetype at = 0;
    members.each(QStringLiteral("sections"), false, [&](const JsonNode &node) {
        FormSection &section = form.sections[at++];
        JsonMembers inner(node);
        section.visibleIf = readCondition(inner, QStringLiteral("visibleIf"), form);
        readSamePerson(inner, section, form);
        const QString inside = section.repeats ? section.id : QString();
        qsizetype field = 0;
        eachField(inner, parts.blocks, [&](const JsonNode &one) { readLinks(one, section.fields[field++], form, inside); });
    });
}

void checkNames(const JsonMembers &members, const FormSchema &form)
{
    for (const FormSection &section : form.sections) {
        if (fieldById(form, section.id)) {
            members.complain(QStringLiteral("sections"), QStringLiteral("\"%1\" is a section and a field").arg(section.id));
        }
    }
}

/** Complains at every link of a circle of conditions and computations. */
void checkCircle(JsonMembers &members, const FormSchema &form, const FormParts &parts)
{
    const QStringList circle = FormChecker::circle(form);
    if (circle.isEmpty()) {
        return;
    }
    const QString way = (circle + QStringList(circle.constFirst())).join(QStringLiteral(" → "));
    const auto complain = [&](const JsonNode &node) {
        const JsonValue &object = node.value();
        if (!circle.contains(object.member(u"id").toString())) {
            return;
        }
        for (const QString &key : {QStringLiteral("visibleIf"), QStringLiteral("computed")}) {
            if (object.contains(key)) {
                node.complain(key, QStringLiteral("\"%1\" runs in a circle: %2").arg(key, way));
            }
        }
    };
    members.each(QStringLiteral("sections"), false, [&](const JsonNode &node) {
        complain(node);
        JsonMembers inner(node);
        eachField(inner, parts.blocks, complain);
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

FormSchema readForm(JsonFile &file, const FormParts &parts)
{
    const JsonNode root(file);
    JsonMembers members(root);
    FormSchema form;
    members.text(QStringLiteral("schema"));
    form.id = members.text(QStringLiteral("id"));
    form.title = members.text(QStringLiteral("title"));
    form.titleEn = members.textOr(QStringLiteral("titleEn"));
    form.mark = members.text(QStringLiteral("mark"));
    members.each(QStringLiteral("sections"), true, [&](const JsonNode &node) { form.sections.append(readSection(node, form, parts)); });
    linkUp(members, form, parts);
    checkNames(members, form);
    checkCircle(members, form, parts);
    form.rules = readFormRules(members, form);
    if (std::any_of(form.rules.cbegin(), form.rules.cend(), [](const FormRule &rule) { return rule.kind == FormRule::Kind::PersonalNumber; })) {
        form.personalNumbers = parts.personalNumbers;
        if (!form.personalNumbers) {
            members.complain(QStringLiteral("rules"), QStringLiteral("nothing says what the digits of a personal number mean"));
        }
    }
    if (std::any_of(form.rules.cbegin(), form.rules.cend(), [](const FormRule &rule) { return rule.kind == FormRule::Kind::Days; })) {
        form.days = parts.days;
    }
    readRoles(members, form);
    members.done();
    return form;
}

} // namespace motcua
