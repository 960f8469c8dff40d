// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/DatabaseCommands.h"

#include "app/centre/JournalMirror.h"
#include "app/portal/GatewaySettings.h"
#include "app/security/Random.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/JournalQueries.h"
#include "models/base/VietnamTime.h"

#include <QDateTime>
#include <QFileInfo>
#include <QThread>

namespace motcua::ctl {

using centre::CentreJournal;
using centre::DatabaseAccess;
using portal::GatewaySettings;

namespace {

constexpr auto Keeper = Right::ManageUnit;
constexpr int Looks = 10;
constexpr int LookMs = 300;

/** What this store knows of its database; none where it has none. */
Result<std::optional<DatabaseAccess>> kept(const storage::Store &store)
{
    const auto found = store.ask(storage::Setting{GatewaySettings::databaseName()}).result();
    if (!found) {
        return found.error();
    }
    if (!*found || (*found)->isEmpty()) {
        return std::optional<DatabaseAccess>();
    }
    Result<DatabaseAccess> access = DatabaseAccess::fromJson(**found);
    return access ? Result<std::optional<DatabaseAccess>>(*std::move(access)) : access.error();
}

/** How many entries of a store are not in its database. */
Result<qint64> missingThere(const storage::Store &store, CentreJournal &journal)
{
    const Result<journal::VersionVector> theirs = journal.vector();
    const auto ours = store.ask(storage::VersionVectorNow{}).result();
    if (!theirs || !ours) {
        return theirs ? ours.error() : theirs.error();
    }
    qint64 missing = 0;
    for (const journal::SeqRange &range : theirs->missingFrom(*ours)) {
        missing += static_cast<qint64>(range.size());
    }
    return missing;
}

/** A portal's store, signed in to. */
Result<Workplace> portalOf(Context &context)
{
    Result<Workplace> place = context.enterWith(Keeper);
    const Result<GatewaySettings> settings = place ? GatewaySettings::of(place->store) : place.error();
    return settings ? place : Result<Workplace>(settings.error());
}

int use(Context &context)
{
    if (!context.words().isEmpty() || !context.options().isSet(QStringLiteral("database"))) {
        context.terminal().explain(QStringLiteral("motcua-ctl portal database use --database postgresql://USER@HOST[:PORT][,HOST…]/DATABASE [--ca FILE] --person ADMINISTRATOR"));
        context.terminal().explain(QStringLiteral("  --ca: who certifies the server, needed where it is another machine. Its password is read from --database-password-fd, else"));
        context.terminal().explain(QStringLiteral("  MOTCUA_DATABASE_PASSWORD, else it is asked; it is kept in the encrypted store."));
        return Usage;
    }
    Result<DatabaseAccess> access = databaseOf(context);
    if (!access) {
        return context.terminal().fail(access.error());
    }
    const Result<Workplace> place = portalOf(context);
    Result<std::optional<DatabaseAccess>> before = place ? kept(place->store) : place.error();
    if (!before) {
        return context.terminal().fail(before.error());
    }
    // What is sealed there stays readable: another address or password is another way to the same data.
    const bool isNew = !before->has_value();
    access->house = isNew ? security::random::id(QDateTime::currentMSecsSinceEpoch()) : (*before)->house;
    access->key = isNew ? security::SecretBytes::copyOf(security::random::bytes(32)) : std::move((*before)->key);
    const Result<Id> house = CentreJournal::establish(*access, access->house, place->store.isTraining());
    if (!house) {
        return context.terminal().fail(house.error());
    }
    if (!isOurs(*access, *house)) {
        return context.terminal().fail({ErrorCode::DatabaseForeign, QStringLiteral("a portal's data are there already; to become that portal: motcua-ctl restore --database")});
    }
    access->house = *house;
    if (const Result<> done = place->store.keepSetting(GatewaySettings::databaseName(), access->toJson()).result(); !done) {
        return context.terminal().fail(done.error());
    }
    context.terminal().say(isNew ? QStringLiteral("The database is set up. From the next start of motcua-portal on everything is there before a desk is told of it: systemctl restart motcua-portal")
                                 : QStringLiteral("motcua-portal finds the database there from its next start on: systemctl restart motcua-portal"));
    context.terminal().answer({{QStringLiteral("house"), house->toString()}, {QStringLiteral("new"), isNew}});
    return Done;
}

int leave(Context &context)
{
    const Result<Workplace> place = portalOf(context);
    const Result<> done = place ? place->store.keepSetting(GatewaySettings::databaseName(), QByteArray()).result() : place.error();
    if (!done) {
        return context.terminal().fail(done.error());
    }
    context.terminal().say(QStringLiteral("From the next start of motcua-portal on nothing goes to the database any more. What is there stays there."));
    context.terminal().answer({{QStringLiteral("database"), QJsonValue()}});
    return Done;
}

int status(Context &context)
{
    const Result<Workplace> place = portalOf(context);
    Result<std::optional<DatabaseAccess>> access = place ? kept(place->store) : place.error();
    if (!access) {
        return context.terminal().fail(access.error());
    }
    if (!*access) {
        context.terminal().say(QStringLiteral("This portal has no database: everything is in its store alone."));
        context.terminal().answer({{QStringLiteral("database"), QJsonValue()}});
        return Done;
    }
    const QString address = (*access)->address;
    CentreJournal journal(std::move(**access));
    const Result<CentreJournal::Standing> there = journal.standing();
    Result<qint64> missing = there ? missingThere(place->store, journal) : there.error();
    // That somebody asks is an entry too, and a gateway that runs takes it over within a second.
    for (int i = 0; i < Looks && missing && *missing > 0 && !there->holder.isEmpty(); ++i) {
        QThread::msleep(LookMs);
        missing = missingThere(place->store, journal);
    }
    if (!missing) {
        return context.terminal().fail(missing.error());
    }
    const QString base = there->baseMs > 0 ? vietnamTime(there->baseMs).toString(QStringLiteral("yyyy-MM-dd HH:mm")) : QStringLiteral("never");
    context.terminal().say(address);
    context.terminal().say(there->holder.isEmpty() ? QStringLiteral("  no gateway writes it") : QStringLiteral("  a gateway writes it from %1").arg(there->holder));
    context.terminal().say(QStringLiteral("  %1 entries of this store are not there yet; %2 MB; keys and settings kept %3").arg(*missing).arg(there->bytes / 1'000'000).arg(base));
    context.terminal().answer({{QStringLiteral("database"), address}, {QStringLiteral("house"), there->house.id.toString()}, {QStringLiteral("holder"), there->holder},
        {QStringLiteral("missing"), *missing}, {QStringLiteral("bytes"), there->bytes}, {QStringLiteral("epoch"), there->house.epoch},
        {QStringLiteral("baseKept"), there->baseMs > 0 ? QJsonValue(vietnamTime(there->baseMs).toString(Qt::ISODate)) : QJsonValue()}});
    return Done;
}

} // namespace

Result<DatabaseAccess> databaseOf(Context &context)
{
    DatabaseAccess access{.address = context.options().value(QStringLiteral("database"))};
    if (const QString authority = context.options().value(QStringLiteral("ca")); !authority.isEmpty()) {
        access.authority = QFileInfo(authority).absoluteFilePath();
        if (!QFileInfo::exists(access.authority)) {
            return Error{ErrorCode::FileUnreadable, authority};
        }
    }
    if (const Result<> checked = access.checked(); !checked) {
        return checked.error();
    }
    const QString fd = context.options().value(QStringLiteral("database-password-fd"));
    bool isNumber = true;
    const int descriptor = fd.isEmpty() ? -1 : fd.toInt(&isNumber);
    if (!isNumber || (descriptor < 0 && !fd.isEmpty())) {
        return Error{ErrorCode::Invalid, QStringLiteral("--database-password-fd")};
    }
    const Result<QString> password = askPassword(descriptor, QStringLiteral("Password of the database"), "MOTCUA_DATABASE_PASSWORD");
    if (!password) {
        return password.error();
    }
    access.password = *password;
    return access;
}

bool isOurs(const DatabaseAccess &access, const Id &house)
{
    if (house == access.house) {
        return true;
    }
    // What an earlier try set up and nobody ever wrote to is as good as empty.
    const auto written = CentreJournal(access.clone()).vector();
    return written && written->isEmpty();
}

Result<> fetchBase(const DatabaseAccess &access, const QString &folder)
{
    CentreJournal journal({.address = access.address, .password = access.password, .authority = access.authority});
    const Result<CentreJournal::House> there = journal.house();
    const Result<QByteArray> base = there ? journal.base() : there.error();
    if (!base) {
        return base.error();
    }
    if (base->isEmpty()) {
        return Error{ErrorCode::DatabaseForeign, QStringLiteral("no gateway has written there yet")};
    }
    return centre::JournalMirror::unpack(*base, folder);
}

Result<quint64> fetchJournal(const DatabaseAccess &access, const storage::Store &store)
{
    Result<std::optional<DatabaseAccess>> own = kept(store);
    if (!own || !*own) {
        return own ? Error{ErrorCode::DatabaseForeign, QStringLiteral("what is kept there names no database")} : own.error();
    }
    // By the way that works from here, with the key that came along.
    DatabaseAccess found{.address = access.address, .password = access.password, .authority = access.authority, .house = (*own)->house, .key = std::move((*own)->key)};
    if (const Result<> done = store.keepSetting(GatewaySettings::databaseName(), found.toJson()).result(); !done) {
        return done.error();
    }
    return centre::JournalMirror(store, std::move(found), {}).pull();
}

QList<Command> databaseCommands()
{
    return {
        {QStringLiteral("portal database use"), QStringLiteral("--database postgresql://USER@HOST/DATABASE [--ca FILE]"),
            QStringLiteral("have everything on PostgreSQL too, before a desk is told of it, so that another machine can take over"), use},
        {QStringLiteral("portal database status"), {}, QStringLiteral("which database, who writes it, and what is not there yet"), status},
        {QStringLiteral("portal database leave"), {}, QStringLiteral("go on with the store alone"), leave},
    };
}

} // namespace motcua::ctl
