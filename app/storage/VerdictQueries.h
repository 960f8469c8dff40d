// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Entry.h"

#include <QList>
#include <QMap>
#include <QSet>

#include <functional>
#include <optional>
#include <variant>

/** What a portal has still to judge, for Store::ask() and Store::keep(). */
namespace motcua::storage {

class Connection;

/** An entry that came from elsewhere, and of which this store has said nothing yet. */
struct UnjudgedEntry
{
    qint64 place = 0; ///< in j_entry
    journal::Entry entry = {}; ///< with its payload
    bool hasNumber = false; ///< this store gave its dossier a number before
};

/** How far the logs of others were gone through for what is to be judged. Decides nothing: lost, they are gone through again. */
struct JudgedSoFar
{
    QMap<qint64, quint64> upTo = {}; ///< by number of the log
    QList<qint64> waiting = {}; ///< places gone by, since the payload, or the acceptance of the dossier, is not here
    QList<qint64> done = {}; ///< places that waited, and do no longer

    using Answer = std::monostate;
    [[nodiscard]] Answer run(Connection &connection) const;

    [[nodiscard]] bool isEmpty() const { return upTo.isEmpty() && waiting.isEmpty() && done.isEmpty(); }
};

/**
 * The next entries of these kinds about dossiers, in the order of their logs and none behind a gap, that this store itself has not judged: what is
 * said to be a verdict in the log of somebody else is none. What was judged is what its own log says, now and before it was restored.
 */
struct UnjudgedEntries
{
    struct Found
    {
        QList<UnjudgedEntry> entries = {};
        JudgedSoFar soFar = {}; ///< to be kept once these are judged
        bool isMore = false;
    };
    using Answer = Found;

    QSet<QByteArray> kinds = {};
    qsizetype limit = 50; ///< entries found
    int rows = 2'000; ///< entries gone through, at most
    bool awaitsNational = false; ///< of what waits, only what the national system was told or could not be

    [[nodiscard]] Answer run(Connection &connection) const;
};

/**
 * The last of the numbers that this store gave to dossiers and that `counted` knows (it gives what the number counts), written at or after `sinceMs`;
 * 0 when there is none.
 */
struct LastGivenNumber
{
    using Answer = int;
    std::function<std::optional<int>(const QString &number)> counted = {};
    qint64 sinceMs = 0; ///< ms since 1970-01-01 UTC

    [[nodiscard]] Answer run(Connection &connection) const;
};

} // namespace motcua::storage
