// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/JournalQueries.h"

#include "app/storage/Connection.h"

namespace motcua::storage {

using journal::Chain;
using journal::Entry;
using journal::VersionVector;

QList<OriginRow> Origins::run(Connection &connection) const
{
    return JournalTables(connection).origins();
}

QList<Entry> JournalRange::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    JournalTables journal(connection);
    const std::optional<OriginRow> row = journal.origin(origin);
    return row ? journal.log(row->no, first, last, limit) : QList<Entry>();
}

QList<Entry> JournalPage::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    JournalTables journal(connection);
    const std::optional<OriginRow> row = origin ? journal.origin(*origin) : journal.ownOrigin();
    QList<Entry> entries;
    if (!row || row->head == 0 || before <= 1) {
        return entries;
    }
    Statement found = connection.statement("SELECT header, salt, payload FROM j_entry WHERE place BETWEEN ?1 AND ?2 ORDER BY place DESC LIMIT ?3");
    found.bind(JournalTables::place(row->no, 1)).bind(JournalTables::place(row->no, std::min(before - 1, row->head))).bind(qint64{limit});
    while (found.step()) {
        entries.append(JournalTables::entryAt(found, 0));
    }
    return entries;
}

VersionVector VersionVectorNow::run(Connection &connection) const
{
    VersionVector vector;
    for (const OriginRow &row : JournalTables(connection).origins()) {
        vector.set(row.id, row.contiguous);
    }
    return vector;
}

VersionVector PeerVector::run(Connection &connection) const
{
    Statement row = connection.statement("SELECT vector FROM l_peer_vector WHERE peer = ?1");
    if (!row.text(peer).step()) {
        return {};
    }
    const Result<VersionVector> vector = VersionVector::fromBytes(row.view(0));
    return vector ? *vector : VersionVector();
}

VerifyJournal::Report VerifyJournal::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    Report report;
    JournalTables journal(connection);
    for (const OriginRow &origin : journal.origins()) {
        Chain chain(origin.id);
        quint64 expected = 1;
        Statement row = connection.statement("SELECT header, salt, payload, place FROM j_entry WHERE place BETWEEN ?1 AND ?2 ORDER BY place");
        row.bind(JournalTables::place(origin.no, 1)).bind(JournalTables::place(origin.no, std::max(origin.head, quint64{1})));
        while (row.step()) {
            const quint64 seq = static_cast<quint64>(row.integer(3) - JournalTables::place(origin.no, 1)) + 1;
            const QByteArray header = row.bytes(0);
            const std::optional<journal::Payload> payload
                = row.isNull(2) ? std::nullopt : std::optional(journal::Payload{row.bytes(1), row.bytes(2)});
            if (seq != expected) {
                // Not received yet is no break: go on from what the entry itself says stands before it.
                report.missing += seq - expected;
                const Result<journal::Header> read = journal::Header::decoded(header);
                chain = read ? Chain({origin.id, seq - 1}, read->previous) : Chain(origin.id);
            }
            if (const auto broken = chain.append(header, payload)) {
                report.firstBreak = broken;
                return report;
            }
            expected = seq + 1;
            ++report.entries;
            report.withoutPayload += payload ? 0 : 1;
        }
        if (expected <= origin.head || (origin.head > 0 && !origin.headHash.isEmpty() && chain.headHash() != origin.headHash)) {
            report.firstBreak = journal::ChainBreak{{origin.id, origin.head}, journal::ChainBreak::Reason::PreviousHash};
            return report;
        }
    }
    return report;
}

QStringList CheckFile::run(Connection &connection) const
{
    QStringList wrong;
    Statement row = connection.statement("PRAGMA integrity_check(100)");
    while (row.step()) {
        if (row.string(0) != u"ok") {
            wrong.append(row.string(0));
        }
    }
    return wrong;
}

} // namespace motcua::storage
