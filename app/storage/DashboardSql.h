// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dashboard/DashboardList.h"

#include <QByteArray>

/** What the dashboard asks the tables, in one place, so that a test can look at the way each is answered. */
namespace motcua::storage::dashboardsql {

// A dossier is in hand from its receipt until its time has ended for good: a result that waits to be collected is not late any more.
#define DASHBOARD_IN_HAND "open = 1 AND finished_at = 0 AND received_at > 0"
// Without figures of its own the planner may take an index in which all the finished ones stand as well.
#define DASHBOARD_FROM_IN_HAND "p_dossier INDEXED BY p_dossier_in_hand WHERE " DASHBOARD_IN_HAND
// Papers that wait to be scanned, what counts as digitised and what uses a paper again: none reads a row for a count.
#define DASHBOARD_FROM_UNSCANNED "p_dossier INDEXED BY p_dossier_unscanned WHERE open = 1 AND digitised = 0"
#define DASHBOARD_FROM_DIGITAL "p_dossier INDEXED BY p_dossier_digital WHERE digital = 1"
#define DASHBOARD_FROM_REUSING "p_dossier INDEXED BY p_dossier_reuses WHERE reuses = 1"

inline constexpr char AcceptedByDay[] = "SELECT day, sum(dossiers) FROM p_day WHERE day BETWEEN ?1 AND ?2 GROUP BY day";
inline constexpr char FinishedByDay[] = "SELECT day, outcome, sum(dossiers) FROM p_outcome WHERE day BETWEEN ?1 AND ?2 GROUP BY day, outcome";
inline constexpr char DayByStatus[] = "SELECT status, sum(dossiers) FROM p_day WHERE day = ?1 GROUP BY status";
inline constexpr char InHand[] = "SELECT count(*) FROM " DASHBOARD_FROM_IN_HAND;
inline constexpr char OverdueByUnit[] = "SELECT competent_unit, count(*) FROM " DASHBOARD_FROM_IN_HAND
                                        " AND due_at > 0 AND due_at < ?1 GROUP BY competent_unit";
inline constexpr char DueBetween[] = "SELECT count(*) FROM " DASHBOARD_FROM_IN_HAND " AND due_at >= ?1 AND due_at < ?2";
inline constexpr char NotScanned[] = "SELECT count(*), count(CASE WHEN scan_due > 0 AND scan_due < ?1 THEN 1 END) FROM " DASHBOARD_FROM_UNSCANNED;
inline constexpr char Digitised[] = "SELECT count(*) FROM " DASHBOARD_FROM_DIGITAL " AND received_at >= ?1 AND received_at < ?2";
inline constexpr char Reusing[] = "SELECT count(*) FROM " DASHBOARD_FROM_REUSING " AND received_at >= ?1 AND received_at < ?2";
inline constexpr char TicketsOfDay[] = "SELECT fold FROM p_ticket WHERE day = ?1 ORDER BY number";
inline constexpr char ShiftsOfDay[] = "SELECT fold FROM p_shift WHERE day = ?1";
inline constexpr char FeedbackOpen[] = "SELECT count(*) FROM p_feedback WHERE open = 1";
inline constexpr char FeedbackOfDay[] = "SELECT score, count(*) FROM p_feedback WHERE day = ?1 AND score > 0 GROUP BY score";
inline constexpr char ShiftsLeftOpen[] = "SELECT fold FROM p_shift WHERE state < 4 AND day <> ?1";

/** The pieces of the statement of one list of dossiers. ?1 and ?2 are its moments or those of its days, ?3 its number, ?4 its unit. */
struct ListSql
{
    const char *from; ///< and where
    const char *column; ///< it is sorted by
    bool ascending;
};

[[nodiscard]] ListSql listSql(const DashboardList &list);

/** "SELECT no … " of a page: ?5 and ?6 the place it goes on after, where `isContinued`, ?7 the rows and ?8 the rows to skip. */
[[nodiscard]] QByteArray page(const DashboardList &list, bool isContinued);
[[nodiscard]] QByteArray count(const DashboardList &list);

} // namespace motcua::storage::dashboardsql
