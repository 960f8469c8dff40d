// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/OutboxQueries.h"

#include "app/storage/Connection.h"
#include "app/storage/JournalQueries.h"
#include "app/storage/JournalTables.h"
#include "app/storage/StoreFault.h"
#include "models/journal/Header.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace motcua::storage {

using journal::Header;

namespace {

#define OUTBOX_COLUMNS "e.header, s.subject, d.code, v.state, v.at, v.number, v.code, v.fault, v.fields, v.text, d.conflict"

/** This store's own log and how far the peer is known to hold it. */
struct Way
{
    OriginRow own = {};
    quint64 delivered = 0; ///< up to here
};

Way wayTo(const QString &peer, Connection &connection)
{
    Way way{JournalTables(connection).ownOrigin(), 0};
    // A peer that claims more than was written here holds the log of a cloned disk; that is told elsewhere.
    way.delivered = std::min(PeerVector{peer}.run(connection).highest(way.own.id), way.own.head);
    return way;
}

Header headerAt(const Statement &row)
{
    const Result<Header> header = Header::decoded(row.bytes(0));
    if (!header) {
        throw StoreFault(ErrorCode::StoreDamaged, QStringLiteral("a header in the journal is not one"));
    }
    return *header;
}

PortalVerdict verdictAt(const Statement &row, const Id &judged)
{
    PortalVerdict verdict;
    verdict.judged = judged;
    verdict.state = static_cast<PortalVerdict::State>(row.integer(3));
    verdict.atMs = row.integer(4);
    verdict.number = row.string(5);
    verdict.code = row.string(6);
    verdict.fault = faultNamed(row.string(7));
    const QJsonArray fields = QJsonDocument::fromJson(row.bytes(8)).array();
    for (const QJsonValue &field : fields) {
        verdict.fields.append(field.toString());
    }
    verdict.text = row.string(9);
    return verdict;
}

OutboxRow::State stateOf(const OutboxRow &row, const Way &way)
{
    if (!row.verdict) {
        return row.key.seq <= way.delivered ? OutboxRow::State::Delivered : OutboxRow::State::Waiting;
    }
    // Whoever judged it holds it, whatever the vector of the peer says so far.
    switch (row.verdict->state) {
    case PortalVerdict::State::Accepted:
        return OutboxRow::State::Accepted;
    case PortalVerdict::State::Refused:
        return OutboxRow::State::Refused;
    case PortalVerdict::State::Settled:
        break;
    }
    return OutboxRow::State::Settled;
}

void take(Statement &statement, const Way &way, QList<OutboxRow> &rows)
{
    while (statement.step()) {
        const Header header = headerAt(statement);
        OutboxRow row{header.key, header.id, header.kind, statement.id(1), statement.string(2), header.receiptMs, statement.integer(10) != 0};
        if (!statement.isNull(3)) {
            row.verdict = verdictAt(statement, header.id);
        }
        row.state = stateOf(row, way);
        rows.append(row);
    }
}

} // namespace

QByteArray OutboxPage::stretchSql()
{
    return "SELECT " OUTBOX_COLUMNS " FROM j_entry e CROSS JOIN j_subject s ON s.no = e.subject LEFT JOIN p_dossier d ON d.no = e.subject "
           "LEFT JOIN p_verdict v ON v.no = e.subject AND v.entry = e.id "
           "WHERE e.place BETWEEN ?1 AND ?2 ORDER BY e.place DESC LIMIT ?3";
}

QByteArray OutboxPage::refusedSql()
{
    return "SELECT " OUTBOX_COLUMNS " FROM p_verdict v INDEXED BY p_verdict_refused CROSS JOIN j_entry e ON e.place = v.place "
           "CROSS JOIN j_subject s ON s.no = e.subject LEFT JOIN p_dossier d ON d.no = e.subject "
           "WHERE v.state = 2 AND v.place BETWEEN ?1 AND ?2 ORDER BY v.place DESC LIMIT ?3";
}

QByteArray OutboxCount::attentionSql()
{
    return "SELECT count(*) FROM (SELECT 1 FROM p_verdict INDEXED BY p_verdict_refused WHERE state = 2 AND place BETWEEN ?1 AND ?2 LIMIT "
           "?3)";
}

QByteArray OutboxCount::conflictSql()
{
    return "SELECT count(*) FROM (SELECT 1 FROM p_dossier INDEXED BY p_dossier_conflict WHERE conflict = 1 LIMIT ?1)";
}

QList<OutboxRow> OutboxPage::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    const Way way = wayTo(peer, connection);
    QList<OutboxRow> rows;
    if (before <= 1 || way.own.head == 0) {
        return rows;
    }
    const quint64 last = std::min(before - 1, way.own.head);
    const quint64 first = isRefusedOnly ? last + 1 : isWhole ? 1 : way.delivered + 1;
    const qint64 most = std::clamp(limit, 1, 1000);
    if (first <= last) {
        Statement stretch = connection.oneOff(stretchSql());
        stretch.bind(JournalTables::place(way.own.no, first)).bind(JournalTables::place(way.own.no, last)).bind(most);
        take(stretch, way, rows);
    }
    const quint64 lastDelivered = isRefusedOnly ? last : std::min(last, way.delivered);
    if ((!isWhole || isRefusedOnly) && rows.size() < most && lastDelivered > 0) {
        Statement refused = connection.oneOff(refusedSql());
        refused.bind(JournalTables::place(way.own.no, 1)).bind(JournalTables::place(way.own.no, lastDelivered)).bind(most - rows.size());
        take(refused, way, rows);
    }
    return rows;
}

OutboxCount::Count OutboxCount::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    const Way way = wayTo(peer, connection);
    Count count;
    Statement conflicts = connection.oneOff(conflictSql());
    conflicts.bind(MostCounted);
    count.inConflict = conflicts.step() ? conflicts.integer(0) : 0;
    if (way.own.head == 0) {
        return count;
    }
    count.waiting = static_cast<qint64>(way.own.head - way.delivered);
    if (count.waiting > 0) {
        Statement oldest = connection.statement("SELECT header FROM j_entry WHERE place = ?1");
        if (oldest.bind(JournalTables::place(way.own.no, way.delivered + 1)).step()) {
            count.oldestWaitingMs = headerAt(oldest).receiptMs;
        }
    }
    Statement attention = connection.oneOff(attentionSql());
    attention.bind(JournalTables::place(way.own.no, 1)).bind(JournalTables::place(way.own.no, way.own.head)).bind(MostCounted);
    count.needsAttention = attention.step() ? attention.integer(0) : 0;
    return count;
}

} // namespace motcua::storage
