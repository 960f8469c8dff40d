// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/DossierQueries.h"
#include "models/dashboard/DashboardFigures.h"
#include "models/ticket/Ticket.h"

#include <QList>

#include <optional>

/** Questions of whoever leads a centre, for Store::ask(); no dossier is folded or loaded for any of them. */
namespace motcua::storage {

class Connection;

/** Every number of the dashboard from one snapshot. */
struct DashboardNow
{
    using Answer = DashboardFigures;
    DashboardDays days = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** How many dossiers stand behind a number now; 0 for a list of tickets. */
struct DashboardCount
{
    using Answer = qint64;
    DashboardList list = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/**
 * One page of the dossiers behind a number, without their citizens' names: by promise the earliest first, by receipt and by end the latest
 * first. None for a list of tickets.
 */
struct DashboardRows
{
    using Answer = QList<DossierSummary>;

    DashboardList list = {};
    std::optional<WorklistKey> after = {}; ///< rows behind this one, whose `at` is that of the order
    qint64 offset = 0; ///< rows skipped from there on
    int limit = 50; ///< 1 … 1000

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** The tickets behind a number, the oldest first; none for a list of dossiers. */
struct DashboardTickets
{
    using Answer = QList<Ticket>;
    DashboardList list = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

} // namespace motcua::storage
