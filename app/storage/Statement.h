// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Id.h"

#include <QByteArray>
#include <QString>

struct sqlite3;
struct sqlite3_stmt;

namespace motcua::storage {

/**
 * One use of a prepared statement; given back to its connection, reset and without its values, when it goes.
 *
 * Speaks to SQLite's C interface and not through QSqlQuery: payloads are bound and read without a copy into a QVariant, and
 * every step's own result code decides what happens next. Every call throws StoreFault when SQLite refuses.
 */
class Statement
{
public:
    Statement(sqlite3 *handle, sqlite3_stmt *prepared, bool *inUse); ///< `inUse` null: the statement is destroyed with this
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /** Values for ?1, ?2 … in the order of the calls. Blob bytes must stay where they are until the statement ran. */
    Statement &bind(qint64 value);
    Statement &bind(const Id &id);
    Statement &blob(QByteArrayView bytes);
    Statement &text(const QString &value);
    Statement &utf8(QByteArrayView value);
    Statement &null();

    /** Whether there is a further row. */
    [[nodiscard]] bool step();
    /** To the end, without rows. */
    void run();
    /** Ready to be bound and run again. */
    void again();

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] QByteArrayView view(int column) const; ///< until the next step
    [[nodiscard]] QString string(int column) const;
    [[nodiscard]] Id id(int column) const;

private:
    void check(int code) const;

    sqlite3 *m_handle;
    sqlite3_stmt *m_prepared;
    bool *m_inUse;
    int m_bound = 0;
};

} // namespace motcua::storage
