// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/DashboardSql.h"

namespace motcua::storage::dashboardsql {

// Only these texts of the program ever become SQL.
ListSql listSql(const DashboardList &list)
{
    using What = DashboardList::What;
    switch (list.what) {
    case What::Accepted:
        return list.status != 0 ? ListSql{"p_dossier WHERE received_at >= ?1 AND received_at < ?2 AND status = ?3", "received_at", false}
                                : ListSql{"p_dossier WHERE received_at >= ?1 AND received_at < ?2", "received_at", false};
    case What::Finished:
        // The first condition says to the index of the finished what the number alone does not.
        return list.outcome != 0 ? ListSql{"p_dossier WHERE outcome > 0 AND outcome = ?3 AND finished_at >= ?1 AND finished_at < ?2", "finished_at", false}
                                 : ListSql{"p_dossier WHERE outcome > 0 AND finished_at >= ?1 AND finished_at < ?2", "finished_at", false};
    case What::InHand:
        return {DASHBOARD_FROM_IN_HAND, "due_at", true};
    case What::WithinTime:
        return {DASHBOARD_FROM_IN_HAND " AND NOT (due_at > 0 AND due_at < ?1)", "due_at", true};
    case What::Overdue:
        return list.unit.isEmpty() ? ListSql{DASHBOARD_FROM_IN_HAND " AND due_at > 0 AND due_at < ?1", "due_at", true}
                                   : ListSql{DASHBOARD_FROM_IN_HAND " AND due_at > 0 AND due_at < ?1 AND competent_unit = ?4", "due_at", true};
    case What::Due:
        return {DASHBOARD_FROM_IN_HAND " AND due_at > 0 AND due_at >= ?1 AND due_at < ?2", "due_at", true};
    case What::NotScanned:
        return {DASHBOARD_FROM_UNSCANNED, "scan_due", true};
    case What::ScanOverdue:
        return {DASHBOARD_FROM_UNSCANNED " AND scan_due > 0 AND scan_due < ?1", "scan_due", true};
    case What::Digitised:
        return {DASHBOARD_FROM_DIGITAL " AND received_at >= ?1 AND received_at < ?2", "received_at", false};
    case What::Reusing:
        return {DASHBOARD_FROM_REUSING " AND received_at >= ?1 AND received_at < ?2", "received_at", false};
    case What::Waiting:
    case What::Served:
        break;
    }
    return {"p_dossier WHERE 0", "received_at", false};
}

QByteArray page(const DashboardList &list, bool isContinued)
{
    const ListSql pieces = listSql(list);
    const QByteArray column = pieces.column;
    const QByteArray order = " ORDER BY " + column + (pieces.ascending ? ", no" : " DESC, no DESC");
    QByteArray sql = "SELECT no FROM " + QByteArray(pieces.from);
    if (isContinued) {
        sql += " AND (" + column + ", no) " + (pieces.ascending ? ">" : "<") + " (?5, ?6)";
    }
    return sql + order + " LIMIT ?7 OFFSET ?8";
}

QByteArray count(const DashboardList &list)
{
    // All values stand in it, so that every list is bound alike.
    return "SELECT count(*), ?1, ?2, ?3, ?4 FROM " + QByteArray(listSql(list).from);
}

} // namespace motcua::storage::dashboardsql
