// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/SqlError.h"

#include <sqlite3.h>

#include <cerrno>

namespace motcua::storage {

ErrorCode errorCodeOf(int sqliteCode, int systemError)
{
    switch (sqliteCode & 0xFF) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::StoreDamaged;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::StoreBusy;
    case SQLITE_IOERR:
        // The page MAC did not fit: SQLite3MultipleCiphers reports a page it could not authenticate as a failed read.
        if (sqliteCode == SQLITE_IOERR_DATA || sqliteCode == SQLITE_IOERR_CORRUPTFS || sqliteCode == SQLITE_IOERR_SHORT_READ) {
            return ErrorCode::StoreDamaged;
        }
        return systemError == ENOSPC || systemError == EDQUOT ? ErrorCode::DiskFull : ErrorCode::StoreFailed;
    case SQLITE_CANTOPEN:
        return systemError == ENOSPC ? ErrorCode::DiskFull : ErrorCode::FileUnreadable;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ErrorCode::FileUnwritable;
    default:
        return ErrorCode::StoreFailed;
    }
}

Error sqlError(sqlite3 *handle, int sqliteCode, const char *during)
{
    const int systemError = handle ? sqlite3_system_errno(handle) : 0;
    return {errorCodeOf(sqliteCode, systemError),
        QStringLiteral("SQLite %1 (%2), errno %3, during %4")
            .arg(sqliteCode)
            .arg(QString::fromLatin1(sqlite3_errstr(sqliteCode)))
            .arg(systemError)
            .arg(QString::fromUtf8(during).simplified().left(80))};
}

} // namespace motcua::storage
