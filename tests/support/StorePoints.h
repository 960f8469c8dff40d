// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/KillPoints.h"
#include "tests/support/ShimVfs.h"

namespace motcua::testsupport {

/**
 * Says of every transaction of a store how far it has come: "<what it writes> begun", "committing", "half in the log", "in the log",
 * "on the disk". What it writes is the kind of its first journal entry, or what this machine remembers by it.
 *
 * It looks on between the program and SQLite and between SQLite and the disk, so no line of the program knows of it. From its making on
 * it sees every connection of the process; one at a time.
 */
class StorePoints : private IoWitness
{
public:
    explicit StorePoints(KillPoints &points);
    ~StorePoints() override;
    Q_DISABLE_COPY_MOVE(StorePoints)

private:
    static int attach(sqlite3 *db, char **error, const void *api);
    static int traced(unsigned event, void *self, void *statement, void *sql);
    void stated(sqlite3_stmt *statement);
    int before(const IoCall &call) override;
    void after(const IoCall &call) override;

    KillPoints &m_points;
    ShimVfs m_shim;
};

} // namespace motcua::testsupport
