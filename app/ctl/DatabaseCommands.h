// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/DatabaseAccess.h"
#include "app/ctl/Command.h"
#include "app/storage/Store.h"

namespace motcua::ctl {

/** The database of --database, --ca and the password of --database-password-fd, MOTCUA_DATABASE_PASSWORD or the terminal. Errors: Invalid, FileUnreadable. */
[[nodiscard]] Result<centre::DatabaseAccess> databaseOf(Context &context);

/** Whether a database that was set up as `house` can be that of `access`: it is, or nobody ever wrote to it. Blocks. */
[[nodiscard]] bool isOurs(const centre::DatabaseAccess &access, const Id &house);

/** What a new machine begins from, as the folder of a back-up. Errors: those of CentreJournal, DatabaseForeign (no gateway ever wrote there). */
[[nodiscard]] Result<> fetchBase(const centre::DatabaseAccess &access, const QString &folder);

/** The journal into a store that was restored from that, which finds its database by `access` from now on; the entries that came. */
[[nodiscard]] Result<quint64> fetchJournal(const centre::DatabaseAccess &access, const storage::Store &store);

} // namespace motcua::ctl
