// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/ProcedureReader.h"

#include "models/catalogue/FormReader.h"
#include "models/catalogue/JsonMembers.h"

#include <algorithm>

namespace motcua {

namespace {

// With this bound on price × quantity the fee of a dossier stays far inside what a JSON number holds exactly.
constexpr qint64 LargestFee = 1'000'000'000'000;

Limit readLimit(JsonMembers &procedure, Procedure &edition)
{
    Limit limit;
    procedure.object(QStringLiteral("limit"), true, [&](const JsonNode &node) {
        JsonMembers members(node);
        limit.kind = members.word<Limit::Kind>(QStringLiteral("kind"),
            {{QStringLiteral("sameDay"), Limit::Kind::SameDay}, {QStringLiteral("workingDays"), Limit::Kind::WorkingDays},
                {QStringLiteral("calendarDays"), Limit::Kind::CalendarDays}});
        if (limit.kind == Limit::Kind::SameDay) {
            limit.cutOff = members.time(QStringLiteral("cutOff"));
        } else {
            limit.count = static_cast<int>(members.integer(QStringLiteral("count"), 1, 3650));
        }
        edition.limitText = members.text(QStringLiteral("text"));
        edition.limitBasis = members.text(QStringLiteral("basis"));
        members.done();
    });
    return limit;
}

RequiredPaper::Need readNeed(JsonMembers &paper)
{
    return paper.word<RequiredPaper::Need>(QStringLiteral("need"),
        {{QStringLiteral("always"), RequiredPaper::Need::Always}, {QStringLiteral("conditional"), RequiredPaper::Need::Conditional},
            {QStringLiteral("onRequest"), RequiredPaper::Need::OnRequest}});
}

RequiredPaper readPaper(const JsonNode &node, const Procedure &edition)
{
    JsonMembers members(node);
    RequiredPaper paper;
    paper.id = members.text(QStringLiteral("id"));
    paper.name = members.text(QStringLiteral("name"));
    paper.help = members.textOr(QStringLiteral("help"));
    paper.need = readNeed(members);
    paper.requiredIf = readCondition(members, QStringLiteral("requiredIf"), edition.form);
    paper.mode = members.word<RequiredPaper::Mode>(QStringLiteral("mode"),
        {{QStringLiteral("submit"), RequiredPaper::Mode::Submit}, {QStringLiteral("present"), RequiredPaper::Mode::Present}});
    paper.originals = static_cast<int>(members.integer(QStringLiteral("originals"), 0, 99));
    paper.copies = static_cast<int>(members.integer(QStringLiteral("copies"), 0, 99));
    paper.declaration = members.flag(QStringLiteral("declaration"));
    paper.mayFollow = members.flag(QStringLiteral("mayFollow"));
    paper.waivable = members.flag(QStringLiteral("waivable"));
    paper.mark = members.text(QStringLiteral("mark"));
    members.each(QStringLiteral("kinds"), false, [&](const JsonNode &element) {
        const auto kind = paperKind(elementText(element));
        if (!kind) {
            element.complain(QStringLiteral("there is no such kind of copy"));
            return;
        }
        paper.kinds.append(*kind);
    });
    if (edition.paper(paper.id)) {
        members.complain(QStringLiteral("id"), QStringLiteral("the paper \"%1\" stands here twice").arg(paper.id));
    }
    if ((paper.need == RequiredPaper::Need::Conditional) != paper.requiredIf.has_value()) {
        members.complain(QStringLiteral("need"), QStringLiteral("\"conditional\" and \"requiredIf\" belong together"));
    }
    members.done();
    return paper;
}

void checkQuantity(const JsonMembers &members, const FeeRule &rule, const FormSchema &form)
{
    const QString key = QStringLiteral("quantityField");
    const Field *field = form.field(rule.quantityField);
    if (!field) {
        members.complain(key, QStringLiteral("there is no field \"%1\"").arg(rule.quantityField));
    } else if (field->type != FieldType::Integer || field->need != Field::Need::Required || !field->minimum || !field->maximum) {
        members.complain(key, QStringLiteral("a fee is counted by a required integer with \"minimum\" and \"maximum\""));
    } else if (field->mayFollow || field->mayBeAbsent || field->visibleIf) {
        members.complain(key, QStringLiteral("a fee is counted by a field that is always answered"));
    } else if (rule.unitPrice.dong > 0 && *field->maximum > LargestFee / rule.unitPrice.dong) {
        members.complain(key, QStringLiteral("price × \"maximum\" is more than a thousand milliard đồng"));
    }
}

FeeRule readFee(const JsonNode &node, const Procedure &edition)
{
    JsonMembers members(node);
    FeeRule rule;
    rule.id = members.text(QStringLiteral("id"));
    rule.text = members.text(QStringLiteral("text"));
    rule.unitPrice = Money{members.integer(QStringLiteral("unitPrice"), 0, LargestFee)};
    rule.quantityField = members.textOr(QStringLiteral("quantityField"));
    rule.basis = members.text(QStringLiteral("basis"));
    rule.mark = members.text(QStringLiteral("mark"));
    if (members.has(QStringLiteral("channels"))) {
        rule.channels = members.integers(QStringLiteral("channels"), 1, 3);
    }
    if (!rule.quantityField.isEmpty() && !edition.form.id.isEmpty()) {
        checkQuantity(members, rule, edition.form);
    }
    for (const FeeRule &other : edition.fees) {
        if (other.id == rule.id) {
            members.complain(QStringLiteral("id"), QStringLiteral("the fee \"%1\" stands here twice").arg(rule.id));
        }
    }
    members.done();
    return rule;
}

void readValidity(JsonMembers &members, Procedure &edition)
{
    edition.validFrom = members.date(QStringLiteral("validFrom"));
    edition.validTo = members.dateIf(QStringLiteral("validTo"));
    if (edition.validTo.isValid() && edition.validTo < edition.validFrom) {
        members.complain(QStringLiteral("validTo"), QStringLiteral("\"validTo\" is before \"validFrom\""));
    }
}

void readForm(JsonMembers &members, Procedure &edition, const QMap<QString, FormSchema> &forms)
{
    const QString id = members.text(QStringLiteral("form"));
    if (!id.isEmpty() && !forms.contains(id)) {
        members.complain(QStringLiteral("form"), QStringLiteral("there is no form \"%1\"").arg(id));
    }
    edition.form = forms.value(id);
}

/** Whether a pattern of these kinds takes the code, or there is none. */
bool fits(const QString &code, const QList<CodePattern> &patterns, std::initializer_list<CodePattern::Kind> kinds)
{
    bool known = false;
    for (const CodePattern &pattern : patterns) {
        const bool asked = std::find(kinds.begin(), kinds.end(), pattern.kind) != kinds.end();
        if (asked && pattern.takes(code)) {
            return true;
        }
        known = known || asked;
    }
    return !known;
}

QString readCode(JsonMembers &members, const QList<CodePattern> &patterns)
{
    const QString code = members.text(QStringLiteral("code"));
    const auto belongs = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || c == u'.'; };
    if (!std::all_of(code.begin(), code.end(), belongs)) {
        members.complain(QStringLiteral("code"), QStringLiteral("a procedure code is digits, capitals and stops, like \"2.000635\""));
    } else if (!code.isEmpty() && !fits(code, patterns, {CodePattern::Kind::Procedure, CodePattern::Kind::LocalProcedure})) {
        members.complain(QStringLiteral("code"), QStringLiteral("no pattern takes the procedure code \"%1\"").arg(code));
    }
    return code;
}

ProcedureResult readResult(const JsonNode &node, const QList<CodePattern> &patterns)
{
    JsonMembers members(node);
    const ProcedureResult result{members.text(QStringLiteral("code")), members.text(QStringLiteral("name"))};
    if (!result.code.isEmpty() && !fits(result.code, patterns, {CodePattern::Kind::Result})) {
        members.complain(QStringLiteral("code"), QStringLiteral("no pattern takes the result code \"%1\"").arg(result.code));
    }
    members.done();
    return result;
}

} // namespace

Procedure readProcedure(JsonFile &file, const QMap<QString, FormSchema> &forms, const QList<CodePattern> &patterns)
{
    const JsonNode root(file);
    JsonMembers members(root);
    Procedure edition;
    members.text(QStringLiteral("schema"));
    edition.code = readCode(members, patterns);
    edition.edition = members.text(QStringLiteral("edition"));
    readValidity(members, edition);
    edition.name = members.text(QStringLiteral("name"));
    edition.nameEn = members.textOr(QStringLiteral("nameEn"));
    edition.field = members.text(QStringLiteral("field"));
    edition.agency = members.text(QStringLiteral("agency"));
    edition.decision = members.text(QStringLiteral("decision"));
    edition.levels = members.texts(QStringLiteral("levels"));
    edition.channels = members.integers(QStringLiteral("channels"), 1, 3);
    edition.mark = members.text(QStringLiteral("mark"));
    edition.legalBasis = members.texts(QStringLiteral("legalBasis"));
    edition.limit = readLimit(members, edition);
    readForm(members, edition, forms);
    members.each(QStringLiteral("papers"), true, [&](const JsonNode &node) { edition.papers.append(readPaper(node, edition)); });
    members.each(QStringLiteral("fees"), true, [&](const JsonNode &node) { edition.fees.append(readFee(node, edition)); });
    members.each(QStringLiteral("results"), true, [&](const JsonNode &node) { edition.results.append(readResult(node, patterns)); });
    members.done();
    return edition;
}

} // namespace motcua
