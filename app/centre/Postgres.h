// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/DatabaseAccess.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QList>

#include <memory>
#include <optional>

struct pg_conn;
struct pg_result;

namespace motcua::centre {

/** A value of a statement, with its type; goes as PostgreSQL writes it in binary. */
class PgValue
{
public:
    PgValue(qint64 value); ///< bigint
    PgValue(bool value);
    PgValue(const Id &value); ///< uuid
    PgValue(const QByteArray &value); ///< bytea; a null array is NULL
    PgValue(const QString &value); ///< text
    PgValue(const QList<qint64> &values); ///< bigint[]
    PgValue(const QList<QByteArray> &values); ///< bytea[]; null arrays are NULL
    PgValue(const QList<Id> &values); ///< uuid[]

    [[nodiscard]] unsigned int type() const { return m_type; }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; } ///< null: NULL

private:
    unsigned int m_type = 0;
    QByteArray m_bytes;
};

/** What a statement gave. Columns are read as the type they were asked for in the statement: a mismatch is an error of the program. */
class PgRows
{
public:
    explicit PgRows(pg_result *result); ///< takes it; null: there are none

    [[nodiscard]] int size() const;
    [[nodiscard]] bool isEmpty() const { return size() == 0; }
    [[nodiscard]] qsizetype affected() const; ///< rows that a statement without an answer wrote
    [[nodiscard]] bool isNull(int row, int column) const;
    [[nodiscard]] qint64 integer(int row, int column) const; ///< bigint
    [[nodiscard]] bool flag(int row, int column) const; ///< boolean
    [[nodiscard]] Id id(int row, int column) const; ///< uuid
    [[nodiscard]] QByteArray bytes(int row, int column) const; ///< bytea; a null array for NULL
    [[nodiscard]] QString text(int row, int column) const;

private:
    [[nodiscard]] QByteArrayView view(int row, int column) const;

    std::shared_ptr<pg_result> m_result;
};

/**
 * One connection to PostgreSQL, of one thread at a time. Calls block, and never longer than DatabaseAccess::patienceMs for a server that says nothing,
 * or five times that for one that is slow.
 *
 * Over libpq and not through QSqlQuery: bytes and arrays go in binary, and the state of each error decides what happens next. Errors of all calls:
 * DatabaseUnreachable (after which the connection is of no use), DatabaseRefused, DatabaseFailed; `detail` holds SQLSTATE and never a value.
 */
class Postgres
{
public:
    /** Several hosts are tried in their order until one takes writes. Further error: Invalid, of DatabaseAccess::checked(). */
    [[nodiscard]] static Result<std::unique_ptr<Postgres>> open(const DatabaseAccess &access);
    ~Postgres();
    Postgres(const Postgres &) = delete;
    Postgres &operator=(const Postgres &) = delete;

    /** What is asked a second time is planned once for the connection. `sql` is of the program, and not made up: few of them differ. */
    [[nodiscard]] Result<PgRows> run(const char *sql, const QList<PgValue> &values = {});
    /** Several statements without values or rows, in one transaction of their own unless they say otherwise. */
    [[nodiscard]] Result<> script(const QByteArray &sql);
    /** What the server keeps of a password (SCRAM-SHA-256, RFC 7677), so that it never sees, and never logs, the password. Error: DatabaseFailed. */
    [[nodiscard]] Result<QString> verifierOf(const QString &login, const QString &password) const;
    /** Whether it still can be asked. */
    [[nodiscard]] bool isUsable() const;
    /** To be waited for by poll(); -1 when the connection is gone. */
    [[nodiscard]] int socket() const;
    /** Whether somebody notified the channels listened to since the last call; never waits. Error: DatabaseUnreachable. */
    [[nodiscard]] Result<bool> noticed();

private:
    Postgres(pg_conn *connection, int patienceMs)
        : m_connection(connection)
        , m_patienceMs(patienceMs)
    {
    }
    /** The last answer to what was sent; null where the patience ended, or the connection. */
    [[nodiscard]] pg_result *awaited();
    [[nodiscard]] bool isSent(const QDeadlineTimer &end);
    [[nodiscard]] bool isMoving(short events, const QDeadlineTimer &end);
    [[nodiscard]] Result<PgRows> judged(pg_result *result) const;

    /** A statement as it was asked before. */
    struct Asked
    {
        QByteArray name = {}; ///< under which the server keeps its plan; empty: not yet
        QList<unsigned int> types = {};
    };

    pg_conn *m_connection;
    QHash<QByteArray, Asked> m_asked; ///< by text
    int m_plans = 0;
    int m_patienceMs;
    bool m_isGivenUp = false; ///< an answer may still come, and would be taken for that of the next question
};

/** BEGIN until it goes; rolled back unless committed. */
class PgTransaction
{
public:
    explicit PgTransaction(Postgres &database)
        : m_database(database)
        , m_begun(database.run("BEGIN"))
    {
    }
    ~PgTransaction();
    PgTransaction(const PgTransaction &) = delete;
    PgTransaction &operator=(const PgTransaction &) = delete;

    [[nodiscard]] const Result<PgRows> &begun() const { return m_begun; }
    [[nodiscard]] Result<> commit();

private:
    Postgres &m_database;
    Result<PgRows> m_begun;
    bool m_isOver = false;
};

} // namespace motcua::centre
