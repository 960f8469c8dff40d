// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/CentreAccess.h"

#include "app/centre/CentreInvitation.h"
#include "app/ctl/DatabaseCommands.h"
#include "app/security/DurableFile.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/CentreLink.h"

namespace motcua::ctl {

using centre::CentreInvitation;
using centre::CentreKeeper;
using centre::DatabaseAccess;

Result<std::optional<DatabaseAccess>> centreOf(const storage::Store &store)
{
    const auto kept = store.ask(storage::Setting{CentreLink::setting()}).result();
    if (!kept) {
        return kept.error();
    }
    if (!*kept || (*kept)->isEmpty()) {
        return std::optional<DatabaseAccess>();
    }
    Result<DatabaseAccess> access = DatabaseAccess::fromJson(**kept);
    return access ? Result<std::optional<DatabaseAccess>>(*std::move(access)) : access.error();
}

Result<QByteArray> authorityOf(const DatabaseAccess &access)
{
    return access.authority.isEmpty() ? QByteArray() : security::readWhole(access.authority, CentreInvitation::MostBytes / 2);
}

void tellRoom(Context &context, CentreKeeper &keeper)
{
    if (const Result<CentreKeeper::Room> room = keeper.room(); room && !room->isEnough()) {
        context.terminal().explain(QStringLiteral("The server takes %1 connections, and these desks may want %2: set max_connections = %2 or more in postgresql.conf and restart it.").arg(room->connections).arg(room->wanted));
    }
}

Result<DatabaseAccess> ownerOf(Context &context, const Workplace &place)
{
    Result<std::optional<DatabaseAccess>> access = centreOf(place.store);
    if (!access || !*access) {
        return access ? Error{ErrorCode::DatabaseForeign, QStringLiteral("this desk is alone: motcua-ctl centre init")} : access.error();
    }
    Result<DatabaseAccess> owner = databaseOf(context);
    if (owner) {
        owner->house = (*access)->house;
        owner->key = std::move((*access)->key);
    }
    return owner;
}

} // namespace motcua::ctl
