// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/workflows/ResumeDesk.h"
#include "app/workflows/SetUpCentre.h"

namespace motcua::ctl {

namespace {

/** "970405 Agribank · 1500201000001 · UBND PHUONG HOA AN"; the name only when our list has it. */
QString accountLine(const UnitSettings &unit, const Lawbook &law)
{
    if (!unit.account) {
        return {};
    }
    const Result<Bank> bank = law.catalogue.bank(unit.account->bin);
    return QStringLiteral("%1 · %2 · %3")
        .arg(bank ? bank->bin + u' ' + bank->name : unit.account->bin, unit.account->number, unit.account->holder);
}

void tell(Context &context, const UnitSettings &unit, const Lawbook &law, bool changed)
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
    line("Account for fees", accountLine(unit, law));
    QJsonObject facts{{QStringLiteral("unitName"), unit.unitName}, {QStringLiteral("governingBody"), unit.governingBody},
        {QStringLiteral("place"), unit.place}, {QStringLiteral("organisationCode"), unit.organisationCode},
        {QStringLiteral("deskNumber"), unit.deskNumber}, {QStringLiteral("rangeFirst"), unit.rangeFirst},
        {QStringLiteral("rangeLast"), unit.rangeLast}, {QStringLiteral("changed"), changed}};
    if (unit.account) {
        facts.insert(QStringLiteral("account"), unit.account->toJson());
    }
    context.terminal().answer(facts);
}

int show(Context &context)
{
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    tell(context, place->unit, place->law, false);
    return Done;
}

int configure(Context &context)
{
    const QCommandLineParser &options = context.options();
    const auto given = [&options](const char *name) { return options.isSet(QString::fromLatin1(name)); };
    const bool namesAccount = given("bin") || given("account") || given("account-holder");
    if ((!given("unit") && !given("governing-body") && !given("place") && !given("organisation") && !given("desk") && !given("only-desk")
            && !namesAccount && !given("no-account"))
        || (namesAccount && given("no-account"))) {
        context.terminal().explain(QStringLiteral(
            "motcua-ctl unit configure [--unit NAME] [--governing-body NAME] [--place NAME] [--organisation CODE] [--desk N] [--only-desk] "
            "[--bin N --account N --account-holder NAME | --no-account] --person ADMINISTRATOR: what is not given stays"));
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
    if (namesAccount) {
        UnitAccount account = facts.account.value_or(UnitAccount());
        take("bin", account.bin);
        take("account", account.number);
        take("account-holder", account.holder);
        facts.account = account;
    } else if (given("no-account")) {
        facts.account.reset();
    }
    if (facts == SetUpCentre::facts(*place)) {
        // A script that sets up desks may run twice.
        tell(context, place->unit, place->law, false);
        context.terminal().say(QStringLiteral("So it is already; nothing was written."));
        return Done;
    }
    const Result<UnitSettings> unit = SetUpCentre::change(*place, facts);
    if (!unit) {
        return context.terminal().fail(unit.error());
    }
    tell(context, *unit, place->law, true);
    context.terminal().say(QStringLiteral("Windows that are open now show and print it from the next sign-in on."));
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
        {QStringLiteral("unit show"), {}, QStringLiteral("what stands at the head of the slips, which numbers this desk gives out, and where fees are transferred to"), show},
        {QStringLiteral("unit configure"),
            QStringLiteral("[--unit NAME] [--governing-body NAME] [--place NAME] [--organisation CODE] [--desk N] [--only-desk] "
                           "[--bin N --account N --account-holder NAME | --no-account]"),
            QStringLiteral("change it; what is not given stays"), configure},
        {QStringLiteral("unit numbers"), QStringLiteral("--numbers-used N"),
            QStringLiteral("numbers of today up to N stand on slips already: none of them is given out again"), numbers},
    };
}

} // namespace motcua::ctl
