// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/ProcedureReader.h"

#include "models/calendar/LimitWords.h"
#include "models/catalogue/ClockReader.h"
#include "models/catalogue/ConditionReader.h"
#include "models/catalogue/JsonMembers.h"

#include <QSet>

#include <algorithm>

namespace motcua {

namespace {

LongerTerm readLongerTerm(const JsonNode &node, const StatedLimit &stated, const Procedure &edition)
{
    JsonMembers members(node);
    LongerTerm longer;
    longer.id = members.text(QStringLiteral("id"));
    longer.text = members.text(QStringLiteral("text"));
    longer.textEn = members.textOr(QStringLiteral("textEn"));
    longer.onSlip = members.text(QStringLiteral("onSlip"));
    if (!longer.onSlip.isEmpty() && !longer.onSlip.contains(QStringLiteral("%1"))) {
        members.complain(QStringLiteral("onSlip"), QStringLiteral("\"%1\" for the days is missing"));
    }
    longer.mostDays = static_cast<int>(members.integerIf(QStringLiteral("upTo"), 1, Limit::MostMore).value_or(Limit::MostMore));
    longer.paper = members.textOr(QStringLiteral("paper"));
    longer.basis = members.text(QStringLiteral("basis"));
    if (stated.longerTerm(longer.id)) {
        members.complain(QStringLiteral("id"), QStringLiteral("the ground \"%1\" stands here twice").arg(longer.id));
    }
    if (!longer.paper.isEmpty() && !edition.paper(longer.paper)) {
        members.complain(QStringLiteral("paper"), QStringLiteral("there is no paper \"%1\"").arg(longer.paper));
    }
    members.done();
    return longer;
}

/** The members of a limit; `members` may have others, which the caller reads. The papers of `edition` must be read. */
StatedLimit readLimit(JsonMembers &members, const Procedure &edition)
{
    StatedLimit stated;
    Limit &limit = stated.limit;
    limit.kind = members.word<Limit::Kind>(QStringLiteral("kind"), LimitKindWords);
    if (limit.kind == Limit::Kind::SameDay) {
        limit.cutOff = members.time(QStringLiteral("cutOff"));
    } else {
        limit.count = static_cast<int>(members.integer(QStringLiteral("count"), 1, Limit::most(limit.kind)));
    }
    stated.text = members.text(QStringLiteral("text"));
    stated.basis = members.text(QStringLiteral("basis"));
    members.each(QStringLiteral("longer"), false, [&](const JsonNode &node) { stated.longer.append(readLongerTerm(node, stated, edition)); });
    return stated;
}

void readLimits(JsonMembers &procedure, Procedure &edition)
{
    procedure.object(QStringLiteral("limit"), true, [&](const JsonNode &node) {
        JsonMembers members(node);
        const StatedLimit stated = readLimit(members, edition);
        edition.limit = stated.limit;
        edition.limitText = stated.text;
        edition.limitBasis = stated.basis;
        edition.longer = stated.longer;
        members.done();
    });
    QSet<int> taken;
    procedure.each(QStringLiteral("channelLimits"), false, [&](const JsonNode &node) {
        JsonMembers members(node);
        StatedLimit stated = readLimit(members, edition);
        stated.channels = members.integers(QStringLiteral("channels"), 1, 3);
        for (const int channel : std::as_const(stated.channels)) {
            if (taken.contains(channel) || !edition.channels.contains(channel)) {
                members.complain(QStringLiteral("channels"), QStringLiteral("the channel %1 has a limit already or is none of the procedure").arg(channel));
            }
            taken.insert(channel);
        }
        members.done();
        edition.channelLimits.append(stated);
    });
}

RequiredPaper::Need readNeed(JsonMembers &paper)
{
    return paper.word<RequiredPaper::Need>(QStringLiteral("need"),
        {{u"always", RequiredPaper::Need::Always}, {u"conditional", RequiredPaper::Need::Conditional},
            {u"onRequest", RequiredPaper::Need::OnRequest}});
}

RequiredPaper readPaper(const JsonNode &node, const Procedure &edition)
{
    JsonMembers members(node);
    RequiredPaper paper;
    paper.id = members.text(QStringLiteral("id"));
    paper.name = members.text(QStringLiteral("name"));
    paper.help = members.textOr(QStringLiteral("help"));
    paper.need = readNeed(members);
    paper.requiredIf = readCondition(members, QStringLiteral("requiredIf"), edition.form());
    paper.mode = members.word<RequiredPaper::Mode>(QStringLiteral("mode"),
        {{u"submit", RequiredPaper::Mode::Submit}, {u"present", RequiredPaper::Mode::Present}});
    paper.originals = static_cast<int>(members.integer(QStringLiteral("originals"), 0, 99));
    paper.copies = static_cast<int>(members.integer(QStringLiteral("copies"), 0, 99));
    paper.perRowOf = members.textOr(QStringLiteral("perRowOf"));
    if (!paper.perRowOf.isEmpty() && !edition.form().id.isEmpty()) {
        const FormSection *rows = edition.form().section(paper.perRowOf);
        if (!rows || !rows->repeats) {
            members.complain(QStringLiteral("perRowOf"), QStringLiteral("there is no section \"%1\" with rows").arg(paper.perRowOf));
        }
    }
    paper.declaration = members.flag(QStringLiteral("declaration"));
    paper.provesIdentityOf = members.textOr(QStringLiteral("provesIdentityOf"));
    paper.mayFollow = members.flag(QStringLiteral("mayFollow"));
    paper.waivable = members.flag(QStringLiteral("waivable"));
    paper.database = members.textOr(QStringLiteral("database"));
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

void readValidity(JsonMembers &members, Procedure &edition)
{
    edition.validFrom = members.date(QStringLiteral("validFrom"));
    edition.validTo = members.dateIf(QStringLiteral("validTo"));
    if (edition.validTo.isValid() && edition.validTo < edition.validFrom) {
        members.complain(QStringLiteral("validTo"), QStringLiteral("\"validTo\" is before \"validFrom\""));
    }
}

void readForm(JsonMembers &members, Procedure &edition, const CatalogueParts &parts)
{
    const QString id = members.text(QStringLiteral("form"));
    if (!id.isEmpty() && !parts.checkers.contains(id)) {
        members.complain(QStringLiteral("form"), QStringLiteral("there is no form \"%1\"").arg(id));
    }
    edition.checker = parts.checkers.value(id);
    const QString layout = members.textOr(QStringLiteral("declarationLayout"));
    edition.declaration = parts.layouts.value(layout);
    if (!layout.isEmpty() && edition.declaration.isNull()) {
        members.complain(QStringLiteral("declarationLayout"), QStringLiteral("there is no layout \"%1\"").arg(layout));
    } else if (!layout.isEmpty() && edition.declaration.form != id) {
        members.complain(QStringLiteral("declarationLayout"), QStringLiteral("this layout prints the form \"%1\"").arg(edition.declaration.form));
    }
}

void readIdentity(JsonMembers &members, Procedure &edition)
{
    using Level = IdentityNeed::Level;
    members.object(QStringLiteral("identity"), false, [&](const JsonNode &node) {
        JsonMembers inner(node);
        edition.identity.level = inner.word<Level>(QStringLiteral("level"),
            {{u"none", Level::None}, {u"stated", Level::Stated}, {u"proved", Level::Proved}});
        edition.identity.of = inner.textOr(QStringLiteral("of"), edition.identity.of);
        edition.identity.basis = inner.text(QStringLiteral("basis"));
        edition.identity.mark = inner.text(QStringLiteral("mark"));
        const bool named = edition.form().roles.contains(edition.identity.of + QStringLiteral(".name"));
        if (edition.identity.level != Level::None && !named && !edition.form().id.isEmpty()) {
            inner.complain(QStringLiteral("of"), QStringLiteral("the form has no role \"%1.name\"").arg(edition.identity.of));
        }
        inner.done();
    });
}

void readGuidance(JsonMembers &members, Procedure &edition)
{
    members.object(QStringLiteral("guidance"), false, [&](const JsonNode &node) {
        JsonMembers inner(node);
        edition.guidance.ask = inner.texts(QStringLiteral("ask"));
        edition.guidance.lookAt = inner.texts(QStringLiteral("lookAt"));
        edition.guidance.mistakes = inner.texts(QStringLiteral("mistakes"));
        edition.guidance.mark = inner.text(QStringLiteral("mark"));
        inner.done();
    });
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

Procedure readProcedure(JsonFile &file, const CatalogueParts &parts)
{
    const JsonNode root(file);
    JsonMembers members(root);
    Procedure edition;
    members.text(QStringLiteral("schema"));
    edition.code = readCode(members, parts.codes);
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
    edition.clock = parts.clock;
    members.object(QStringLiteral("clock"), false, [&](const JsonNode &node) { edition.clock = readClock(node); });
    readForm(members, edition, parts);
    readIdentity(members, edition);
    readGuidance(members, edition);
    constexpr qsizetype UsualPapers = 8; // a paper is large, and a list that grows by one moves what it has four times on the way there
    edition.papers.reserve(UsualPapers);
    members.each(QStringLiteral("papers"), true, [&](const JsonNode &node) { edition.papers.append(readPaper(node, edition)); });
    readLimits(members, edition);
    members.each(QStringLiteral("fees"), true, [&](const JsonNode &node) {
        edition.fees.append(readFee(node, edition.code, edition.form(), edition.fees, parts.localFees));
    });
    members.each(QStringLiteral("results"), true, [&](const JsonNode &node) { edition.results.append(readResult(node, parts.codes)); });
    members.done();
    return edition;
}

} // namespace motcua
