// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/StorePoints.h"

#include <QRegularExpression>

namespace motcua::testsupport {

namespace {

StorePoints *current = nullptr; // sqlite3_auto_extension carries no context
// A transaction is written by one thread; another one may move the log into the file meanwhile, which is no part of it.
thread_local QByteArray writing;
thread_local int framesWritten = 0;

using Extension = void (*)();

/** What this statement writes, in the words of the points; empty when it tells nothing. */
QByteArray told(const QByteArray &sql, const QByteArray &expanded)
{
    if (sql.startsWith("INSERT INTO j_entry")) {
        static const QRegularExpression kind(QStringLiteral("'([a-z]+\\.[a-zA-Z]+)'"));
        return kind.match(QString::fromUtf8(expanded)).captured(1).toLatin1();
    }
    if (sql.contains("INTO l_draft")) {
        return "draft";
    }
    if (sql.contains("FROM l_draft")) {
        return sql.startsWith("DELETE") ? "draft dropped" : "";
    }
    if (sql.contains("INTO l_peer_vector")) {
        return "what the peer has";
    }
    if (!sql.contains("l_open") || sql.startsWith("SELECT")) {
        return {};
    }
    const bool goes = sql.startsWith("DELETE");
    if (!expanded.contains("'sheet.")) {
        return goes ? "turn over" : "turn";
    }
    // Of the sheet's stages, see SheetUnderWay, in the JSON that is kept.
    const auto stands = [&expanded](int stage) { return expanded.contains(("\"stage\":" + QByteArray::number(stage)).toHex()); };
    return goes ? "sheet known to be out" : stands(0) ? "sheet expected" : stands(1) ? "sheet to be handed over" : "sheet with its job";
}

bool isLog(const IoCall &call)
{
    return call.path.endsWith("-wal");
}

} // namespace

StorePoints::StorePoints(KillPoints &points)
    : m_points(points)
    , m_shim("killpoints", *this)
{
    Q_ASSERT(current == nullptr);
    current = this;
    sqlite3_vfs_register(sqlite3_vfs_find(m_shim.name().constData()), 1);
    sqlite3_auto_extension(reinterpret_cast<Extension>(attach));
}

StorePoints::~StorePoints()
{
    sqlite3_cancel_auto_extension(reinterpret_cast<Extension>(attach));
    current = nullptr;
}

int StorePoints::attach(sqlite3 *db, char **, const void *)
{
    sqlite3_trace_v2(db, SQLITE_TRACE_STMT, traced, current);
    return SQLITE_OK;
}

int StorePoints::traced(unsigned, void *self, void *statement, void *sql)
{
    if (!QByteArrayView(static_cast<const char *>(sql)).startsWith("--")) { // a trigger or FTS5 within a statement
        static_cast<StorePoints *>(self)->stated(static_cast<sqlite3_stmt *>(statement));
    }
    return 0;
}

void StorePoints::stated(sqlite3_stmt *statement)
{
    const QByteArray sql(sqlite3_sql(statement));
    if (sql.startsWith("BEGIN") || sql.startsWith("ROLLBACK")) {
        writing.clear();
        framesWritten = 0;
    } else if (sql == "COMMIT" && !writing.isEmpty()) {
        m_points.reached(writing + " committing");
    } else if (writing.isEmpty()) {
        char *expanded = sqlite3_expanded_sql(statement);
        writing = told(sql, QByteArray(expanded));
        sqlite3_free(expanded);
        if (!writing.isEmpty()) {
            m_points.reached(writing + " begun");
        }
    }
}

int StorePoints::before(const IoCall &call)
{
    if (!writing.isEmpty() && isLog(call)) {
        if (call.kind == IoKind::Sync) {
            m_points.reached(writing + " in the log");
        } else if (call.kind == IoKind::Write && ++framesWritten == 4) { // a frame is its head and its page: amid the second one
            m_points.reached(writing + " half in the log");
        }
    }
    return SQLITE_OK;
}

void StorePoints::after(const IoCall &call)
{
    if (call.kind == IoKind::Sync && !writing.isEmpty() && isLog(call)) {
        m_points.reached(writing + " on the disk");
        writing.clear();
    }
}

} // namespace motcua::testsupport
