// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Id.h"
#include "models/base/Result.h"
#include "models/dossier/DossierStatus.h"

#include <QFuture>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace motcua {

/** One dossier as a list shows it. */
struct WorklistRow
{
    Id id = {};
    QString code = {};
    QString name = {};
    QString procedure = {}; ///< its name
    QString procedureCode = {};
    qint64 receivedAtMs = 0; ///< milliseconds since 1970-01-01 UTC; 0 when unknown
    qint64 dueAtMs = 0; ///< 0 when there is no promise
    std::optional<DossierStatus> status = {}; ///< none while desks contradict each other
    bool inConflict = false;
    bool isDraft = false; ///< a form nobody has filed yet: no code, and `receivedAtMs` is when it was last touched
    qint64 at = 0; ///< the moment its list is sorted by: of its receipt, of its promise, or by which it is to be scanned
    qint64 place = 0; ///< the store's own number of it, which decides among dossiers of one moment
    QString unit = {}; ///< organisation code of the unit that received it
    QString competentUnit = {}; ///< of the one that decides
    int desk = 0; ///< that received it; 0 when unknown
    QString envelope = {}; ///< in which it came, where its list tells that
    bool isAnsweredByPost = false; ///< likewise
    qint64 scanDueAtMs = 0; ///< by when its papers are to be scanned, where its list tells that; 0 when nothing says it
    QStringList unscanned = {}; ///< their names, likewise

    friend bool operator==(const WorklistRow &, const WorklistRow &) = default;
};

/** The place of a row in its list, which is sorted by (at, place) in either direction. */
struct WorklistKey
{
    qint64 at = 0; ///< WorklistRow::at
    Id id = {};
    qint64 place = 0;

    friend bool operator==(const WorklistKey &, const WorklistKey &) = default;
};

/** A stretch of a list: from a known row, that row included, or from the beginning; after leaving out `skip` rows. */
struct WorklistWindow
{
    std::optional<WorklistKey> from = {};
    qint64 skip = 0;
    int limit = 0;

    friend bool operator==(const WorklistWindow &, const WorklistWindow &) = default;
};

/** What narrows a list that is shown. */
struct WorklistNarrowing
{
    QString procedure = {}; ///< code; empty: any
    std::optional<int> dueInDays = {}; ///< promised up to the end of the day in so many days, 0 for today; what is overdue is among them

    [[nodiscard]] bool isEmpty() const { return procedure.isEmpty() && !dueInDays; }

    friend bool operator==(const WorklistNarrowing &, const WorklistNarrowing &) = default;
};

/** Where a list comes from. All answer later and never block; a list stays the one that was counted until it is opened anew. */
struct WorklistSource
{
    std::function<QFuture<Result<qint64>>()> count = {};
    std::function<QFuture<Result<QList<WorklistRow>>>(const WorklistWindow &)> rows = {};

    /**
     * How many have come since: in front of the row that was the first one, or in all when there was none; of lists that do not begin with
     * what came last, by how many the list has grown.
     */
    std::function<QFuture<Result<int>>(const std::optional<WorklistKey> &)> newer = {};

    bool tellsEnvelopes = false; ///< its rows came by post
    bool tellsScans = false; ///< papers of its rows wait to be scanned; not together with the above

    int most = 0; ///< the list ends after so many rows although there may be more; 0: it has all
};

} // namespace motcua
