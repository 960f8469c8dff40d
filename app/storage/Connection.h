// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"
#include "app/storage/Statement.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace motcua::storage {

/** Which connection is wanted, and how. */
struct ConnectionOptions
{
    enum class Access {
        Writer,
        Reader, ///< query_only
        Creator, ///< the file must not exist
    };

    Access access = Access::Reader;
    QByteArray vfs = {};
    int busyTimeoutMs = 5000;
    bool synchronousFull = true;
};

/**
 * A connection to an encrypted store, of the thread that made it. There is no other kind: what is not encrypted with an
 * authenticated cipher is refused before a byte is written. Calls throw StoreFault.
 *
 * Opened through Qt's SQLite driver, which binds to the encrypting SQLite the program carries; the key goes in through
 * sqlite3_key_v2 on the driver's handle before anything else, never as SQL text.
 */
class Connection
{
public:
    /** Errors: StoreMissing, StoreExists, StoreClear, StoreWrongKey, StoreDamaged, FileUnreadable, FileUnwritable. */
    Connection(const QString &path, const security::SecretBytes &key, const ConnectionOptions &options);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /** A statement of the program's text, prepared once and kept. */
    template <std::size_t N>
    [[nodiscard]] Statement statement(const char (&sql)[N])
    {
        return prepared(std::string_view(sql, N - 1));
    }
    /** A statement made up at run time, prepared for this use alone. */
    [[nodiscard]] Statement oneOff(const QByteArray &sql);
    /** Several statements without rows, for migrations and pragmas. */
    void execute(const char *sql);
    /** The first column of the first row of a statement of the program's text; 0 without rows. */
    [[nodiscard]] qint64 number(const char *sql);

    /** Changes when another connection committed. */
    [[nodiscard]] qint64 dataVersion();
    [[nodiscard]] sqlite3 *handle() const { return m_handle; }
    [[nodiscard]] QString path() const { return m_path; }

    /** Calls `report` on this thread after each commit with the size of the write-ahead log in bytes. */
    void watchLog(std::function<void(qint64 bytes)> report);

private:
    struct Kept
    {
        sqlite3_stmt *prepared = nullptr;
        bool inUse = false;
    };

    void open(const security::SecretBytes &key, const ConnectionOptions &options);
    void shut();
    [[nodiscard]] Statement prepared(std::string_view sql);
    [[nodiscard]] sqlite3_stmt *compiled(std::string_view sql, bool lasting) const;

    QString m_path;
    QString m_name; ///< of the QSqlDatabase
    sqlite3 *m_handle = nullptr;
    std::unordered_map<std::string_view, std::unique_ptr<Kept>> m_kept;
    std::function<void(int)> m_logReport;
};

/** BEGIN IMMEDIATE until it goes; rolled back unless committed. */
class Transaction
{
public:
    explicit Transaction(Connection &connection);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    void commit();

private:
    Connection &m_connection;
    bool m_open = true;
};

/** One view of the store for several statements, so that they do not contradict each other. */
class Snapshot
{
public:
    explicit Snapshot(Connection &connection);
    ~Snapshot();
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

private:
    Connection &m_connection;
};

} // namespace motcua::storage
