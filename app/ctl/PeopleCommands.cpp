// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/storage/HouseQueries.h"
#include "app/workflows/ChangePerson.h"
#include "app/workflows/SetUpCentre.h"
#include "models/base/Text.h"

#include <QJsonArray>

namespace motcua::ctl {

namespace {

int initialise(Context &context)
{
    const QCommandLineParser &options = context.options();
    const Result<Lawbook> law = context.law();
    if (!law) {
        return context.terminal().fail(law.error());
    }
    const CentreFacts facts{.unitName = options.value(QStringLiteral("unit")),
        .governingBody = options.value(QStringLiteral("governing-body")),
        .place = options.value(QStringLiteral("place")),
        .organisationCode = options.value(QStringLiteral("organisation")),
        .deskNumber = options.value(QStringLiteral("desk")).toInt(),
        .onlyDesk = options.isSet(QStringLiteral("only-desk")),
        .training = options.isSet(QStringLiteral("training"))};
    if (const std::optional<Error> flaw = SetUpCentre::flaw(facts, *law)) {
        return context.terminal().fail(*flaw);
    }
    const QString name = options.value(QStringLiteral("person"));
    const Result<QString> typed = context.password(QStringLiteral("Password of the administrator"));
    if (!typed) {
        return context.terminal().fail(typed.error());
    }
    const Result<security::Password> password = security::Password::chosen(*typed, name);
    if (!password) {
        return context.terminal().fail(password.error());
    }
    const security::RecoveryKey recovery = security::RecoveryKey::generate();
    const Result<Workplace> place = SetUpCentre::run(context.folder(), *law, facts, name, *password, recovery);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    context.terminal().say(QStringLiteral("%1: desk %2 is set up.").arg(context.folder().path()).arg(facts.deskNumber));
    context.terminal().say(QStringLiteral("Recovery key, shown this once; put it on paper in the safe: %1").arg(recovery.toText()));
    context.terminal().answer({{QStringLiteral("store"), context.folder().path()},
        {QStringLiteral("origin"), place->store.origin().toString()}, {QStringLiteral("recoveryKey"), recovery.toText()}});
    return Done;
}

int add(Context &context)
{
    const QString name = context.words().join(u' ');
    const QStringList roles = context.options().value(QStringLiteral("roles")).split(u',', Qt::SkipEmptyParts);
    if (name.isEmpty() || roles.isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl person add NAME --roles officer[,supervisor…] --person ADMINISTRATOR"));
        return Usage;
    }
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<QString> typed = context.newPassword(QStringLiteral("First password of %1").arg(name));
    if (!typed) {
        return context.terminal().fail(typed.error());
    }
    const Result<security::Password> password = security::Password::chosen(*typed, name);
    if (!password) {
        return context.terminal().fail(password.error());
    }
    const Result<QString> signInName = SetUpCentre::admit(
        *place, context.keys().dataKeys, name, context.options().value(QStringLiteral("title")), roles, *password);
    if (!signInName) {
        return context.terminal().fail(signInName.error());
    }
    context.terminal().say(QStringLiteral("Admitted. Signs in as: %1").arg(*signInName));
    context.terminal().answer({{QStringLiteral("signInName"), *signInName}});
    return Done;
}

/** The person the command's words name, by name or id. */
Result<StaffMember> named(const Context &context, const Workplace &place)
{
    const Result<QList<StaffMember>> staff = place.store.ask(storage::StaffList{}).result();
    if (!staff) {
        return staff.error();
    }
    const QString name = context.words().join(u' ');
    std::optional<StaffMember> found;
    for (const StaffMember &member : *staff) {
        if (member.id() == Id::fromString(name) || text::folded(member.name()) == text::folded(name)) {
            if (found) {
                return Error{ErrorCode::Invalid, QStringLiteral("two people have this name: give the id")};
            }
            found = member;
        }
    }
    if (!found) {
        return Error{ErrorCode::NotFound, {}};
    }
    return *std::move(found);
}

int change(Context &context)
{
    const QCommandLineParser &options = context.options();
    const auto given = [&options](const char *name) {
        const QString option = QString::fromLatin1(name);
        return options.isSet(option) ? std::optional<QString>(options.value(option)) : std::nullopt;
    };
    ChangePerson::Wish wish{.name = given("name"), .title = given("title"), .reason = options.value(QStringLiteral("reason"))};
    if (const std::optional<QString> roles = given("roles")) {
        wish.roles = roles->split(u',', Qt::SkipEmptyParts);
    }
    const bool enables = options.isSet(QStringLiteral("enable"));
    if (context.words().isEmpty() || wish.reason.trimmed().isEmpty() || !(wish.name || wish.title || wish.roles || enables)) {
        context.terminal().explain(QStringLiteral(
            "motcua-ctl person change NAME|ID [--name NAME] [--title TITLE] [--roles ROLE,…] [--enable] --reason TEXT"));
        return Usage;
    }
    const Result<Workplace> place = context.enterWith(Right::ManageStaff);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<StaffMember> member = named(context, *place);
    if (!member) {
        return context.terminal().fail(member.error());
    }
    if (enables) {
        const Result<QString> typed = context.newPassword(QStringLiteral("First password of %1").arg(member->name()));
        if (!typed) {
            return context.terminal().fail(typed.error());
        }
        wish.password = *typed;
    }
    security::KeySlots slots(place->store.path());
    const Result<QString> signInName = ChangePerson::run(*place, slots, context.keys().dataKeys, member->id(), wish);
    if (!signInName) {
        return context.terminal().fail(signInName.error());
    }
    context.terminal().say(QStringLiteral("Changed."));
    QJsonObject answer{{QStringLiteral("changed"), member->id().toString()}};
    if (!signInName->isEmpty()) {
        context.terminal().say(QStringLiteral("Signs in as: %1").arg(*signInName));
        answer.insert(QStringLiteral("signInName"), *signInName);
    }
    context.terminal().answer(answer);
    return Done;
}

int password(Context &context)
{
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    Id person = place->person;
    QString name = place->personName;
    if (!context.words().isEmpty()) {
        const Result<StaffMember> member = named(context, *place);
        if (!member) {
            return context.terminal().fail(member.error());
        }
        person = member->id();
        name = member->name();
    }
    const Result<QString> typed = context.newPassword(QStringLiteral("New password of %1").arg(name));
    if (!typed) {
        return context.terminal().fail(typed.error());
    }
    const bool own = person == place->person;
    const QFuture<Result<>> answer = own ? context.door().changePassword(context.signedIn(), context.typedPassword(), *typed)
                                         : context.door().resetPassword(context.signedIn(), person, *typed);
    if (const Result<> changed = answer.result(); !changed) {
        return context.terminal().fail(changed.error());
    }
    context.terminal().say(QStringLiteral("The new password is valid from now on; the old one opens nothing here any more."));
    context.terminal().answer({{QStringLiteral("person"), person.toString()}, {QStringLiteral("own"), own}});
    return Done;
}

int disable(Context &context)
{
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<StaffMember> member = named(context, *place);
    if (!member) {
        return context.terminal().fail(member.error());
    }
    security::KeySlots slots(place->store.path());
    const QString reason = context.options().value(QStringLiteral("reason"));
    if (const Result<> closed = ChangePerson::disable(*place, slots, context.keys().dataKeys, member->id(), reason); !closed) {
        return context.terminal().fail(closed.error());
    }
    context.terminal().say(QStringLiteral("Disabled: the password opens nothing here any more."));
    context.terminal().answer({{QStringLiteral("disabled"), member->id().toString()}});
    return Done;
}

int list(Context &context)
{
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<QList<StaffMember>> staff = place->store.ask(storage::StaffList{}).result();
    if (!staff) {
        return context.terminal().fail(staff.error());
    }
    QJsonArray rows;
    for (const StaffMember &member : *staff) {
        rows.append(QJsonObject{{QStringLiteral("id"), member.id().toString()}, {QStringLiteral("name"), member.name()},
            {QStringLiteral("roles"), QJsonArray::fromStringList(member.roles())}, {QStringLiteral("active"), member.isActive()}});
        context.terminal().say(QStringLiteral("%1  %2  %3%4")
                                   .arg(member.id().toString(), member.name(), member.roles().join(u','),
                                       member.isActive() ? QString() : QStringLiteral("  (disabled)")));
    }
    context.terminal().answer({{QStringLiteral("people"), rows}});
    return Done;
}

} // namespace

QList<Command> peopleCommands()
{
    return {
        {QStringLiteral("init"),
            QStringLiteral("--unit NAME --governing-body NAME --place NAME --organisation CODE --desk N [--only-desk] [--training] --person ADMINISTRATOR"),
            QStringLiteral("set up a new desk and print its recovery key once"), initialise},
        {QStringLiteral("person add"), QStringLiteral("NAME --roles ROLE[,ROLE] [--title TITLE]"),
            QStringLiteral("admit a person with a first password"), add},
        {QStringLiteral("person change"), QStringLiteral("NAME|ID [--name NAME] [--title TITLE] [--roles ROLE[,ROLE]] [--enable] --reason TEXT"),
            QStringLiteral("change a person; --enable lets a disabled one in again, with a first password"), change},
        {QStringLiteral("person password"), QStringLiteral("[NAME|ID]"),
            QStringLiteral("one's own new password; an administrator's for somebody who forgot theirs"), password},
        {QStringLiteral("person disable"), QStringLiteral("NAME|ID --reason TEXT"), QStringLiteral("take a person's access away"), disable},
        {QStringLiteral("person list"), {}, QStringLiteral("everybody who was ever admitted"), list},
    };
}

} // namespace motcua::ctl
