// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/HallDayQueries.h"

#include "app/storage/Connection.h"
#include "app/storage/DashboardSql.h"
#include "app/storage/HallQueries.h"
#include "app/storage/HouseQueries.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace motcua::storage {

HallDayFigures::Told HallDayFigures::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    QList<Ticket> tickets;
    Statement row = connection.statement(dashboardsql::TicketsOfDay);
    row.bind(day.toJulianDay());
    while (row.step()) {
        const QByteArrayView bytes = row.view(0);
        tickets.append(Ticket::fromJson(QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size())).object()));
    }
    Told told{.figures = HallDay::of(day, tickets, ShiftsOfDay{day}.run(connection), nowMs), .officers = {}};
    for (const StaffMember &member : StaffList{}.run(connection)) {
        told.officers.insert(member.id().toString(), member.name());
    }
    return told;
}

} // namespace motcua::storage
