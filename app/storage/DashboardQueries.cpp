// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/DashboardQueries.h"

#include "app/storage/Connection.h"
#include "app/storage/DashboardSql.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/JournalTables.h"
#include "app/storage/Projection.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace motcua::storage {

namespace {

QJsonObject jsonAt(const Statement &row)
{
    const QByteArrayView bytes = row.view(0);
    return QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size())).object();
}

QList<Ticket> ticketsOf(Connection &connection, QDate day)
{
    QList<Ticket> tickets;
    Statement row = connection.statement(dashboardsql::TicketsOfDay);
    row.bind(day.toJulianDay());
    while (row.step()) {
        tickets.append(Ticket::fromJson(jsonAt(row)));
    }
    return tickets;
}

QList<Shift> shiftsOf(Connection &connection, QDate day)
{
    QList<Shift> shifts;
    Statement opened = connection.statement(dashboardsql::ShiftsOfDay);
    opened.bind(day.toJulianDay());
    while (opened.step()) {
        shifts.append(Shift::fromJson(jsonAt(opened)));
    }
    Statement left = connection.statement(dashboardsql::ShiftsLeftOpen);
    left.bind(day.toJulianDay());
    while (left.step()) {
        shifts.append(Shift::fromJson(jsonAt(left)));
    }
    return shifts;
}

/** Every desk that was ever configured here or told of itself; of two logs of one desk the later counts. */
QMap<QString, DashboardFigures::Desk> desksOf(Connection &connection)
{
    QMap<QString, DashboardFigures::Desk> desks;
    JournalTables journal(connection);
    const JournalRules none;
    Projection projection(connection, journal, none);
    Statement row = connection.statement("SELECT s.subject FROM p_origin o JOIN j_subject s ON s.no = o.no ORDER BY o.no");
    while (row.step()) {
        const Id origin = row.id(0);
        if (const UnitSettings unit = projection.unitOf(origin); unit.isConfigured()) {
            desks.insert(QString::fromUtf8(unit.desk()), {origin, unit.serves.value_or(QStringList())});
        }
    }
    return desks;
}

QMap<Id, QString> namesOf(Connection &connection, const QList<DeskFigures> &desks)
{
    QMap<Id, QString> names;
    for (const StaffMember &member : StaffList{}.run(connection)) {
        if (std::any_of(desks.cbegin(), desks.cend(), [&member](const DeskFigures &desk) { return desk.person == member.id(); })) {
            names.insert(member.id(), member.name());
        }
    }
    return names;
}

bool isIn(const OutcomeFigures &period, QDate day)
{
    return period.first <= day && day <= period.last;
}

void countAccepted(Connection &connection, DashboardFigures &figures)
{
    Statement row = connection.statement(dashboardsql::AcceptedByDay);
    row.bind(figures.days.beforeFirst.toJulianDay()).bind(figures.days.today.toJulianDay());
    while (row.step()) {
        const QDate day = QDate::fromJulianDay(row.integer(0));
        for (PeriodFigures *one : {&figures.today, &figures.month, &figures.before}) {
            one->accepted.count += isIn(one->finished, day) ? row.integer(1) : 0;
        }
    }
    Statement status = connection.statement(dashboardsql::DayByStatus);
    status.bind(figures.days.today.toJulianDay());
    while (status.step()) {
        DashboardList list = figures.today.accepted.list;
        list.status = static_cast<int>(status.integer(0));
        figures.todayByStatus.append({list.status, {status.integer(1), list}});
    }
}

void countFinished(Connection &connection, DashboardFigures &figures)
{
    const DashboardDays &days = figures.days;
    for (const QDate day : days.recent) {
        figures.byDay.append(OutcomeFigures::of(day, day));
    }
    Statement row = connection.statement(dashboardsql::FinishedByDay);
    row.bind(std::min(days.beforeFirst, days.recent.constFirst()).toJulianDay()).bind(days.today.toJulianDay());
    while (row.step()) {
        const QDate day = QDate::fromJulianDay(row.integer(0));
        const auto add = [&row, day](OutcomeFigures &one) {
            if (isIn(one, day)) {
                one.add(static_cast<int>(row.integer(1)), row.integer(2));
            }
        };
        add(figures.today.finished);
        add(figures.month.finished);
        add(figures.before.finished);
        std::for_each(figures.byDay.begin(), figures.byDay.end(), add);
    }
    figures.byDay.removeIf([&days](const OutcomeFigures &one) { return one.finished() == 0 && days.resting.contains(one.first); });
}

void countInHand(Connection &connection, DashboardFigures &figures)
{
    figures.inHand.count = connection.number(dashboardsql::InHand);
    Statement row = connection.statement(dashboardsql::OverdueByUnit);
    row.bind(figures.days.nowMs);
    while (row.step()) {
        DashboardList list = figures.overdue.list;
        list.unit = row.string(0);
        figures.overdueByUnit.append({list.unit, {row.integer(1), list}});
        figures.overdue.count += row.integer(1);
    }
    figures.withinTime.count = figures.inHand.count - figures.overdue.count;
    for (Figure *one : {&figures.dueSoon, &figures.dueToday, &figures.dueTomorrow, &figures.dueNext}) {
        Statement due = connection.statement(dashboardsql::DueBetween);
        one->count = due.bind(one->list.fromMs).bind(one->list.untilMs).step() ? due.integer(0) : 0;
    }
}

void countScans(Connection &connection, DashboardFigures &figures)
{
    Statement waiting = connection.statement(dashboardsql::NotScanned);
    if (waiting.bind(figures.days.nowMs).step()) {
        figures.notScanned.count = waiting.integer(0);
        figures.scanOverdue.count = waiting.integer(1);
    }
    const DashboardList &list = figures.digitised.list;
    Statement digitised = connection.statement(dashboardsql::Digitised);
    digitised.bind(startOfDayMs(list.first)).bind(startOfDayMs(list.last.addDays(1)));
    figures.digitised.count = digitised.step() ? digitised.integer(0) : 0;
    Statement reusing = connection.statement(dashboardsql::Reusing);
    reusing.bind(startOfDayMs(figures.reusing.list.first)).bind(startOfDayMs(figures.reusing.list.last.addDays(1)));
    figures.reusing.count = reusing.step() ? reusing.integer(0) : 0;
}

void bindList(Statement &row, const DashboardList &list)
{
    const bool isByDay = list.first.isValid();
    row.bind(isByDay ? startOfDayMs(list.first) : list.fromMs).bind(isByDay ? startOfDayMs(list.last.addDays(1)) : list.untilMs);
    row.bind(qint64{list.what == DashboardList::What::Finished ? list.outcome : list.status}).text(list.unit);
}

DashboardFigures::Feedback feedbackOf(Connection &connection, QDate day)
{
    DashboardFigures::Feedback told;
    Statement open = connection.statement(dashboardsql::FeedbackOpen);
    told.open = open.step() ? static_cast<int>(open.integer(0)) : 0;
    Statement scores = connection.statement(dashboardsql::FeedbackOfDay);
    scores.bind(day.toJulianDay());
    while (scores.step()) {
        told.today.insert(static_cast<int>(scores.integer(0)), static_cast<int>(scores.integer(1)));
    }
    return told;
}

} // namespace

DashboardFigures DashboardNow::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    DashboardFigures figures = DashboardFigures::at(days);
    figures.desks = desksOf(connection);
    figures.hall = HallFigures::of(ticketsOf(connection, days.today), shiftsOf(connection, days.today), figures.desks.keys(), days.nowMs);
    figures.feedback = feedbackOf(connection, days.today);
    figures.officers = namesOf(connection, figures.hall.desks);
    Statement used = connection.statement("SELECT 1 FROM p_ticket WHERE day > ?1 - 30 LIMIT 1");
    figures.usesTickets = used.bind(days.today.toJulianDay()).step();
    countAccepted(connection, figures);
    countFinished(connection, figures);
    countInHand(connection, figures);
    countScans(connection, figures);
    return figures;
}

qint64 DashboardCount::run(Connection &connection) const
{
    Statement row = connection.oneOff(dashboardsql::count(list));
    bindList(row, list);
    return row.step() ? row.integer(0) : 0;
}

QList<DossierSummary> DashboardRows::run(Connection &connection) const
{
    QList<DossierSummary> rows;
    const dashboardsql::ListSql pieces = dashboardsql::listSql(list);
    const QByteArray column = "d." + QByteArray(pieces.column);
    const QByteArray direction = pieces.ascending ? " ASC" : " DESC";
    // The rows are found in the index alone, so that those skipped are never read; names are not read at all.
    Statement row = connection.oneOff("SELECT d.no, s.subject, d.code, d.procedure, d.procedure_name, d.status, d.open, d.conflict, d.received_at, "
                                      "d.due_at, d.unit, d.competent_unit, d.desk, "
        + column + " FROM (" + dashboardsql::page(list, after.has_value())
        + ") found JOIN p_dossier d ON d.no = found.no JOIN j_subject s ON s.no = d.no ORDER BY " + column + direction + ", d.no" + direction);
    bindList(row, list);
    row.bind(after ? after->at : 0).bind(after ? after->no : 0);
    row.bind(qint64{std::clamp(limit, 1, 1000)}).bind(std::max(offset, qint64{0}));
    while (row.step()) {
        DossierSummary summary;
        summary.key = {row.integer(13), row.integer(0)};
        summary.id = row.id(1);
        summary.code = row.string(2);
        summary.procedure = row.string(3);
        summary.procedureName = row.string(4);
        summary.status = static_cast<int>(row.integer(5));
        summary.open = row.integer(6) != 0;
        summary.conflict = row.integer(7) != 0;
        summary.receivedAt = row.integer(8);
        summary.dueAt = row.integer(9);
        summary.unit = row.string(10);
        summary.competentUnit = row.string(11);
        summary.desk = static_cast<int>(row.integer(12));
        rows.append(summary);
    }
    return rows;
}

QList<Ticket> DashboardTickets::run(Connection &connection) const
{
    QList<Ticket> tickets = list.isOfTickets() ? ticketsOf(connection, list.first) : QList<Ticket>();
    tickets.removeIf([this](const Ticket &ticket) {
        if (list.what == DashboardList::What::Waiting) {
            return ticket.state != TicketState::Waiting || (!list.group.isEmpty() && ticket.group != list.group);
        }
        const QString at = servedAt(ticket);
        return at.isEmpty() || (!list.desk.isEmpty() && at != list.desk);
    });
    std::stable_sort(tickets.begin(), tickets.end(), [](const Ticket &a, const Ticket &b) { return a.issuedAtMs < b.issuedAtMs; });
    return tickets;
}

} // namespace motcua::storage
