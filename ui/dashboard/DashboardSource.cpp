// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/DashboardSource.h"

#include "app/storage/DashboardQueries.h"

namespace motcua {

namespace {

using Rows = Result<QList<WorklistRow>>;

WorklistRow row(const storage::DossierSummary &summary)
{
    WorklistRow made;
    made.id = summary.id;
    made.code = summary.code;
    made.procedure = summary.procedureName;
    made.receivedAtMs = summary.receivedAt;
    made.dueAtMs = summary.dueAt;
    made.status = dossierStatus(summary.status);
    made.inConflict = summary.conflict;
    made.at = summary.key.at;
    made.place = summary.key.no;
    made.unit = summary.unit;
    made.competentUnit = summary.competentUnit;
    made.desk = summary.desk;
    return made;
}

Rows rowsOf(const Result<QList<storage::DossierSummary>> &summaries)
{
    if (!summaries) {
        return summaries.error();
    }
    QList<WorklistRow> made;
    made.reserve(summaries->size());
    for (const storage::DossierSummary &summary : *summaries) {
        made.append(row(summary));
    }
    return made;
}

} // namespace

WorklistSource dashboardSource(const storage::Store &store, const DashboardList &list)
{
    WorklistSource source;
    source.count = [store, list] { return store.ask(storage::DashboardCount{list}); };
    source.rows = [store, list](const WorklistWindow &window) {
        storage::DashboardRows query{.list = list, .offset = window.skip, .limit = window.limit};
        if (window.from) {
            // The window begins with its anchor; the store's page begins behind a place.
            query.after = storage::WorklistKey{.at = window.from->at, .no = window.from->place + (list.isByPromise() ? -1 : 1)};
        }
        return store.ask(query).then(rowsOf);
    };
    return source;
}

} // namespace motcua
