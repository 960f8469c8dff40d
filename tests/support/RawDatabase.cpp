// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RawDatabase.h"

#include <QFile>

// In the amalgamation, but in a header the package does not carry apart.
extern "C" {
int sqlite3mc_config(sqlite3 *db, const char *paramName, int newValue);
int sqlite3mc_cipher_index(const char *cipherName);
int sqlite3_key_v2(sqlite3 *db, const char *zDbName, const void *pKey, int nKey);
}

namespace motcua::testsupport {

bool RawDatabase::open(const QString &path, const QByteArray &key, const QByteArray &vfs, int cipher)
{
    close();
    m_rc = sqlite3_open_v2(QFile::encodeName(path).constData(), &m_db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
        vfs.isEmpty() ? nullptr : vfs.constData());
    if (m_rc != SQLITE_OK || key.isEmpty()) {
        return m_rc == SQLITE_OK;
    }
    sqlite3mc_config(m_db, "cipher", cipher > 0 ? cipher : sqlite3mc_cipher_index("sqlcipher"));
    const QByteArray raw = "raw:" + key;
    m_rc = sqlite3_key_v2(m_db, "main", raw.constData(), static_cast<int>(raw.size()));
    return m_rc == SQLITE_OK;
}

void RawDatabase::close()
{
    for (sqlite3_stmt *statement : std::as_const(m_statements)) {
        sqlite3_finalize(statement);
    }
    m_statements.clear();
    sqlite3_close_v2(m_db);
    m_db = nullptr;
}

bool RawDatabase::exec(const QByteArray &sql)
{
    m_rc = sqlite3_exec(m_db, sql.constData(), nullptr, nullptr, nullptr);
    return m_rc == SQLITE_OK;
}

QList<QByteArray> RawDatabase::column(const QByteArray &sql)
{
    QList<QByteArray> values;
    sqlite3_stmt *statement = nullptr;
    m_rc = sqlite3_prepare_v2(m_db, sql.constData(), -1, &statement, nullptr);
    while (m_rc == SQLITE_OK || m_rc == SQLITE_ROW) {
        m_rc = sqlite3_step(statement);
        if (m_rc != SQLITE_ROW) {
            break;
        }
        values.append(QByteArray(static_cast<const char *>(sqlite3_column_blob(statement, 0)), sqlite3_column_bytes(statement, 0)));
    }
    if (const int rc = sqlite3_finalize(statement); rc != SQLITE_OK) {
        m_rc = rc;
    }
    return values;
}

QByteArray RawDatabase::text(const QByteArray &sql)
{
    return column(sql).value(0);
}

qint64 RawDatabase::number(const QByteArray &sql)
{
    bool ok = false;
    const qint64 value = text(sql).toLongLong(&ok);
    return ok ? value : -1;
}

sqlite3_stmt *RawDatabase::prepared(const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    m_rc = sqlite3_prepare_v3(m_db, sql.constData(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (statement == nullptr) {
        qFatal("%s: %s", sql.constData(), qPrintable(error()));
    }
    m_statements.append(statement);
    return statement;
}

bool RawDatabase::run(sqlite3_stmt *statement)
{
    do {
        m_rc = sqlite3_step(statement);
    } while (m_rc == SQLITE_ROW);
    const bool done = m_rc == SQLITE_DONE;
    sqlite3_reset(statement);
    return done;
}

QString RawDatabase::error() const
{
    return QStringLiteral("%1 (%2)").arg(QString::fromUtf8(m_db != nullptr ? sqlite3_errmsg(m_db) : "not open")).arg(m_rc);
}

} // namespace motcua::testsupport
