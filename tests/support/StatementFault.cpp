// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/StatementFault.h"

#include <QByteArray>

#include <sqlite3.h>

namespace motcua::testsupport {

namespace {

StatementFault *current = nullptr; // sqlite3_auto_extension carries no context
thread_local bool armedHere = false; // the statement to fail runs on the thread whose trace met it

using Extension = void (*)();

} // namespace

StatementFault::StatementFault()
{
    Q_ASSERT(current == nullptr);
    current = this;
    sqlite3_auto_extension(reinterpret_cast<Extension>(attach));
}

StatementFault::~StatementFault()
{
    sqlite3_cancel_auto_extension(reinterpret_cast<Extension>(attach));
    current = nullptr;
}

void StatementFault::failAt(qint64 nth)
{
    m_counted = 0;
    m_failed = false;
    m_nth = nth;
}

int StatementFault::attach(sqlite3 *db, char **, const void *)
{
    sqlite3_trace_v2(db, SQLITE_TRACE_STMT, traced, current);
    sqlite3_progress_handler(db, 1, progress, current);
    return SQLITE_OK;
}

int StatementFault::traced(unsigned, void *self, void *statement, void *sql)
{
    auto &fault = *static_cast<StatementFault *>(self);
    const QByteArrayView text(static_cast<const char *>(sql));
    const QByteArray first = QByteArray(sqlite3_sql(static_cast<sqlite3_stmt *>(statement))).left(6).toUpper();
    if (first == "COMMIT" || text.startsWith("--")) { // what begins with -- is a trigger or FTS5 within the statement
        return 0;
    }
    if (++fault.m_counted == fault.m_nth) {
        armedHere = true;
        fault.m_failed = true;
    }
    return 0;
}

int StatementFault::progress(void *)
{
    const bool fails = armedHere;
    armedHere = false;
    return fails ? 1 : 0;
}

} // namespace motcua::testsupport
