// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/FieldReader.h"

#include "models/catalogue/ConditionReader.h"
#include "models/form/Validation.h"

#include <algorithm>

namespace motcua {

namespace {

// A day after every date a form could start with; an initial value may not be in the future of the desk.
const QDate LongAfter(2199, 12, 31);

constexpr qint64 LargestCount = 1'000'000'000;
constexpr qint64 LargestAmount = 1'000'000'000'000'000;

FieldType readType(JsonMembers &field)
{
    using enum FieldType;
    return field.word<FieldType>(QStringLiteral("type"),
        {{u"text", Text}, {u"name", Name}, {u"date", Date},
            {u"partialDate", PartialDate}, {u"enumeration", Enumeration},
            {u"category", FieldType::Category}, {u"integer", Integer}, {u"money", Money},
            {u"personalNumber", PersonalNumber}, {u"phone", Phone}, {u"email", Email},
            {u"address", Address}, {u"tick", Tick}});
}

Field::Need readNeed(JsonMembers &field)
{
    return field.word<Field::Need>(QStringLiteral("need"),
        {{u"required", Field::Need::Required}, {u"soft", Field::Need::Soft},
            {u"optional", Field::Need::Optional}});
}

/** Complains about a key that belongs to other types of fields. */
void refuseUnless(bool fits, JsonMembers &members, const QString &key, const QString &what)
{
    if (!fits && members.has(key)) {
        members.complain(key, what);
    }
}

void readAnswers(JsonMembers &members, Field &field, const FormParts &parts)
{
    const bool enumeration = field.type == FieldType::Enumeration;
    refuseUnless(enumeration, members, QStringLiteral("options"), QStringLiteral("only an enumeration has options"));
    field.options = readOptions(members, QStringLiteral("options"), enumeration);
    const bool category = field.type == FieldType::Category;
    refuseUnless(category, members, QStringLiteral("category"), QStringLiteral("only a category has a \"category\""));
    const QString list = category ? members.text(QStringLiteral("category")) : members.textOr(QStringLiteral("category"));
    field.category = parts.categories.value(list);
    if (category && !list.isEmpty() && field.category.isNull()) {
        members.complain(QStringLiteral("category"), QStringLiteral("there is no category \"%1\"").arg(list));
    }
}

void readLimits(JsonMembers &members, Field &field)
{
    const bool number = field.type == FieldType::Integer || field.type == FieldType::Money;
    for (const QString &key : {QStringLiteral("minimum"), QStringLiteral("maximum")}) {
        refuseUnless(number, members, key, QStringLiteral("only an integer or an amount has a \"%1\"").arg(key));
    }
    const qint64 largest = field.type == FieldType::Money ? LargestAmount : LargestCount;
    field.minimum = members.integerIf(QStringLiteral("minimum"), 0, largest);
    field.maximum = members.integerIf(QStringLiteral("maximum"), 0, largest);
    if (field.minimum && field.maximum && *field.minimum > *field.maximum) {
        members.complain(QStringLiteral("maximum"), QStringLiteral("\"maximum\" is less than \"minimum\""));
    }
    refuseUnless(field.type == FieldType::Integer, members, QStringLiteral("unit"), QStringLiteral("only an integer counts in a \"unit\""));
    field.unit = members.textOr(QStringLiteral("unit"));
    const bool date = field.type == FieldType::Date || field.type == FieldType::PartialDate;
    refuseUnless(date, members, QStringLiteral("mayLieAhead"), QStringLiteral("only a date can lie ahead"));
    field.mayLieAhead = members.flag(QStringLiteral("mayLieAhead"));
    field.maxLength = static_cast<int>(members.integerIf(QStringLiteral("maxLength"), 1, 100'000).value_or(0));
    const bool free = field.type == FieldType::Text || field.type == FieldType::Name || field.type == FieldType::Address
        || field.category.isOpen();
    if (free && !members.has(QStringLiteral("maxLength")) && !members.has(QStringLiteral("computed"))) {
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

void checkContactNeed(const JsonMembers &members, const Field &field)
{
    // Nobody is turned away at the desk for want of a telephone or a mailbox.
    const bool contact = field.type == FieldType::Phone || field.type == FieldType::Email;
    if (contact && field.need == Field::Need::Required) {
        members.complain(QStringLiteral("need"), QStringLiteral("telephone and e-mail are never required"));
    }
    if (contact && members.has(QStringLiteral("requiredIf"))) {
        members.complain(QStringLiteral("requiredIf"), QStringLiteral("telephone and e-mail are never required"));
    }
}

void checkComputation(const JsonMembers &members, const Computation &computed, const Field &field, const FormSchema &form, const QString &inside)
{
    using Kind = Computation::Kind;
    const QString key = QStringLiteral("of");
    const auto one = [&] {
        if (computed.of.size() != 1) {
            members.complain(key, QStringLiteral("this is made of one answer"));
        }
    };
    const auto typed = [&](std::initializer_list<FieldType> types, const QString &what) {
        for (const QString &id : computed.of) {
            const Field *source = fieldById(form, id);
            if (source && std::find(types.begin(), types.end(), source->type) == types.end()) {
                members.complain(key, QStringLiteral("\"%1\" is no %2").arg(id, what));
            }
        }
    };
    switch (computed.kind) {
    case Kind::Copy:
    case Kind::Upper:
        one();
        break;
    case Kind::Sum:
    case Kind::Product:
        typed({FieldType::Integer, FieldType::Money}, QStringLiteral("number"));
        break;
    case Kind::Count:
        one();
        break;
    case Kind::Join:
        break;
    case Kind::NumberWords:
        one();
        typed({FieldType::Integer}, QStringLiteral("number"));
        break;
    case Kind::MoneyWords:
        one();
        typed({FieldType::Money}, QStringLiteral("amount"));
        break;
    case Kind::DateWords:
        one();
        typed({FieldType::Date, FieldType::PartialDate}, QStringLiteral("date"));
        break;
    case Kind::YearsOn:
        if (computed.of.size() != 2) {
            members.complain(key, QStringLiteral("years lie between two dates"));
        }
        typed({FieldType::Date, FieldType::PartialDate}, QStringLiteral("date"));
        break;
    }
    for (const QString &id : computed.of) {
        if (computed.kind == Kind::Count) {
            const FormSection *section = form.section(id);
            if (!section || !section->repeats) {
                members.complain(key, QStringLiteral("there is no section \"%1\" with rows").arg(id));
            }
        } else if (computed.kind == Kind::Sum) {
            if (!fieldById(form, id)) {
                members.complain(key, QStringLiteral("there is no field \"%1\"").arg(id));
            }
        } else if (!(computed.kind == Kind::YearsOn && id == ReceiptDay)) {
            readableField(members, key, id, form, inside);
        }
    }
    if (computed.of.contains(field.id)) {
        members.complain(key, QStringLiteral("an answer does not follow from itself"));
    }
}

QList<Provenance> readSources(JsonMembers &members, const QString &key)
{
    QList<Provenance> sources;
    const QStringList names = members.texts(key);
    for (const QString &name : names) {
        if (const std::optional<Provenance> source = provenanceNamed(name)) {
            sources.append(*source);
        } else {
            members.complain(key, QStringLiteral("there is no source \"%1\"").arg(name));
        }
    }
    return sources;
}

} // namespace

QList<FieldOption> readOptions(JsonMembers &members, const QString &key, bool required)
{
    QList<FieldOption> options;
    members.each(key, required, [&](const JsonNode &node) {
        JsonMembers one(node);
        FieldOption option{
            one.text(QStringLiteral("code")), one.text(QStringLiteral("label")), one.textOr(QStringLiteral("labelEn")), one.flag(QStringLiteral("proves"))};
        if (one.has(QStringLiteral("provesNotFrom"))) {
            option.provesNotFrom = readSources(one, QStringLiteral("provesNotFrom"));
            refuseUnless(option.proves, one, QStringLiteral("provesNotFrom"), QStringLiteral("\"provesNotFrom\" needs \"proves\""));
        }
        if (std::any_of(options.cbegin(), options.cend(), [&](const FieldOption &other) { return other.code == option.code; })) {
            one.complain(QStringLiteral("code"), QStringLiteral("the option \"%1\" stands here twice").arg(option.code));
        }
        one.done();
        options.append(option);
    });
    return options;
}

Field readField(const JsonNode &node, const FormSchema &form, const FormSection &section, const FormParts &parts)
{
    JsonMembers members(node);
    Field field;
    field.id = members.text(QStringLiteral("id"));
    field.type = readType(members);
    field.label = members.text(QStringLiteral("label"));
    field.labelEn = members.textOr(QStringLiteral("labelEn"));
    field.help = members.textOr(QStringLiteral("help"));
    field.helpEn = members.textOr(QStringLiteral("helpEn"));
    field.need = readNeed(members);
    field.mayBeAbsent = members.flag(QStringLiteral("mayBeAbsent"));
    field.absenceReasons = readOptions(members, QStringLiteral("absenceReasons"), false);
    refuseUnless(field.mayBeAbsent, members, QStringLiteral("absenceReasons"), QStringLiteral("\"absenceReasons\" need \"mayBeAbsent\""));
    field.mayFollow = members.flag(QStringLiteral("mayFollow"));
    field.initial = members.textOr(QStringLiteral("initial"));
    field.mark = members.textOr(QStringLiteral("mark"));
    readAnswers(members, field, parts);
    readLimits(members, field);
    readRule(members, field, parts.rules);
    checkContactNeed(members, field);
    const auto sameId = [&](const Field &other) { return other.id == field.id; };
    if (fieldById(form, field.id) || std::any_of(section.fields.begin(), section.fields.end(), sameId)) {
        members.complain(QStringLiteral("id"), QStringLiteral("the field \"%1\" stands here twice").arg(field.id));
    }
    if (section.repeats && !field.id.startsWith(section.id + u'.')) {
        members.complain(QStringLiteral("id"), QStringLiteral("the ids of rows begin with their section's, \"%1.\"").arg(section.id));
    }
    if (field.id.contains(u'[') || field.id.contains(u']')) {
        members.complain(QStringLiteral("id"), QStringLiteral("an id has no brackets"));
    }
    if (!field.initial.isEmpty() && violation(field, FieldValue::given(field.initial), LongAfter)) {
        members.complain(QStringLiteral("initial"), QStringLiteral("the field does not take this value"));
    }
    // What hangs on other fields may name one further down, so it is read by readLinks() when all are known.
    for (const QString &key : {QStringLiteral("visibleIf"), QStringLiteral("requiredIf"), QStringLiteral("computed")}) {
        members.object(key, false, [](const JsonNode &) {});
    }
    members.done();
    return field;
}

void readLinks(const JsonNode &node, Field &field, const FormSchema &form, const QString &inside)
{
    JsonMembers members(node);
    field.visibleIf = readCondition(members, QStringLiteral("visibleIf"), form, inside);
    field.requiredIf = readCondition(members, QStringLiteral("requiredIf"), form, inside);
    if (field.requiredIf && field.need == Field::Need::Required) {
        members.complain(QStringLiteral("requiredIf"), QStringLiteral("this field is required anyway"));
    }
    members.object(QStringLiteral("computed"), false, [&](const JsonNode &made) {
        using Kind = Computation::Kind;
        JsonMembers inner(made);
        Computation computed;
        computed.kind = inner.word<Kind>(QStringLiteral("kind"),
            {{u"copy", Kind::Copy}, {u"upper", Kind::Upper}, {u"sum", Kind::Sum},
                {u"product", Kind::Product}, {u"count", Kind::Count}, {u"join", Kind::Join},
                {u"numberWords", Kind::NumberWords}, {u"moneyWords", Kind::MoneyWords},
                {u"dateWords", Kind::DateWords}, {u"yearsOn", Kind::YearsOn}});
        computed.of = inner.texts(QStringLiteral("of"));
        computed.between = inner.textOr(QStringLiteral("between"));
        checkComputation(inner, computed, field, form, inside);
        inner.done();
        if (!field.initial.isEmpty()) {
            members.complain(QStringLiteral("initial"), QStringLiteral("what is computed has no initial value"));
        }
        field.computed = computed;
    });
}

} // namespace motcua
