// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/CentreKeeper.h"
#include "app/ctl/Command.h"

#include <optional>

/** How the commands of a centre come to its database. */
namespace motcua::ctl {

/** The centre this desk is one of; none where it is alone. */
[[nodiscard]] Result<std::optional<centre::DatabaseAccess>> centreOf(const storage::Store &store);
/** As the owner of the database of this desk's centre, by --database. Further errors: DatabaseForeign (this desk is alone), those of databaseOf(). */
[[nodiscard]] Result<centre::DatabaseAccess> ownerOf(Context &context, const Workplace &place);
/** The certificates of whoever certifies the server; empty where none are needed. */
[[nodiscard]] Result<QByteArray> authorityOf(const centre::DatabaseAccess &access);
/** Told in time: who is turned away by the server in the morning is a desk without a hall. */
void tellRoom(Context &context, centre::CentreKeeper &keeper);

} // namespace motcua::ctl
