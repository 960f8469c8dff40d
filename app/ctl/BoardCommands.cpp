// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/feed/FeedSetup.h"
#include "app/portal/NewFile.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/BoardHost.h"
#include "models/base/VietnamTime.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>

namespace motcua::ctl {

using feed::BoardInvitation;
using feed::FeedSetup;

namespace {

constexpr auto FeedKeeper = Right::ManageUnit;

/** What this desk feeds; none where it feeds nobody. */
Result<std::optional<FeedSetup>> feedOf(const storage::Store &store)
{
    const auto kept = store.ask(storage::Setting{BoardHost::setting()}).result();
    if (!kept) {
        return kept.error();
    }
    if (!*kept || (*kept)->isEmpty()) {
        return std::optional<FeedSetup>();
    }
    Result<FeedSetup> setup = FeedSetup::fromJson(**kept);
    return setup ? Result<std::optional<FeedSetup>>(*std::move(setup)) : setup.error();
}

/** The same, and that there is one. */
Result<FeedSetup> feedThere(const storage::Store &store)
{
    Result<std::optional<FeedSetup>> setup = feedOf(store);
    if (!setup) {
        return setup.error();
    }
    return *setup ? Result<FeedSetup>(**std::move(setup)) : Error{ErrorCode::NotFound, QStringLiteral("this desk feeds no board: motcua-ctl hall feed set ADDRESS")};
}

Result<> keepFeed(const storage::Store &store, const FeedSetup &setup)
{
    return store.keepSetting(BoardHost::setting(), setup.toJson()).result();
}

QString whereOf(const FeedSetup &setup)
{
    return setup.address.contains(u':') ? QStringLiteral("[%1]:%2").arg(setup.address).arg(setup.port) : QStringLiteral("%1:%2").arg(setup.address).arg(setup.port);
}

/** "192.168.1.20", "192.168.1.20:8462", "fd00::20", "[fd00::20]:8462". */
bool readWhere(const QString &word, QString &address, quint16 &port)
{
    const bool isSix = word.startsWith(u'[') || word.count(u':') > 1;
    const qsizetype colon = isSix && !word.startsWith(u'[') ? -1 : word.lastIndexOf(u':');
    const bool hasPort = colon > 0 && (!isSix || word.at(colon - 1) == u']');
    address = hasPort ? word.first(colon) : word;
    address.remove(u'[').remove(u']');
    bool isNumber = true;
    port = hasPort ? word.sliced(colon + 1).toUShort(&isNumber) : FeedSetup::UsualPort;
    return isNumber && port != 0;
}

int setFeed(Context &context)
{
    QString address;
    quint16 port = 0;
    if (context.words().size() > 1 || !readWhere(context.words().value(0, QStringLiteral("127.0.0.1")), address, port)) {
        context.terminal().explain(QStringLiteral("motcua-ctl hall feed set [ADDRESS[:PORT]] [--host NAME] --person ADMINISTRATOR: an address of this machine in the house's own network; without one, only this machine"));
        return Usage;
    }
    const QString host = context.options().isSet(QStringLiteral("host")) ? context.options().value(QStringLiteral("host")) : address;
    const Result<Workplace> place = context.enterWith(FeedKeeper);
    Result<std::optional<FeedSetup>> before = place ? feedOf(place->store) : place.error();
    if (!before) {
        return context.terminal().fail(before.error());
    }
    const bool isSame = *before && (*before)->address == address && (*before)->port == port && (*before)->host == host;
    if (!isSame) {
        const Result<FeedSetup> made = FeedSetup::make(address, port, host, QDateTime::currentMSecsSinceEpoch());
        const Result<> kept = made ? keepFeed(place->store, *made) : made.error();
        if (!kept) {
            return context.terminal().fail(kept.error());
        }
        if (*before && !(*before)->screens.isEmpty()) {
            context.terminal().say(QStringLiteral("%1 screens were invited to where it was before: each needs a new file.").arg((*before)->screens.size()));
        }
    }
    context.terminal().say(QStringLiteral("While somebody is signed in, this desk gives its board at %1 to the screens that are invited: motcua-ctl hall feed invite NAME NEW-FILE").arg(host == address ? address + u':' + QString::number(port) : host + u':' + QString::number(port)));
    context.terminal().answer({{QStringLiteral("address"), address}, {QStringLiteral("port"), port}, {QStringLiteral("host"), host}, {QStringLiteral("new"), !isSame}});
    return Done;
}

int endFeed(Context &context)
{
    const Result<Workplace> place = context.enterWith(FeedKeeper);
    const Result<> done = place ? place->store.keepSetting(BoardHost::setting(), QByteArray()).result() : place.error();
    if (!done) {
        return context.terminal().fail(done.error());
    }
    context.terminal().say(QStringLiteral("This desk feeds no board any more, and no file of a screen opens anything."));
    context.terminal().answer({{QStringLiteral("address"), QJsonValue()}});
    return Done;
}

int inviteScreen(Context &context)
{
    if (context.words().size() != 2) {
        context.terminal().explain(QStringLiteral("motcua-ctl hall feed invite NAME NEW-FILE --person ADMINISTRATOR: NAME is that of the screen, such as \"Hall, left\""));
        return Usage;
    }
    const Result<Workplace> place = context.enterWith(FeedKeeper);
    Result<FeedSetup> setup = place ? feedThere(place->store) : place.error();
    if (!setup) {
        return context.terminal().fail(setup.error());
    }
    const QString name = context.words().constFirst().simplified();
    const QString path = context.words().at(1);
    if (QFile::exists(path)) {
        return context.terminal().fail({ErrorCode::FileUnwritable, path + QStringLiteral(": it is there already")});
    }
    const Result<BoardInvitation> invitation = setup->invite(name, QDateTime::currentMSecsSinceEpoch());
    if (!invitation) {
        return context.terminal().fail(invitation.error());
    }
    // Kept first: a file that opens nothing yet would be taken for one that does.
    const Result<> kept = keepFeed(place->store, *setup);
    const Result<> written = kept ? portal::writeNewFile(path, invitation->toText(), 0600) : kept;
    if (!written) {
        if (kept && setup->shutOut(name)) {
            (void)keepFeed(place->store, *setup);
        }
        return context.terminal().fail(written.error());
    }
    context.terminal().say(QStringLiteral("%1: on the machine of that screen, motcua --board-from FILE shows the board; nobody signs in there.").arg(path));
    context.terminal().answer({{QStringLiteral("file"), path}, {QStringLiteral("name"), name}});
    return Done;
}

int revokeScreen(Context &context)
{
    if (context.words().size() != 1) {
        context.terminal().explain(QStringLiteral("motcua-ctl hall feed revoke NAME --person ADMINISTRATOR"));
        return Usage;
    }
    const Result<Workplace> place = context.enterWith(FeedKeeper);
    Result<FeedSetup> setup = place ? feedThere(place->store) : place.error();
    const Result<> gone = setup ? setup->shutOut(context.words().constFirst().simplified()) : setup.error();
    const Result<> kept = gone ? keepFeed(place->store, *setup) : gone;
    if (!kept) {
        return context.terminal().fail(kept.error());
    }
    context.terminal().say(QStringLiteral("The file of that screen opens nothing any more."));
    context.terminal().answer({{QStringLiteral("revoked"), context.words().constFirst().simplified()}});
    return Done;
}

int tellFeed(Context &context)
{
    const Result<Workplace> place = context.enter();
    const Result<std::optional<FeedSetup>> setup = place ? feedOf(place->store) : place.error();
    if (!setup) {
        return context.terminal().fail(setup.error());
    }
    if (!*setup) {
        context.terminal().say(QStringLiteral("This desk feeds no board."));
        context.terminal().answer({{QStringLiteral("address"), QJsonValue()}});
        return Done;
    }
    const FeedSetup &found = **setup;
    context.terminal().say(QStringLiteral("%1, called %2; %3 screens are invited").arg(whereOf(found), found.host).arg(found.screens.size()));
    QJsonArray rows;
    for (const FeedSetup::Screen &one : found.screens) {
        const QString made = vietnamTime(one.madeMs).toString(Qt::ISODate);
        context.terminal().say(QStringLiteral("  %1  %2").arg(made, one.name));
        rows.append(QJsonObject{{QStringLiteral("name"), one.name}, {QStringLiteral("invited"), made}});
    }
    context.terminal().answer({{QStringLiteral("address"), found.address}, {QStringLiteral("port"), found.port}, {QStringLiteral("host"), found.host}, {QStringLiteral("screens"), rows}});
    return Done;
}

} // namespace

QList<Command> boardCommands()
{
    return {
        {QStringLiteral("hall feed set"), QStringLiteral("[ADDRESS[:PORT]] [--host NAME]"), QStringLiteral("give the board of this desk to other screens of the hall, at an address of this machine"), setFeed},
        {QStringLiteral("hall feed off"), {}, QStringLiteral("to none any more"), endFeed},
        {QStringLiteral("hall feed invite"), QStringLiteral("NAME NEW-FILE"), QStringLiteral("a file with which one screen shows it: motcua --board-from FILE"), inviteScreen},
        {QStringLiteral("hall feed revoke"), QStringLiteral("NAME"), QStringLiteral("the file of that screen opens nothing any more"), revokeScreen},
        {QStringLiteral("hall feed status"), {}, QStringLiteral("where this desk gives its board, and which screens are invited"), tellFeed},
    };
}

} // namespace motcua::ctl
