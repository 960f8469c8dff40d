// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/JournalTables.h"
#include "models/journal/Chain.h"
#include "models/journal/Entry.h"
#include "models/journal/VersionVector.h"

#include <QList>

#include <optional>

/** Questions about the journal itself, for Store::ask(). */
namespace motcua::storage {

class Connection;

/** Every log the store holds, ascending by origin. */
struct Origins
{
    using Answer = QList<OriginRow>;
    [[nodiscard]] Answer run(Connection &connection) const;
};

/** A stretch of one log in order, at most `limit` entries: for exports and peers. */
struct JournalRange
{
    using Answer = QList<journal::Entry>;
    Id origin = {};
    quint64 first = 1;
    quint64 last = ~quint64{0};
    qsizetype limit = 500;

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** The latest entries of all logs, newest first by hybrid time as written here; `before` continues a page. */
struct JournalPage
{
    using Answer = QList<journal::Entry>;
    std::optional<Id> origin = {}; ///< none: this store's own
    quint64 before = ~quint64{0}; ///< places below this one
    qsizetype limit = 100;

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** Up to where this store holds each log without a gap. */
struct VersionVectorNow
{
    using Answer = journal::VersionVector;
    [[nodiscard]] Answer run(Connection &connection) const;
};

/** What a peer is known to hold; empty for one never met. */
struct PeerVector
{
    using Answer = journal::VersionVector;
    QString peer = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** Follows every chain and checks every payload against its header. */
struct VerifyJournal
{
    struct Report
    {
        quint64 entries = 0;
        quint64 withoutPayload = 0; ///< purged, or received as header only
        quint64 missing = 0; ///< places not received yet
        std::optional<journal::ChainBreak> firstBreak = {};
    };
    using Answer = Report;

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** Looks at every page and index: what SQLite itself finds wrong, empty when nothing. Takes seconds a gigabyte. */
struct CheckFile
{
    using Answer = QStringList;
    [[nodiscard]] Answer run(Connection &connection) const;
};

} // namespace motcua::storage
