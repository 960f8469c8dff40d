// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <sqlite3.h>

namespace motcua::testsupport {

/** A database through SQLite's C interface alone: what a test or a floor does without the store. */
class RawDatabase
{
public:
    RawDatabase() = default;
    ~RawDatabase() { close(); }
    Q_DISABLE_COPY_MOVE(RawDatabase)

    /**
     * Opens or creates `path`; with a key (32 bytes) under SQLite's own cipher "sqlcipher" or the one of this number, without a key in
     * clear. False with error() set.
     */
    bool open(const QString &path, const QByteArray &key = {}, const QByteArray &vfs = {}, int cipher = 0);
    void close();

    bool exec(const QByteArray &sql);
    /** The first column of the first row; -1 when there is none or it failed. */
    [[nodiscard]] qint64 number(const QByteArray &sql);
    [[nodiscard]] QByteArray text(const QByteArray &sql);
    /** The first column of all rows. */
    [[nodiscard]] QList<QByteArray> column(const QByteArray &sql);

    /** A prepared statement, finalised by close(). */
    [[nodiscard]] sqlite3_stmt *prepared(const QByteArray &sql);
    /** Runs a bound statement to its end and resets it. */
    bool run(sqlite3_stmt *statement);

    [[nodiscard]] sqlite3 *handle() const { return m_db; }
    [[nodiscard]] QString error() const;

private:
    sqlite3 *m_db = nullptr;
    QList<sqlite3_stmt *> m_statements;
    int m_rc = SQLITE_OK;
};

} // namespace motcua::testsupport
