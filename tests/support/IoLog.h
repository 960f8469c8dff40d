// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>

#include <mutex>

namespace motcua::testsupport {

/** One change of the disk, or a mark: act number `offset` was acknowledged to its user. */
struct IoRecord
{
    enum class Kind { Create, Write, Truncate, Sync, Delete, Rename, SyncFolder, Mark };

    Kind kind = Kind::Mark;
    int path = -1; ///< index into IoLog::paths()
    int target = -1; ///< Rename: the new path
    qint64 offset = 0; ///< Truncate: the new size; Mark: the number
    qint64 size = 0;
    qsizetype dataAt = 0; ///< where a Write's bytes begin in IoLog::bytes()
    bool syncsFolder = false;
};

/** Everything a workload did to its disk, in the order it happened. Appended to from any thread, read when the workload is over. */
class IoLog
{
public:
    void create(const QByteArray &path);
    /**
     * Somebody opened `path` and thought they made it. Of two threads that did so at once the slower may tell of it when the other has
     * written already: a file that is there stays as it is.
     */
    void createUnlessThere(const QByteArray &path);
    void write(const QByteArray &path, qint64 offset, const char *data, qint64 size);
    void truncate(const QByteArray &path, qint64 size);
    void sync(const QByteArray &path);
    void remove(const QByteArray &path, bool syncsFolder);
    void rename(const QByteArray &from, const QByteArray &to);
    void syncFolder(const QByteArray &path);
    /** From here on act `number` must survive any crash. */
    void mark(qint64 number);

    /** Whether a change of `path` was written down. */
    [[nodiscard]] bool knows(const QByteArray &path) const;
    [[nodiscard]] const QList<IoRecord> &records() const { return m_records; }
    [[nodiscard]] const QList<QByteArray> &paths() const { return m_paths; }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    void append(const IoRecord &record);
    int indexed(const QByteArray &path);

    mutable std::mutex m_mutex;
    QList<IoRecord> m_records;
    QList<QByteArray> m_paths;
    QHash<QByteArray, int> m_pathIndex;
    QSet<int> m_there; ///< files that exist at this point of the log
    QByteArray m_bytes;
};

} // namespace motcua::testsupport
