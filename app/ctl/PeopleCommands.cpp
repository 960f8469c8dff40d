// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/security/KeySlots.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/SetUpCentre.h"
#include "app/workflows/SignInNames.h"
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
    const QString fd = context.options().value(QStringLiteral("new-password-fd"));
    const Result<QString> typed = askPassword(
        fd.isEmpty() ? -1 : fd.toInt(), QStringLiteral("First password of %1").arg(name), "MOTCUA_NEW_PASSWORD");
    if (!typed) {
        return context.terminal().fail(typed.error());
    }
    const Result<security::Password> password = security::Password::chosen(*typed, name);
    if (!password) {
        return context.terminal().fail(password.error());
    }
    const Result<QString> signInName = SetUpCentre::admit(
        *place, context.keys()->dataKeys, name, context.options().value(QStringLiteral("title")), roles, *password);
    if (!signInName) {
        return context.terminal().fail(signInName.error());
    }
    context.terminal().say(QStringLiteral("Admitted. Signs in as: %1").arg(*signInName));
    context.terminal().answer({{QStringLiteral("signInName"), *signInName}});
    return Done;
}

Result<StaffMember> named(const QList<StaffMember> &members, const QString &name)
{
    std::optional<StaffMember> found;
    for (const StaffMember &member : members) {
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

int disable(Context &context)
{
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<QList<StaffMember>> staff = place->store.ask(storage::StaffList{}).result();
    if (!staff) {
        return context.terminal().fail(staff.error());
    }
    const Result<StaffMember> member = named(*staff, context.words().join(u' '));
    if (!member) {
        return context.terminal().fail(member.error());
    }
    const Id person = member->id();
    const QString reason = context.options().value(QStringLiteral("reason"));
    // The journal first: it knows whether this is the last administrator. The slot follows, and a crash between is mended by asking again.
    if (!member->isDisabled()) {
        const Result<storage::Recorded> recorded = place->store.record(place->act(person, DisableStaff{.reason = reason})).result();
        if (!recorded) {
            return context.terminal().fail(recorded.error());
        }
    }
    security::KeySlots slots(place->store.path());
    if (const Result<> closed = slots.disable(context.keys()->dataKeys, person); !closed) {
        return context.terminal().fail(closed.error());
    }
    if (const Result<> removed = SignInNames(place->store.path()).remove(person); !removed) {
        return context.terminal().fail(removed.error());
    }
    context.terminal().say(QStringLiteral("Disabled: the password opens nothing here any more."));
    context.terminal().answer({{QStringLiteral("disabled"), person.toString()}});
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
        {QStringLiteral("person disable"), QStringLiteral("NAME|ID --reason TEXT"), QStringLiteral("take a person's access away"), disable},
        {QStringLiteral("person list"), {}, QStringLiteral("everybody who was ever admitted"), list},
    };
}

} // namespace motcua::ctl
