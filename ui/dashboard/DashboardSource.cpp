// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/DashboardSource.h"

#include "app/storage/DashboardQueries.h"
#include "ui/worklist/StoreLists.h"

namespace motcua {

namespace {

Result<QList<WorklistRow>> rowsOf(const Result<QList<storage::DossierSummary>> &summaries)
{
    return summaries ? Result<QList<WorklistRow>>(storelists::rows(*summaries)) : Result<QList<WorklistRow>>(summaries.error());
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
            query.after = storage::WorklistKey{.at = window.from->at, .no = window.from->place + (list.isEarliestFirst() ? -1 : 1)};
        }
        return store.ask(query, rowsOf);
    };
    return source;
}

} // namespace motcua
