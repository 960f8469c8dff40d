// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/Statement.h"

#include "app/storage/SqlError.h"
#include "app/storage/StoreFault.h"

#include <sqlite3.h>

namespace motcua::storage {

Statement::Statement(sqlite3 *handle, sqlite3_stmt *prepared, bool *inUse)
    : m_handle(handle)
    , m_prepared(prepared)
    , m_inUse(inUse)
{
}

Statement::~Statement()
{
    if (m_inUse) {
        sqlite3_reset(m_prepared);
        sqlite3_clear_bindings(m_prepared);
        *m_inUse = false;
    } else {
        sqlite3_finalize(m_prepared);
    }
}

void Statement::check(int code) const
{
    if (code != SQLITE_OK) {
        throw StoreFault(sqlError(m_handle, code, sqlite3_sql(m_prepared)));
    }
}

Statement &Statement::bind(qint64 value)
{
    check(sqlite3_bind_int64(m_prepared, ++m_bound, value));
    return *this;
}

Statement &Statement::bind(const Id &id)
{
    const QByteArray bytes = id.bytes();
    check(sqlite3_bind_blob(m_prepared, ++m_bound, bytes.constData(), Id::Size, SQLITE_TRANSIENT));
    return *this;
}

Statement &Statement::blob(QByteArrayView bytes)
{
    // A null pointer would bind NULL, and an empty blob is not that.
    const char *data = bytes.isEmpty() ? "" : bytes.data();
    check(sqlite3_bind_blob64(m_prepared, ++m_bound, data, static_cast<sqlite3_uint64>(bytes.size()), SQLITE_STATIC));
    return *this;
}

Statement &Statement::text(const QString &value)
{
    const QByteArray bytes = value.toUtf8();
    check(sqlite3_bind_text64(m_prepared, ++m_bound, bytes.constData(), static_cast<sqlite3_uint64>(bytes.size()), SQLITE_TRANSIENT,
        SQLITE_UTF8));
    return *this;
}

Statement &Statement::utf8(QByteArrayView value)
{
    const char *data = value.isEmpty() ? "" : value.data();
    check(sqlite3_bind_text64(m_prepared, ++m_bound, data, static_cast<sqlite3_uint64>(value.size()), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Statement &Statement::null()
{
    check(sqlite3_bind_null(m_prepared, ++m_bound));
    return *this;
}

bool Statement::step()
{
    const int code = sqlite3_step(m_prepared);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        throw StoreFault(sqlError(m_handle, code, sqlite3_sql(m_prepared)));
    }
    return false;
}

void Statement::run()
{
    while (step()) {
    }
}

void Statement::again()
{
    // Its code repeats the one of the last step, which has been dealt with.
    sqlite3_reset(m_prepared);
    m_bound = 0;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_prepared, column);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_prepared, column) == SQLITE_NULL;
}

QByteArrayView Statement::view(int column) const
{
    const void *data = sqlite3_column_blob(m_prepared, column);
    return QByteArrayView(static_cast<const char *>(data), sqlite3_column_bytes(m_prepared, column));
}

QByteArray Statement::bytes(int column) const
{
    return view(column).toByteArray();
}

QString Statement::string(int column) const
{
    const void *data = sqlite3_column_text(m_prepared, column);
    return QString::fromUtf8(static_cast<const char *>(data), sqlite3_column_bytes(m_prepared, column));
}

Id Statement::id(int column) const
{
    return Id::fromBytes(view(column));
}

} // namespace motcua::storage
