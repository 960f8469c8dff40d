// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>

struct sqlite3;

namespace motcua::testsupport {

/**
 * Makes the n-th SQL statement of every connection opened from now on fail with SQLITE_INTERRUPT, once.
 *
 * COMMIT is not counted: SQLite would interrupt it after the commit. The requests beneath it are FaultVfs's part.
 * One at a time in a process.
 */
class StatementFault
{
public:
    StatementFault();
    ~StatementFault();
    Q_DISABLE_COPY_MOVE(StatementFault)

    /** Counts from 0 again; statement `nth` (from 1, 0 = none) fails. */
    void failAt(qint64 nth);
    [[nodiscard]] qint64 counted() const { return m_counted; }
    [[nodiscard]] bool hasFailed() const { return m_failed; }

private:
    static int attach(sqlite3 *db, char **error, const void *api);
    static int traced(unsigned event, void *self, void *statement, void *sql);
    static int progress(void *self);

    std::atomic<qint64> m_counted = 0;
    std::atomic<qint64> m_nth = 0;
    std::atomic<bool> m_failed = false;
};

} // namespace motcua::testsupport
