// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/CentreAccess.h"

#include "app/centre/CentreInvitation.h"
#include "app/centre/CentreJournal.h"
#include "app/centre/CentreKeeper.h"
#include "app/ctl/DatabaseCommands.h"
#include "app/portal/NewFile.h"
#include "app/security/DurableFile.h"
#include "app/security/Random.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/JournalQueries.h"
#include "app/workflows/CentreLink.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace motcua::ctl {

using centre::CentreInvitation;
using centre::CentreJournal;
using centre::CentreKeeper;
using centre::DatabaseAccess;

namespace {

constexpr auto Keeper = Right::ManageUnit;

Result<> keep(const storage::Store &store, const DatabaseAccess &access)
{
    return store.keepSetting(CentreLink::setting(), access.toJson()).result();
}

/** What another centre had says nothing of this one. */
Result<> forget(const storage::Store &store)
{
    for (const QString &name : {QStringLiteral("centre"), QStringLiteral("centre.files")}) {
        if (const Result<> done = store.keepPeerVector(name, {}).result(); !done) {
            return done;
        }
    }
    return {};
}

int explainInit(Context &context)
{
    context.terminal().explain(QStringLiteral("motcua-ctl centre init --database postgresql://OWNER@HOST[:PORT]/DATABASE [--ca FILE] --person ADMINISTRATOR"));
    context.terminal().explain(QStringLiteral("  OWNER owns the database and may create roles (CREATEROLE): each desk gets a login of its own. The password of OWNER is read from"));
    context.terminal().explain(QStringLiteral("  --database-password-fd, else MOTCUA_DATABASE_PASSWORD, else it is asked; it is not kept."));
    return Usage;
}

int init(Context &context)
{
    if (!context.words().isEmpty() || !context.options().isSet(QStringLiteral("database"))) {
        return explainInit(context);
    }
    Result<DatabaseAccess> owner = databaseOf(context);
    if (!owner) {
        return context.terminal().fail(owner.error());
    }
    const Result<Workplace> place = context.enterWith(Keeper);
    Result<std::optional<DatabaseAccess>> before = place ? centreOf(place->store) : place.error();
    if (!before) {
        return context.terminal().fail(before.error());
    }
    const bool isNew = !before->has_value();
    owner->house = isNew ? security::random::id(QDateTime::currentMSecsSinceEpoch()) : (*before)->house;
    owner->key = isNew ? security::SecretBytes::copyOf(security::random::bytes(32)) : std::move((*before)->key);
    const Result<Id> house = CentreJournal::establish(*owner, owner->house, place->store.isTraining(), true);
    if (!house) {
        return context.terminal().fail(house.error());
    }
    if (!isOurs(*owner, *house)) {
        return context.terminal().fail({ErrorCode::DatabaseForeign, QStringLiteral("a centre's data are there already; to become one of its desks: motcua-ctl centre join FILE, with a file that one of them made")});
    }
    owner->house = *house;
    CentreKeeper keeper(*std::move(owner));
    const Result<DatabaseAccess> access = keeper.admit(place->unit.unitName + QStringLiteral(" · %1").arg(place->unit.deskNumber));
    const Result<> fresh = access && isNew ? forget(place->store) : Result<>();
    const Result<> kept = !access ? Result<>(access.error()) : fresh ? keep(place->store, *access) : fresh;
    if (!kept) {
        return context.terminal().fail(kept.error());
    }
    tellRoom(context, keeper);
    context.terminal().say(QStringLiteral("The centre is set up, and this desk is one of it. A window that is open begins within a second. For every other desk: motcua-ctl centre invite"));
    context.terminal().answer({{QStringLiteral("centre"), house->toString()}, {QStringLiteral("new"), isNew}});
    return Done;
}

int upgrade(Context &context)
{
    if (!context.words().isEmpty() || !context.options().isSet(QStringLiteral("database"))) {
        context.terminal().explain(QStringLiteral("motcua-ctl centre upgrade --database postgresql://OWNER@HOST/DATABASE [--ca FILE] --person ADMINISTRATOR"));
        return Usage;
    }
    const Result<Workplace> place = context.enterWith(Keeper);
    Result<DatabaseAccess> owner = place ? ownerOf(context, *place) : place.error();
    const Result<Id> house = owner ? CentreJournal::establish(*owner, owner->house, place->store.isTraining(), true) : owner.error();
    const Result<> granted = house ? CentreKeeper(*std::move(owner)).grantAgain() : house.error();
    if (!granted) {
        return context.terminal().fail(granted.error());
    }
    context.terminal().say(QStringLiteral("The database is that of this program now: schema %1.").arg(CentreJournal::Schema));
    context.terminal().answer({{QStringLiteral("centre"), house->toString()}, {QStringLiteral("schema"), CentreJournal::Schema}});
    return Done;
}

int invite(Context &context)
{
    const QString name = context.options().value(QStringLiteral("name")).simplified();
    if (context.words().size() != 1 || name.isEmpty() || name.size() > 200 || !context.options().isSet(QStringLiteral("database"))) {
        context.terminal().explain(QStringLiteral("motcua-ctl centre invite --name NAME --database postgresql://OWNER@HOST/DATABASE [--ca FILE] NEW-FILE --person ADMINISTRATOR"));
        return Usage;
    }
    const Result<Workplace> place = context.enterWith(Keeper);
    Result<DatabaseAccess> owner = place ? ownerOf(context, *place) : place.error();
    const Result<QByteArray> authority = owner ? authorityOf(*owner) : owner.error();
    if (!authority) {
        return context.terminal().fail(authority.error());
    }
    const QString path = context.words().constFirst();
    if (QFile::exists(path)) {
        return context.terminal().fail({ErrorCode::FileUnwritable, path + QStringLiteral(": it is there already")});
    }
    CentreKeeper keeper(*std::move(owner));
    Result<DatabaseAccess> access = keeper.admit(name);
    if (!access) {
        return context.terminal().fail(access.error());
    }
    const QString login = access->address.section(u'/', 2, 2).section(u'@', 0, 0);
    access->authority.clear();
    const CentreInvitation invitation{*std::move(access), *authority, name, place->store.isTraining()};
    if (const Result<> written = portal::writeNewFile(path, invitation.toText(), 0600); !written) {
        (void)keeper.shutOut(login);
        return context.terminal().fail(written.error());
    }
    tellRoom(context, keeper);
    context.terminal().say(QStringLiteral("%1: with this file one desk joins as \"%2\": motcua-ctl centre join FILE. It opens the whole centre: give it to nobody else, and delete it then.").arg(path, name));
    context.terminal().answer({{QStringLiteral("file"), path}, {QStringLiteral("name"), name}, {QStringLiteral("login"), login}});
    return Done;
}

int join(Context &context)
{
    if (context.words().size() != 1) {
        context.terminal().explain(QStringLiteral("motcua-ctl centre join FILE --person ADMINISTRATOR: FILE is what \"motcua-ctl centre invite\" wrote"));
        return Usage;
    }
    const Result<QByteArray> bytes = security::readWhole(context.words().constFirst(), CentreInvitation::MostBytes);
    Result<CentreInvitation> invitation = bytes ? CentreInvitation::fromText(*bytes) : bytes.error();
    if (!invitation) {
        return context.terminal().fail(invitation.error());
    }
    const Result<Workplace> place = context.enterWith(Keeper);
    const Result<std::optional<DatabaseAccess>> before = place ? centreOf(place->store) : place.error();
    if (!before) {
        return context.terminal().fail(before.error());
    }
    if (invitation->training != place->store.isTraining()) {
        return context.terminal().fail({ErrorCode::OriginForeign, {}});
    }
    if (*before && (*before)->house != invitation->access.house) {
        return context.terminal().fail({ErrorCode::DatabaseForeign, QStringLiteral("this desk is one of another centre: motcua-ctl centre leave first")});
    }
    if (!invitation->authority.isEmpty()) {
        invitation->access.authority = QFileInfo(context.folder().path()).absoluteFilePath() + QStringLiteral("/centre-ca.pem"); // the window is started elsewhere
        if (const Result<> written = security::replaceDurably({{invitation->access.authority, invitation->authority}}); !written) {
            return context.terminal().fail(written.error());
        }
    }
    const QByteArray json = invitation->access.toJson();
    const Result<CentreJournal::House> there = CentreJournal(std::move(invitation->access)).house();
    const Result<> fresh = there && !*before ? forget(place->store) : Result<>();
    const Result<> kept = !there ? Result<>(there.error()) : fresh ? place->store.keepSetting(CentreLink::setting(), json).result() : fresh;
    if (!kept) {
        return context.terminal().fail(kept.error());
    }
    context.terminal().say(QStringLiteral("This desk is one of the centre now. A window that is open begins within a second. Delete the file."));
    context.terminal().answer({{QStringLiteral("centre"), there->id.toString()}, {QStringLiteral("name"), invitation->name}});
    return Done;
}

int leave(Context &context)
{
    const Result<Workplace> place = context.enterWith(Keeper);
    const Result<> done = place ? place->store.keepSetting(CentreLink::setting(), QByteArray()).result() : place.error();
    if (!done) {
        return context.terminal().fail(done.error());
    }
    context.terminal().say(QStringLiteral("This desk goes on alone. What it has of the others stays here, and what it gave stays there; its login is shut with: motcua-ctl centre revoke"));
    context.terminal().answer({{QStringLiteral("centre"), QJsonValue()}});
    return Done;
}

int status(Context &context)
{
    const Result<Workplace> place = context.enter();
    Result<std::optional<DatabaseAccess>> access = place ? centreOf(place->store) : place.error();
    if (!access) {
        return context.terminal().fail(access.error());
    }
    if (!*access) {
        context.terminal().say(QStringLiteral("This desk is alone."));
        context.terminal().answer({{QStringLiteral("centre"), QJsonValue()}});
        return Done;
    }
    const QString host = (*access)->address.section(u'@', 1);
    CentreJournal journal(std::move(**access));
    const Result<CentreJournal::Standing> there = journal.standing();
    const Result<journal::VersionVector> theirs = there ? journal.vector() : there.error();
    const auto ours = place->store.ask(storage::VersionVectorNow{}).result();
    if (!theirs || !ours) {
        return context.terminal().fail(theirs ? ours.error() : theirs.error());
    }
    const auto count = [](const QList<journal::SeqRange> &ranges) {
        qint64 all = 0;
        for (const journal::SeqRange &range : ranges) {
            all += static_cast<qint64>(range.size());
        }
        return all;
    };
    const qint64 missing = count(theirs->missingFrom(*ours));
    const qint64 coming = count(ours->missingFrom(*theirs));
    context.terminal().say(host);
    context.terminal().say(QStringLiteral("  %1 entries of this desk are not there yet, %2 of others are not here yet; %3 logs").arg(missing).arg(coming).arg(theirs->origins().size()));
    context.terminal().say(QStringLiteral("  its clock is %1 s ahead of this one").arg((there->house.nowMs - QDateTime::currentMSecsSinceEpoch()) / 1000));
    context.terminal().answer({{QStringLiteral("centre"), there->house.id.toString()}, {QStringLiteral("database"), host}, {QStringLiteral("missing"), missing}, {QStringLiteral("coming"), coming},
        {QStringLiteral("logs"), theirs->origins().size()}, {QStringLiteral("bytes"), there->bytes}});
    return Done;
}

int revoke(Context &context)
{
    if (context.words().size() != 1 || !context.options().isSet(QStringLiteral("database"))) {
        context.terminal().explain(QStringLiteral("motcua-ctl centre revoke LOGIN --database postgresql://OWNER@HOST/DATABASE [--ca FILE] --person ADMINISTRATOR"));
        return Usage;
    }
    const Result<Workplace> place = context.enterWith(Keeper);
    Result<DatabaseAccess> owner = place ? ownerOf(context, *place) : place.error();
    const Result<> done = owner ? CentreKeeper(*std::move(owner)).shutOut(context.words().constFirst()) : owner.error();
    if (!done) {
        return context.terminal().fail(done.error());
    }
    context.terminal().say(QStringLiteral("That login opens nothing any more. What its desk gave stays."));
    context.terminal().answer({{QStringLiteral("revoked"), context.words().constFirst()}});
    return Done;
}

} // namespace

QList<Command> centreCommands()
{
    const QString owner = QStringLiteral("--database postgresql://OWNER@HOST/DATABASE [--ca FILE]");
    return {
        {QStringLiteral("centre init"), owner, QStringLiteral("make an empty PostgreSQL database that of a centre, and this desk the first of it"), init},
        {QStringLiteral("centre upgrade"), owner, QStringLiteral("bring the database of a centre to what this version of the program keeps there, once all its desks have it"), upgrade},
        {QStringLiteral("centre invite"), QStringLiteral("--name NAME ") + owner + QStringLiteral(" NEW-FILE"), QStringLiteral("a file with which one more desk joins"), invite},
        {QStringLiteral("centre join"), QStringLiteral("FILE"), QStringLiteral("make this desk one of a centre's: it gets what the others have, and they what it has"), join},
        {QStringLiteral("centre leave"), {}, QStringLiteral("go on alone, with what is here"), leave},
        {QStringLiteral("centre status"), {}, QStringLiteral("what is not there yet, and what is not here"), status},
        {QStringLiteral("centre revoke"), QStringLiteral("LOGIN ") + owner, QStringLiteral("shut a desk out of the database"), revoke},
    };
}

} // namespace motcua::ctl
