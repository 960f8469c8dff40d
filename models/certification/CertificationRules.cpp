// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/certification/CertificationRules.h"

#include "models/catalogue/JsonMembers.h"
#include "models/certification/Certification.h"

#include <algorithm>

namespace motcua {

namespace {

const QString SeriesMark = QStringLiteral("{series}");
const QString YearMark = QStringLiteral("{year}");
const QString NumberMark = QStringLiteral("{number}");
const QString BookMark = QStringLiteral("{book}");

CertificationRules::Kind readKind(const JsonNode &node, const QList<CertificationRules::Kind> &before)
{
    JsonMembers members(node);
    CertificationRules::Kind kind;
    kind.id = members.text(QStringLiteral("id"));
    kind.procedure = members.text(QStringLiteral("procedure"));
    kind.name = members.text(QStringLiteral("name"));
    kind.book = members.text(QStringLiteral("book"));
    kind.number = members.text(QStringLiteral("number"));
    kind.statement = members.text(QStringLiteral("statement"));
    kind.mark = members.text(QStringLiteral("mark"));
    members.object(QStringLiteral("answers"), false, [&kind](const JsonNode &answers) {
        JsonMembers fields(answers);
        kind.paperField = fields.text(QStringLiteral("paper"));
        kind.pagesField = fields.text(QStringLiteral("pages"));
        kind.copiesField = fields.text(QStringLiteral("copies"));
        fields.done();
    });
    if (std::any_of(before.cbegin(), before.cend(), [&kind](const auto &one) { return one.id == kind.id || one.procedure == kind.procedure; })) {
        members.complain(QStringLiteral("id"), QStringLiteral("\"%1\" or its procedure stands here twice").arg(kind.id));
    }
    if (!kind.book.contains(SeriesMark) || !kind.book.contains(YearMark)) {
        members.complain(QStringLiteral("book"), QStringLiteral("a book is named by {series} and {year}"));
    }
    if (!kind.number.contains(NumberMark)) {
        members.complain(QStringLiteral("number"), QStringLiteral("a number is written with {number}"));
    }
    if (!kind.statement.contains(NumberMark) || !kind.statement.contains(BookMark)) {
        members.complain(QStringLiteral("statement"), QStringLiteral("a statement names {number} and {book}"));
    }
    members.done();
    return kind;
}

CertificationRules::Column readColumn(const JsonNode &node)
{
    using Fact = CertificationRules::Column::Fact;
    JsonMembers members(node);
    CertificationRules::Column column;
    column.fact = members.word<Fact>(QStringLiteral("id"),
        {{u"book", Fact::Book}, {u"number", Fact::Number}, {u"date", Fact::Date}, {u"requester", Fact::Requester}, {u"paper", Fact::Paper}, {u"copies", Fact::Copies},
            {u"pages", Fact::Pages}, {u"fee", Fact::Fee}, {u"signer", Fact::Signer}, {u"title", Fact::Title}, {u"dossier", Fact::Dossier}, {u"void", Fact::Void}});
    column.name = members.text(QStringLiteral("name"));
    members.done();
    return column;
}

QString filled(QString pattern, const Certification &one)
{
    return pattern.replace(SeriesMark, one.series).replace(YearMark, QString::number(one.year)).replace(NumberMark, QString::number(one.number));
}

} // namespace

Result<CertificationRules, QList<Error>> CertificationRules::read(const SourceFile &source)
{
    JsonFile file(source);
    CertificationRules rules;
    if (file.isGood()) {
        enum class Schema { Certification };
        const JsonNode root(file);
        JsonMembers members(root);
        members.word<Schema>(QStringLiteral("schema"), {{u"motcua.certification/1", Schema::Certification}});
        members.text(QStringLiteral("mark"));
        members.each(QStringLiteral("columns"), true, [&rules](const JsonNode &node) { rules.columns.append(readColumn(node)); });
        members.each(QStringLiteral("kinds"), true, [&rules](const JsonNode &node) { rules.kinds.append(readKind(node, rules.kinds)); });
        members.done();
    }
    if (!file.errors().isEmpty()) {
        return file.errors();
    }
    return rules;
}

const CertificationRules::Kind *CertificationRules::find(const QString &id) const
{
    const auto found = std::find_if(kinds.cbegin(), kinds.cend(), [&id](const Kind &one) { return one.id == id; });
    return found == kinds.cend() ? nullptr : &*found;
}

const CertificationRules::Kind *CertificationRules::ofProcedure(const QString &code) const
{
    const auto found = std::find_if(kinds.cbegin(), kinds.cend(), [&code](const Kind &one) { return code == one.procedure || code.startsWith(one.procedure + u'.'); });
    return found == kinds.cend() ? nullptr : &*found;
}

QString CertificationRules::numberOf(const Certification &certification) const
{
    const Kind *kind = find(certification.kind);
    return filled(kind ? kind->number : NumberMark, certification);
}

QString CertificationRules::bookOf(const Certification &certification) const
{
    const Kind *kind = find(certification.kind);
    return filled(kind ? kind->book : SeriesMark + u'/' + YearMark, certification);
}

QString CertificationRules::statementOf(const Certification &certification) const
{
    const Kind *kind = find(certification.kind);
    QString statement = kind ? kind->statement : QString();
    return statement.replace(NumberMark, numberOf(certification)).replace(BookMark, bookOf(certification));
}

} // namespace motcua
