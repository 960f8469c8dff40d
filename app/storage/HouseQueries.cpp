// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/HouseQueries.h"

#include "app/storage/Connection.h"
#include "app/storage/JournalTables.h"
#include "app/storage/LocalTables.h"
#include "app/storage/Projection.h"

#include <QJsonDocument>

namespace motcua::storage {

QList<StaffMember> StaffList::run(Connection &connection) const
{
    QList<StaffMember> members;
    Statement row = connection.statement("SELECT state FROM p_staff");
    while (row.step()) {
        members.append(StaffMember::fromJson(QJsonDocument::fromJson(row.bytes(0)).object()));
    }
    return members;
}

UnitSettings UnitNow::run(Connection &connection) const
{
    JournalTables journal(connection);
    const JournalRules none;
    return Projection(connection, journal, none).unitOf(origin ? *origin : journal.ownOrigin().id);
}

UnitSettings UnitBefore::run(Connection &connection) const
{
    JournalTables journal(connection);
    const JournalRules none;
    return Projection(connection, journal, none).unitBefore(journal.ownOrigin().id);
}

int LastNumber::run(Connection &connection) const
{
    JournalTables journal(connection);
    const JournalRules none;
    return Projection(connection, journal, none).lastNumber(unit, day, first, last);
}

QList<Figures::Row> Figures::run(Connection &connection) const
{
    QList<Row> rows;
    Statement row = connection.statement("SELECT day, unit, desk, procedure, status, dossiers FROM p_day WHERE day BETWEEN ?1 AND ?2 "
                                         "ORDER BY day, unit, desk, procedure, status");
    row.bind(first.toJulianDay()).bind(last.toJulianDay());
    while (row.step()) {
        rows.append({QDate::fromJulianDay(row.integer(0)), row.string(1), static_cast<int>(row.integer(2)), row.string(3),
            static_cast<int>(row.integer(4)), row.integer(5)});
    }
    return rows;
}

QList<Outcomes::Row> Outcomes::run(Connection &connection) const
{
    QList<Row> rows;
    Statement row = connection.statement("SELECT day, unit, desk, procedure, outcome, dossiers FROM p_outcome WHERE day BETWEEN ?1 AND ?2 "
                                         "ORDER BY day, unit, desk, procedure, outcome");
    row.bind(first.toJulianDay()).bind(last.toJulianDay());
    while (row.step()) {
        rows.append({QDate::fromJulianDay(row.integer(0)), row.string(1), static_cast<int>(row.integer(2)), row.string(3),
            static_cast<Outcome>(row.integer(4)), row.integer(5)});
    }
    return rows;
}

QList<Draft> Drafts::run(Connection &connection) const
{
    QList<Draft> drafts;
    Statement row = connection.statement("SELECT id, person, visit, procedure, edition, form, updated FROM l_draft "
                                         "WHERE ?1 IS NULL OR person = ?1 ORDER BY updated DESC, id");
    person ? row.bind(*person) : row.null();
    while (row.step()) {
        drafts.append(local::draftAt(row));
    }
    return drafts;
}

std::optional<Draft> DraftById::run(Connection &connection) const
{
    Statement row = connection.statement("SELECT id, person, visit, procedure, edition, form, updated FROM l_draft WHERE id = ?1");
    row.bind(id);
    return row.step() ? std::optional(local::draftAt(row)) : std::nullopt;
}

QMap<QString, QByteArray> OpenParts::run(Connection &connection) const
{
    QMap<QString, QByteArray> parts;
    Statement row = connection.statement("SELECT part, state FROM l_open");
    while (row.step()) {
        parts.insert(row.string(0), row.bytes(1));
    }
    return parts;
}

qint64 LastBackup::run(Connection &connection) const
{
    Statement row = connection.statement("SELECT e.header, e.salt, e.payload FROM l_origin_key k JOIN j_subject s ON s.subject = k.origin JOIN j_entry e INDEXED BY j_entry_subject ON e.subject = s.no "
                                         "WHERE e.kind = 'backup.made' ORDER BY e.time DESC, e.place DESC LIMIT 1");
    return row.step() ? JournalTables::entryAt(row, 0).header.receiptMs : 0;
}

std::optional<QByteArray> Setting::run(Connection &connection) const
{
    return local::setting(connection, QStringLiteral("app.") + name);
}

} // namespace motcua::storage
