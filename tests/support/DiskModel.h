// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/IoLog.h"

#include <QMap>

#include <random>

namespace motcua::testsupport {

/** What a crash does to the writes that were not flushed yet. */
enum class Loss {
    None, ///< all of them reached the disk
    All, ///< none did
    RandomPages, ///< each 4096-byte page of each write did or did not
    RandomSectors, ///< each 512-byte sector
    TornPage, ///< all up to one write, of which a prefix of whole 4096-byte pages arrived
    TornSector, ///< the same with 512-byte sectors
    PerFile, ///< each file has all of its writes or none: reordered between files
};
inline constexpr int LossCount = 7;

/** The files of a folder after a crash: path to content. */
using DiskImage = QMap<QByteArray, QByteArray>;

/**
 * A disk that knows what was flushed and what only seemed written.
 *
 * Follows a log record by record. Folder changes (create, delete, rename) reach the disk in order, as on a journalling
 * file system: flushing a new file or the folder flushes every folder change up to then.
 */
class DiskModel
{
public:
    explicit DiskModel(const IoLog &log);

    /** The state after one more record. */
    void apply(const IoRecord &record);
    /** Whether a crash now could leave anything other than what was written. */
    [[nodiscard]] bool isAtRisk() const;
    /** What is on the disk after a crash now. */
    [[nodiscard]] DiskImage crashed(Loss loss, std::mt19937_64 &random) const;

private:
    struct Node
    {
        QByteArray durable = {};
        QByteArray written = {};
        QList<IoRecord> pending = {};
    };
    struct FolderChange
    {
        IoRecord::Kind kind = IoRecord::Kind::Create;
        int path = -1;
        int target = -1;
        int node = -1;
    };
    using Names = QMap<int, int>; ///< path index to node index

    static void change(Names &names, const FolderChange &change);
    void flushFolder();
    [[nodiscard]] const char *bytes(const IoRecord &record) const { return m_log.bytes().constData() + record.dataAt; }
    void put(QByteArray &content, const IoRecord &record, qint64 from, qint64 to) const;
    void putAll(QByteArray &content, const IoRecord &record) const;
    [[nodiscard]] QByteArray survivor(const Node &node, Loss loss, std::mt19937_64 &random) const;

    const IoLog &m_log;
    QList<Node> m_nodes;
    Names m_names;
    Names m_durableNames;
    QList<FolderChange> m_folderChanges;
};

} // namespace motcua::testsupport
