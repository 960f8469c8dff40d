// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/Connection.h"

#include "app/storage/PageCipher.h"
#include "app/storage/PageSeal.h"
#include "app/storage/SqlError.h"
#include "app/storage/StoreFault.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QUrl>
#include <QUuid>
#include <QVariant>

#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

// The header of this SQLite declares its additions only in its own amalgamation.
extern "C" {
int sqlite3mc_config(sqlite3 *db, const char *paramName, int newValue);
int sqlite3_key_v2(sqlite3 *db, const char *zDbName, const void *pKey, int nKey);
}

namespace motcua::storage {

namespace {

constexpr QByteArrayView ClearMagic("SQLite format 3", 16);

// Through SQLite's own file and before the key, so as they lie on the disk. Opening and closing the file beside SQLite would make the
// system drop every lock this process holds on it (fcntl(2)), those of the connections that are open already included.
QByteArray firstBytes(sqlite3 *handle)
{
    sqlite3_file *file = nullptr;
    if (sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || file == nullptr || file->pMethods == nullptr) {
        throw StoreFault(ErrorCode::FileUnreadable, QStringLiteral("SQLite has no file"));
    }
    QByteArray bytes(ClearMagic.size(), '\0');
    const int code = file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), 0);
    if (code == SQLITE_IOERR_SHORT_READ) {
        return {};
    }
    if (code != SQLITE_OK) {
        throw StoreFault(ErrorCode::FileUnreadable, QStringLiteral("SQLite %1").arg(code));
    }
    return bytes;
}

void createEmpty(const QString &path)
{
    // Made here and not by SQLite, so that nobody else can read it and two programs cannot both believe they made it.
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) {
        const int code = errno;
        throw StoreFault(code == EEXIST ? ErrorCode::StoreExists : code == ENOSPC ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
            QString::fromLocal8Bit(std::strerror(code)));
    }
    ::close(file);
}

int logCommitted(void *report, sqlite3 *, const char *, int pages)
{
    (*static_cast<std::function<void(int)> *>(report))(pages);
    return SQLITE_OK;
}

} // namespace

Connection::Connection(const QString &path, const security::SecretBytes &key, const ConnectionOptions &options)
    : m_path(path)
    , m_name(QStringLiteral("store-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    if (key.size() != 32) {
        throw StoreFault(ErrorCode::StoreWrongKey, QStringLiteral("a data key has 32 bytes"));
    }
    const bool creates = options.access == ConnectionOptions::Access::Creator;
    if (creates) {
        createEmpty(path);
    } else if (!QFile::exists(path)) {
        throw StoreFault(ErrorCode::StoreMissing, {});
    }
    try {
        open(key, options);
    } catch (...) {
        shut();
        if (creates) {
            QFile::remove(path);
        }
        throw;
    }
}

Connection::~Connection()
{
    shut();
}

void Connection::open(const security::SecretBytes &key, const ConnectionOptions &options)
{
    // Before any file is open: opening reads the table of ciphers without a lock.
    const int cipher = pagecipher::index();
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    QString address = QStringLiteral("file:") + QString::fromLatin1(QUrl::toPercentEncoding(m_path, "/"));
    if (!options.vfs.isEmpty()) {
        address += QStringLiteral("?vfs=") + QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(options.vfs)));
    }
    database.setDatabaseName(address);
    database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(options.busyTimeoutMs));
    if (!database.open()) {
        throw StoreFault(ErrorCode::FileUnreadable, QStringLiteral("Qt's SQLite driver could not open the file"));
    }
    const QVariant handle = database.driver()->handle();
    if (std::strcmp(handle.typeName(), "sqlite3*") != 0) {
        throw StoreFault(ErrorCode::StoreClear, QStringLiteral("the driver has no SQLite handle"));
    }
    m_handle = *static_cast<sqlite3 *const *>(handle.constData());
    sqlite3_extended_result_codes(m_handle, 1);
    if (options.access != ConnectionOptions::Access::Creator) {
        const QByteArray first = firstBytes(m_handle);
        if (first == ClearMagic) {
            throw StoreFault(ErrorCode::StoreClear, QStringLiteral("the file is not encrypted"));
        }
        if (first.isEmpty()) {
            throw StoreFault(ErrorCode::StoreDamaged, QStringLiteral("the file is empty"));
        }
    }

    // As this handle's default: a choice for once is forgotten after the key, and a later rekey would fall back to another cipher.
    if (cipher < 1 || sqlite3mc_config(m_handle, "default:cipher", cipher) != cipher || sqlite3mc_config(m_handle, "hmac_check", 1) != 1) {
        throw StoreFault(ErrorCode::StoreClear, QStringLiteral("this SQLite has no cipher with page authentication"));
    }
    // The prefix says that what follows is the key itself: it has full strength, so no passes over it are needed.
    security::SecretBytes raw(4 + key.size());
    std::memcpy(raw.data(), "raw:", 4);
    std::memcpy(raw.data() + 4, key.data(), static_cast<std::size_t>(key.size()));
    if (sqlite3_key_v2(m_handle, "main", raw.data(), static_cast<int>(raw.size())) != SQLITE_OK) {
        throw StoreFault(ErrorCode::StoreClear, QStringLiteral("the cipher refused the key"));
    }

    try {
        if (options.access == ConnectionOptions::Access::Creator) {
            execute(("PRAGMA page_size=" + QByteArray::number(PageSeal::PageSize)).constData());
        }
        // On a plain SQLite the function does not exist, and this throws before a byte was written.
        oneOff("SELECT sqlite3mc_version()").run();
        if (number("SELECT count(*) FROM sqlite_master") == 0 && options.access != ConnectionOptions::Access::Creator) {
            throw StoreFault(ErrorCode::StoreDamaged, QStringLiteral("the file holds no tables"));
        }
    } catch (const StoreFault &fault) {
        if (fault.error().code == ErrorCode::StoreFailed) {
            throw StoreFault(ErrorCode::StoreClear, fault.error().detail);
        }
        // A wrong key and a damaged first page look alike to SQLite; any other page that authenticates tells them apart.
        if (fault.error().code == ErrorCode::StoreDamaged && !PageSeal(m_path, key, options.vfs).anyPageHolds()) {
            throw StoreFault(ErrorCode::StoreWrongKey, fault.error().detail);
        }
        throw;
    }

    // A writer's commit walks SQLite's whole table of cached pages whenever a balanced B-tree had borrowed the number of the lock page, which is
    // nearly always: what it keeps should be what it writes next.
    // A page read again must be authenticated and decrypted again, some 10 µs: a reader, which walks the indexes of a search, is given room
    // for a good part of those; it fills only as far as it is used.
    execute(options.access == ConnectionOptions::Access::Reader
            ? "PRAGMA query_only=1; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-49152;"
            : "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=1; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=1;"
              "PRAGMA wal_autocheckpoint=0; PRAGMA journal_size_limit=8388608; PRAGMA cache_size=-4096;");
    if (options.access != ConnectionOptions::Access::Reader) {
        execute(options.synchronousFull ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
    }
}

void Connection::shut()
{
    for (auto &[sql, kept] : m_kept) {
        // A statement that could not be compiled left its place empty.
        if (kept) {
            sqlite3_finalize(kept->prepared);
        }
    }
    m_kept.clear();
    m_handle = nullptr;
    if (QSqlDatabase::contains(m_name)) {
        QSqlDatabase::database(m_name, false).close();
        QSqlDatabase::removeDatabase(m_name);
    }
}

sqlite3_stmt *Connection::compiled(std::string_view sql, bool lasting) const
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), lasting ? SQLITE_PREPARE_PERSISTENT : 0,
        &statement, nullptr);
    if (code != SQLITE_OK) {
        throw StoreFault(sqlError(m_handle, code, QByteArray(sql.data(), static_cast<qsizetype>(sql.size())).constData()));
    }
    return statement;
}

Statement Connection::prepared(std::string_view sql)
{
    std::unique_ptr<Kept> &kept = m_kept[sql];
    if (!kept) {
        auto fresh = std::make_unique<Kept>();
        fresh->prepared = compiled(sql, true);
        kept = std::move(fresh);
    }
    if (kept->inUse) {
        return Statement(m_handle, compiled(sql, false), nullptr);
    }
    kept->inUse = true;
    return Statement(m_handle, kept->prepared, &kept->inUse);
}

Statement Connection::oneOff(const QByteArray &sql)
{
    return Statement(m_handle, compiled(std::string_view(sql.constData(), static_cast<std::size_t>(sql.size())), false), nullptr);
}

void Connection::execute(const char *sql)
{
    const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        throw StoreFault(sqlError(m_handle, code, sql));
    }
}

qint64 Connection::number(const char *sql)
{
    Statement statement = prepared(sql);
    return statement.step() ? statement.integer(0) : 0;
}

qint64 Connection::dataVersion()
{
    return number("PRAGMA data_version");
}

void Connection::watchLog(std::function<void(qint64)> report)
{
    // A page and a frame header of 24 bytes each (sqlite.org/fileformat2.html#walformat).
    m_logReport = [report = std::move(report), frame = number("PRAGMA page_size") + 24](int pages) { report(pages * frame); };
    sqlite3_wal_hook(m_handle, &logCommitted, &m_logReport);
}

Transaction::Transaction(Connection &connection)
    : m_connection(connection)
{
    connection.statement("BEGIN IMMEDIATE").run();
}

Transaction::~Transaction()
{
    // SQLite has already rolled back after some errors (a full disk); a second ROLLBACK only says so.
    if (m_open && sqlite3_get_autocommit(m_connection.handle()) == 0) {
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

void Transaction::commit()
{
    m_connection.statement("COMMIT").run();
    m_open = false;
}

Snapshot::Snapshot(Connection &connection)
    : m_connection(connection)
{
    connection.statement("BEGIN").run();
}

Snapshot::~Snapshot()
{
    if (sqlite3_get_autocommit(m_connection.handle()) == 0) {
        sqlite3_exec(m_connection.handle(), "COMMIT", nullptr, nullptr, nullptr);
    }
}

} // namespace motcua::storage
