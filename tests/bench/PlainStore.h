// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Id.h"
#include "tests/support/RawDatabase.h"

#include <QStringList>

namespace motcua::bench {

/** What one accepted dossier left in the tables of a store, column by column. */
struct WrittenAct
{
    QList<QByteArray> subject = {}; ///< no, subject, type
    QList<QByteArray> entry = {}; ///< the eight columns of j_entry
    QList<QByteArray> dossier = {}; ///< the columns of p_dossier in the order in which write() inserts them
    QByteArray tokens = {};
    qint64 no = 0;
    qint64 day = 0;
    qint64 number = 0;
};

/**
 * The floor: the store's tables through SQLite's C interface alone, without decisions, folding, threads, or a cipher unless asked for.
 *
 * Writes exactly the rows a store wrote and asks the store's own queries.
 */
class PlainStore
{
public:
    /** Opens a copy of the closed store `source` at `path`, decrypted unless `encrypted`. Ends the program when it cannot. */
    PlainStore(const QString &source, const QString &path, bool encrypted);

    /** What the acts after the founding left in the closed store `source`, oldest first. */
    [[nodiscard]] static QList<WrittenAct> acts(const QString &source);

    void begin();
    void write(const WrittenAct &act);
    void commit();
    void checkpoint();
    /** The same once the log has `bytes`, as the store itself does. */
    void checkpointFrom(qint64 bytes);

    /** The store's search by names: numbers of the dossiers found, at most `limit`. */
    [[nodiscard]] QList<qint64> find(const QString &text, int limit);
    /** What search costs without an index. */
    [[nodiscard]] QList<qint64> findLike(const QString &text, int limit);
    /** One page of all open dossiers behind (at, no); the last row's place in `at` and `no`. Number of rows. */
    int page(qint64 *at, qint64 *no, int limit);

private:
    void bind(sqlite3_stmt *statement, const QList<QByteArray> &values, const char *kinds);
    int summaries(sqlite3_stmt *statement, QList<qint64> *found);

    testsupport::RawDatabase m_db;
    int m_loggedPages = 0; ///< in the write-ahead log, not yet in the file
    qint64 m_entries = 0;
    qint64 m_lastAt = 0;
    qint64 m_lastNo = 0;
    sqlite3_stmt *m_begin, *m_commit, *m_subject, *m_entry, *m_origin, *m_dossier, *m_name, *m_number, *m_day, *m_total;
    sqlite3_stmt *m_match, *m_key, *m_summary, *m_like, *m_page;
};

} // namespace motcua::bench
