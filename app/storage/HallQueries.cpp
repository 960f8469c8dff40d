// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/HallQueries.h"

#include "app/storage/Connection.h"
#include "models/ticket/TicketPhone.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace motcua::storage {

namespace {

QJsonObject jsonAt(const Statement &row, int column)
{
    return QJsonDocument::fromJson(row.bytes(column)).object();
}

QList<Ticket> tickets(Statement &row)
{
    QList<Ticket> found;
    while (row.step()) {
        found.append(Ticket::fromJson(jsonAt(row, 0)));
    }
    return found;
}

QList<Shift> shifts(Statement &row)
{
    QList<Shift> found;
    while (row.step()) {
        found.append(Shift::fromJson(jsonAt(row, 0)));
    }
    return found;
}

} // namespace

HallNow::Hall HallNow::run(Connection &connection) const
{
    Hall hall;
    Statement live = connection.statement("SELECT fold FROM p_ticket WHERE state < 6 AND day = ?1 ORDER BY rank, count, number");
    hall.live = tickets(live.bind(day.toJulianDay()));
    // Enough of the latest to tell of every group, and few enough to be nothing on the busiest day.
    Statement ended = connection.statement("SELECT fold FROM p_ticket WHERE day = ?1 AND state = 6 ORDER BY since DESC LIMIT 300");
    for (const Ticket &ticket : tickets(ended.bind(day.toJulianDay()))) {
        QList<qint64> &known = hall.servedMs[ticket.group];
        if (const qint64 served = ticket.spentMs(TicketState::Serving, 0); served > 0 && known.size() < MostServed) {
            known.append(served);
        }
    }
    Statement needs = connection.statement("SELECT ticket, needs FROM l_need WHERE day = ?1");
    needs.bind(day.toJulianDay());
    while (needs.step()) {
        hall.needs.insert(needs.id(0), needs.string(1).split(u'\n', Qt::SkipEmptyParts));
    }
    Statement open = connection.statement("SELECT fold FROM p_shift WHERE state < 4 ORDER BY +no");
    hall.shifts = shifts(open);
    Statement used = connection.statement("SELECT 1 FROM p_ticket WHERE day > ?1 - 30 LIMIT 1");
    hall.usesTickets = used.bind(day.toJulianDay()).step();
    return hall;
}

bool TakeTicketMessage::run(Connection &connection) const
{
    QStringList lines;
    {
        Statement row = connection.statement("SELECT needs FROM l_need WHERE ticket = ?1");
        lines = row.bind(ticket).step() ? row.string(0).split(u'\n', Qt::SkipEmptyParts) : QStringList();
    }
    const QString taken = TicketPhone::takenLine(message);
    if (TicketPhone::phoneIn(lines).isEmpty() || lines.contains(taken)) {
        return false;
    }
    lines.append(taken);
    connection.statement("UPDATE l_need SET needs = ?2 WHERE ticket = ?1").bind(ticket).text(lines.join(u'\n')).run();
    return true;
}

bool KeepNeedsOfOthers::run(Connection &connection) const
{
    connection.statement("DELETE FROM l_need WHERE day < ?1").bind(day.toJulianDay()).run();
    for (auto need = needs.cbegin(); need != needs.cend(); ++need) {
        connection.statement("INSERT OR IGNORE INTO l_need(ticket, day, needs) VALUES(?1, ?2, ?3)").bind(need.key()).bind(day.toJulianDay()).text(need.value().join(u'\n')).run();
    }
    return true;
}

std::optional<Ticket> TicketById::run(Connection &connection) const
{
    Statement row = connection.statement("SELECT t.fold FROM j_subject s JOIN p_ticket t ON t.no = s.no WHERE s.subject = ?1");
    return row.bind(id).step() ? std::optional(Ticket::fromJson(jsonAt(row, 0))) : std::nullopt;
}

QList<Ticket> StaleTickets::run(Connection &connection) const
{
    Statement row = connection.statement("SELECT fold FROM p_ticket WHERE state < 6 AND day < ?1 ORDER BY +day, number");
    return tickets(row.bind(day.toJulianDay()));
}

std::optional<Ticket> TicketByNumber::run(Connection &connection) const
{
    Statement row = connection.statement("SELECT fold FROM p_ticket WHERE day = ?1 AND number = ?2 ORDER BY no DESC LIMIT 1");
    row.bind(day.toJulianDay()).text(number.trimmed().toUpper());
    return row.step() ? std::optional(Ticket::fromJson(jsonAt(row, 0))) : std::nullopt;
}

QList<Id> EntriesMissing::run(Connection &connection) const
{
    QList<Id> missing;
    for (const Id &id : ids) {
        Statement row = connection.statement("SELECT 1 FROM j_entry WHERE id = ?1");
        if (!row.bind(id).step()) {
            missing.append(id);
        }
    }
    return missing;
}

QList<Shift> ShiftsOfDay::run(Connection &connection) const
{
    Statement row = connection.statement("SELECT fold FROM p_shift WHERE day = ?1 ORDER BY no");
    return shifts(row.bind(day.toJulianDay()));
}

} // namespace motcua::storage
