// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/AppointmentQueries.h"

#include "app/storage/Connection.h"
#include "models/base/VietnamTime.h"

#include <QJsonDocument>

namespace motcua::storage {

namespace {

qint64 midnight(QDate day)
{
    return vietnamTime(day, QTime(0, 0)).toMSecsSinceEpoch();
}

Appointment foldAt(const Statement &row)
{
    return Appointment::fromJson(QJsonDocument::fromJson(row.bytes(0)).object());
}

QList<AppointmentLine> lines(Statement &row)
{
    QList<AppointmentLine> found;
    while (row.step()) {
        found.append({foldAt(row), row.isNull(1) ? QString() : row.string(1)});
    }
    return found;
}

} // namespace

QList<AppointmentLine> AppointmentsOfDay::run(Connection &connection) const
{
    Statement row = connection.statement("SELECT a.fold, t.number FROM p_appointment a LEFT JOIN j_subject s ON s.subject = a.ticket LEFT JOIN p_ticket t ON t.no = s.no "
                                         "WHERE a.at >= ?1 AND a.at < ?2 ORDER BY a.at, a.no LIMIT ?3");
    row.bind(midnight(day)).bind(midnight(day.addDays(1))).bind(qint64{MostRows});
    return lines(row);
}

QList<AppointmentLine> AppointmentsByCode::run(Connection &connection) const
{
    Statement row = connection.statement("SELECT a.fold, t.number FROM p_appointment a LEFT JOIN j_subject s ON s.subject = a.ticket LEFT JOIN p_ticket t ON t.no = s.no "
                                         "WHERE a.code = ?1 AND a.at >= ?2 ORDER BY a.at, a.no LIMIT ?3");
    row.text(code).bind(midnight(from)).bind(qint64{AppointmentsOfDay::MostRows});
    return lines(row);
}

std::optional<Appointment> AppointmentById::run(Connection &connection) const
{
    Statement row = connection.statement("SELECT a.fold FROM j_subject s JOIN p_appointment a ON a.no = s.no WHERE s.subject = ?1");
    return row.bind(id).step() ? std::optional(foldAt(row)) : std::nullopt;
}

QMap<qint64, int> AppointmentsTaken::run(Connection &connection) const
{
    Statement row = connection.statement("SELECT at, count(*) FROM p_appointment WHERE at >= ?1 AND at < ?2 AND letter = ?3 AND state < 3 GROUP BY at");
    row.bind(midnight(day)).bind(midnight(day.addDays(1))).text(letter);
    QMap<qint64, int> taken;
    while (row.step()) {
        taken.insert(row.integer(0), static_cast<int>(row.integer(1)));
    }
    return taken;
}

QList<Id> AppointmentsGoneBy::run(Connection &connection) const
{
    Statement row = connection.statement("SELECT s.subject FROM p_appointment a JOIN j_subject s ON s.no = a.no WHERE a.at < ?1 AND (a.origin = ?2 OR a.at < ?3) ORDER BY a.at, a.no LIMIT ?4");
    row.bind(midnight(before)).bind(origin).bind(midnight(before.addDays(-LeftDays))).bind(qint64{MostRows});
    QList<Id> ids;
    while (row.step()) {
        ids.append(row.id(0));
    }
    return ids;
}

} // namespace motcua::storage
