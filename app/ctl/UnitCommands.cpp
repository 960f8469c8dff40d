// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/workflows/ResumeDesk.h"
#include "app/workflows/SetUpCentre.h"

namespace motcua::ctl {

namespace {

void tell(Context &context, const UnitSettings &unit, bool changed)
{
    const auto line = [&context](const char *label, const QString &value) {
        context.terminal().say(QStringLiteral("%1%2").arg(QString::fromLatin1(label), -20).arg(value.isEmpty() ? QStringLiteral("-") : value));
    };
    line("Governing body", unit.governingBody);
    line("Unit", unit.unitName);
    line("Place of the date", unit.place);
    line("Organisation code", unit.organisationCode);
    line("Desk", QString::number(unit.deskNumber));
    line("Numbers of the day", QStringLiteral("%1-%2").arg(unit.rangeFirst).arg(unit.rangeLast));
    context.terminal().answer({{QStringLiteral("unitName"), unit.unitName}, {QStringLiteral("governingBody"), unit.governingBody},
        {QStringLiteral("place"), unit.place}, {QStringLiteral("organisationCode"), unit.organisationCode},
        {QStringLiteral("deskNumber"), unit.deskNumber}, {QStringLiteral("rangeFirst"), unit.rangeFirst},
        {QStringLiteral("rangeLast"), unit.rangeLast}, {QStringLiteral("changed"), changed}});
}

int show(Context &context)
{
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    tell(context, place->unit, false);
    return Done;
}

int configure(Context &context)
{
    const QCommandLineParser &options = context.options();
    const auto given = [&options](const char *name) { return options.isSet(QString::fromLatin1(name)); };
    if (!given("unit") && !given("governing-body") && !given("place") && !given("organisation") && !given("desk") && !given("only-desk")) {
        context.terminal().explain(QStringLiteral(
            "motcua-ctl unit configure [--unit NAME] [--governing-body NAME] [--place NAME] [--organisation CODE] [--desk N] [--only-desk] "
            "--person ADMINISTRATOR: what is not given stays"));
        return Usage;
    }
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    CentreFacts facts = SetUpCentre::facts(*place);
    const auto take = [&](const char *name, QString &fact) {
        if (given(name)) {
            fact = options.value(QString::fromLatin1(name));
        }
    };
    take("unit", facts.unitName);
    take("governing-body", facts.governingBody);
    take("place", facts.place);
    take("organisation", facts.organisationCode);
    if (given("desk")) {
        // Another number is another desk: it owns the whole day only when that is said again.
        facts.deskNumber = options.value(QStringLiteral("desk")).toInt();
        facts.onlyDesk = false;
    }
    facts.onlyDesk = facts.onlyDesk || given("only-desk");
    if (facts == SetUpCentre::facts(*place)) {
        // A script that sets up desks may run twice.
        tell(context, place->unit, false);
        context.terminal().say(QStringLiteral("So it is already; nothing was written."));
        return Done;
    }
    const Result<UnitSettings> unit = SetUpCentre::change(*place, facts);
    if (!unit) {
        return context.terminal().fail(unit.error());
    }
    tell(context, *unit, true);
    context.terminal().say(QStringLiteral("Windows that are open now print it from the next sign-in on."));
    return Done;
}

int numbers(Context &context)
{
    bool isNumber = false;
    const int used = context.options().value(QStringLiteral("numbers-used")).toInt(&isNumber);
    if (!isNumber || used < 1) {
        context.terminal().explain(QStringLiteral("motcua-ctl unit numbers --numbers-used N --person ADMINISTRATOR"));
        return Usage;
    }
    const Result<Workplace> place = context.enterWith(Right::ManageUnit);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<int> last = ResumeDesk::skipNumbers(place->store, used);
    if (!last) {
        return context.terminal().fail(last.error());
    }
    context.terminal().say(QStringLiteral("Numbers of today: taken up to %1; the next dossier gets a higher one.").arg(*last));
    context.terminal().answer({{QStringLiteral("lastNumber"), *last}});
    return Done;
}

} // namespace

QList<Command> unitCommands()
{
    return {
        {QStringLiteral("unit show"), {}, QStringLiteral("what stands at the head of the slips, and which numbers this desk gives out"), show},
        {QStringLiteral("unit configure"),
            QStringLiteral("[--unit NAME] [--governing-body NAME] [--place NAME] [--organisation CODE] [--desk N] [--only-desk]"),
            QStringLiteral("change it; what is not given stays"), configure},
        {QStringLiteral("unit numbers"), QStringLiteral("--numbers-used N"),
            QStringLiteral("numbers of today up to N stand on slips already: none of them is given out again"), numbers},
    };
}

} // namespace motcua::ctl
