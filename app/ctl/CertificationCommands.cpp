// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/documents/TableFile.h"
#include "app/storage/CertificationQueries.h"
#include "app/storage/DossierQueries.h"
#include "app/workflows/CertifyCopies.h"
#include "models/base/VietnamTime.h"

#include <QJsonArray>

namespace motcua::ctl {

namespace {

using storage::CertificationLine;

constexpr int FirstYear = 2000; // dossier codes know no earlier one

int thisYear()
{
    return vietnamTime(QDateTime::currentMSecsSinceEpoch()).date().year();
}

/** The year of --year, else this one; 0 for nonsense. */
int yearAsked(const Context &context)
{
    const QString asked = context.options().value(QStringLiteral("year"));
    const int year = asked.isEmpty() ? thisYear() : asked.toInt();
    return year >= FirstYear && year <= thisYear() + 1 ? year : 0;
}

QJsonObject registerJson(const CertificationLine &line, const CertificationRules &rules)
{
    const Certification &one = line.certification;
    QJsonObject json{{QStringLiteral("id"), one.id.toString()}, {QStringLiteral("kind"), one.kind}, {QStringLiteral("book"), rules.bookOf(one)},
        {QStringLiteral("number"), rules.numberOf(one)}, {QStringLiteral("at"), vietnamTime(one.atMs).toString(Qt::ISODate)}, {QStringLiteral("dossier"), line.code},
        {QStringLiteral("requester"), line.requester}, {QStringLiteral("paper"), one.paper}, {QStringLiteral("pages"), one.pages}, {QStringLiteral("copies"), one.copies},
        {QStringLiteral("fee"), one.fee.dong}, {QStringLiteral("signer"), one.signer}, {QStringLiteral("title"), one.title}, {QStringLiteral("void"), one.isVoid()}};
    if (one.isVoid()) {
        json.insert(QStringLiteral("reason"), one.voidReason);
    }
    return json;
}

void sayLine(const Context &context, const CertificationLine &line, const CertificationRules &rules)
{
    const Certification &one = line.certification;
    context.terminal().say(QStringLiteral("%1  %2  %3  %4 × %5  %6%7").arg(rules.bookOf(one), rules.numberOf(one), vietnamTime(one.atMs).toString(u"dd/MM/yyyy"))
            .arg(one.copies).arg(one.pages).arg(one.paper, one.isVoid() ? QStringLiteral("  (void: %1)").arg(one.voidReason) : QString()));
}

/** Every line of a year, page by page. */
Result<QList<CertificationLine>> yearOf(const Workplace &place, int year)
{
    QList<CertificationLine> all;
    storage::CertificationsOfYear page{.year = year, .limit = storage::CertificationsOfYear::MostRows};
    for (;;) {
        const Result<QList<CertificationLine>> lines = place.store.ask(page).result();
        if (!lines) {
            return lines.error();
        }
        all.append(*lines);
        if (lines->size() < page.limit) {
            return all;
        }
        const Certification &last = lines->constLast().certification;
        page.behind = {last.kind, last.unit, last.series, last.number};
    }
}

int list(Context &context)
{
    const int year = yearAsked(context);
    if (year == 0 || context.words().size() > 1) {
        context.terminal().explain(QStringLiteral("motcua-ctl certification list [PAPER|NUMBER] [--year 2026] --person NAME: PAPER is how its name begins"));
        return Usage;
    }
    const Result<Workplace> place = context.enterWith(Right::ReadAllDossiers);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const CertificationRules &rules = place->law.certification;
    const QString asked = context.words().value(0);
    bool isNumber = false;
    const int number = asked.toInt(&isNumber);
    const Result<QList<CertificationLine>> lines = asked.isEmpty() ? yearOf(*place, year)
        : isNumber                                                 ? place->store.ask(storage::CertificationsByNumber{year, number}).result()
                                                                   : place->store.ask(storage::CertificationsByPaper{year, asked}).result();
    const auto months = place->store.ask(storage::CertificationMonths{year}).result();
    if (!lines || !months) {
        return context.terminal().fail(lines ? months.error() : lines.error());
    }
    QJsonArray all;
    for (const CertificationLine &line : *lines) {
        sayLine(context, line, rules);
        all.append(registerJson(line, rules));
    }
    QJsonArray totals;
    for (const auto &month : *months) {
        context.terminal().say(QStringLiteral("%1 %2/%3: %4 lines, %5 copies, %6").arg(month.kind).arg(month.month).arg(year).arg(month.lines).arg(month.copies).arg(month.fee.toString()));
        totals.append(QJsonObject{{QStringLiteral("kind"), month.kind}, {QStringLiteral("month"), month.month}, {QStringLiteral("lines"), month.lines},
            {QStringLiteral("copies"), month.copies}, {QStringLiteral("pages"), month.pages}, {QStringLiteral("fee"), month.fee.dong}});
    }
    context.terminal().answer({{QStringLiteral("year"), year}, {QStringLiteral("certifications"), all}, {QStringLiteral("months"), totals}});
    return Done;
}

QVariant fact(const CertificationLine &line, CertificationRules::Column::Fact fact, const CertificationRules &rules)
{
    using Fact = CertificationRules::Column::Fact;
    const Certification &one = line.certification;
    switch (fact) {
    case Fact::Book:
        return rules.bookOf(one);
    case Fact::Number:
        return rules.numberOf(one);
    case Fact::Date:
        return vietnamTime(one.atMs).date();
    case Fact::Requester:
        return line.requester;
    case Fact::Paper:
        return one.paper;
    case Fact::Copies:
        return one.copies;
    case Fact::Pages:
        return one.pages;
    case Fact::Fee:
        return one.fee.dong;
    case Fact::Signer:
        return one.signer;
    case Fact::Title:
        return one.title;
    case Fact::Dossier:
        return line.code;
    case Fact::Void:
        return one.voidReason;
    }
    return {};
}

int exported(Context &context)
{
    const int year = yearAsked(context);
    const QString path = context.words().value(0);
    const bool csv = path.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive);
    if (year == 0 || context.words().size() != 1 || !(csv || path.endsWith(QStringLiteral(".xlsx"), Qt::CaseInsensitive))) {
        context.terminal().explain(QStringLiteral("motcua-ctl certification export OUT.xlsx|OUT.csv [--year 2026] --person NAME"));
        return Usage;
    }
    const Result<Workplace> place = context.enterWith(Right::ReadAllDossiers);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const CertificationRules &rules = place->law.certification;
    const Result<QList<CertificationLine>> lines = yearOf(*place, year);
    if (!lines) {
        return context.terminal().fail(lines.error());
    }
    TableToWrite table;
    table.title = QString::number(year);
    for (const CertificationRules::Column &column : rules.columns) {
        table.columns.append(column.name);
    }
    for (const CertificationLine &line : *lines) {
        QList<QVariant> row;
        for (const CertificationRules::Column &column : rules.columns) {
            row.append(fact(line, column.fact, rules));
        }
        table.rows.append(row);
    }
    if (const Result<> written = csv ? TableFile::writeCsv(path, table) : TableFile::writeXlsx(path, table); !written) {
        return context.terminal().fail(written.error());
    }
    context.terminal().say(QStringLiteral("%1 lines of %2.").arg(table.rows.size()).arg(year));
    context.terminal().answer({{QStringLiteral("year"), year}, {QStringLiteral("lines"), table.rows.size()}});
    return Done;
}

int enter(Context &context)
{
    if (context.words().size() != 3) {
        context.terminal().explain(QStringLiteral("motcua-ctl certification enter DOSSIER SIGNER TITLE --person NAME"));
        return Usage;
    }
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const CertificationRules &rules = place->law.certification;
    const Result<std::optional<Dossier>> dossier = place->store.ask(storage::DossierByCode{context.words().constFirst()}).result();
    if (!dossier) {
        return context.terminal().fail(dossier.error());
    }
    if (!*dossier) {
        return context.terminal().fail({ErrorCode::NotFound, context.words().constFirst()});
    }
    Result<CertifyCopies::Case> found = CertifyCopies::caseOf(*place, (*dossier)->id);
    if (!found) {
        return context.terminal().fail(found.error());
    }
    EnterCertification entry = found->proposal;
    if (!found->fee(entry.paper, entry.pages, entry.copies)) {
        return context.terminal().fail({ErrorCode::Refused, QStringLiteral("the fee is not known: pages or copies are missing")});
    }
    entry.signer = context.words().at(1);
    entry.title = context.words().at(2);
    const Result<CertificationLine> line = CertifyCopies::entered(*place, entry);
    if (!line) {
        return context.terminal().fail(line.error());
    }
    sayLine(context, *line, rules);
    context.terminal().answer(registerJson(*line, rules));
    return Done;
}

int voided(Context &context)
{
    const Id id = context.words().size() == 1 ? Id::fromString(context.words().constFirst()) : Id();
    const QString reason = context.options().value(QStringLiteral("reason"));
    if (id.isNull() || reason.isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl certification void ID --reason TEXT --person NAME: the id that \"certification list --json\" tells"));
        return Usage;
    }
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    if (const Result<CertificationLine> line = CertifyCopies::voided(*place, id, reason); !line) {
        return context.terminal().fail(line.error());
    }
    context.terminal().say(QStringLiteral("It does not hold; its number stays used."));
    context.terminal().answer({{QStringLiteral("id"), id.toString()}});
    return Done;
}

} // namespace

QList<Command> certificationCommands()
{
    return {
        {QStringLiteral("certification list"), QStringLiteral("[PAPER|NUMBER] [--year YEAR]"), QStringLiteral("the register of certifications of a year, and its months' totals"), list},
        {QStringLiteral("certification export"), QStringLiteral("OUT.xlsx|OUT.csv [--year YEAR]"), QStringLiteral("the register of a year as a table"), exported},
        {QStringLiteral("certification enter"), QStringLiteral("DOSSIER SIGNER TITLE"), QStringLiteral("copies of a dossier that are certified get their number"), enter},
        {QStringLiteral("certification void"), QStringLiteral("ID --reason TEXT"), QStringLiteral("a line of the register does not hold; its number stays used"), voided},
    };
}

} // namespace motcua::ctl
