// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/JournalQueries.h"

#include "app/security/Sha256.h"
#include "app/storage/Connection.h"

#include <algorithm>
#include <future>

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

namespace {

constexpr qsizetype StretchBytes = 1024 * 1024;

/** Entries as they lie in the file, not yet looked at. */
struct Stretch
{
    struct Row
    {
        quint64 seq = 0;
        QByteArray header = {};
        std::optional<journal::Payload> payload = {};
    };
    QList<Row> rows = {};
    qsizetype bytes = 0;
    bool isLast = false;
};

/** Verifies one log stretch by stretch. */
class LogVerifier
{
public:
    LogVerifier(const Id &origin, VerifyJournal::Report &report)
        : m_origin(origin)
        , m_chain(origin, &security::sha256)
        , m_report(report)
    {
    }

    void take(const Stretch &stretch)
    {
        for (const Stretch::Row &row : stretch.rows) {
            if (row.seq != m_expected) {
                // Not received yet is no break: go on from what the entry itself says stands before it.
                m_report.missing += row.seq - m_expected;
                const Result<journal::Header> read = journal::Header::decoded(row.header);
                m_chain = read ? Chain({m_origin, row.seq - 1}, read->previous, &security::sha256) : Chain(m_origin, &security::sha256);
            }
            m_report.firstBreak = m_chain.append(row.header, row.payload);
            if (m_report.firstBreak) {
                return;
            }
            m_expected = row.seq + 1;
            ++m_report.entries;
            m_report.withoutPayload += row.payload ? 0 : 1;
        }
    }

    /** After the last entry of the log that `row` tells of. */
    void end(const OriginRow &row)
    {
        const bool otherHead = row.head > 0 && !row.headHash.isEmpty() && m_chain.headHash() != row.headHash;
        if (!m_report.firstBreak && (m_expected <= row.head || otherHead)) {
            m_report.firstBreak = journal::ChainBreak{{row.id, row.head}, journal::ChainBreak::Reason::PreviousHash};
        }
    }

private:
    Id m_origin;
    Chain m_chain;
    quint64 m_expected = 1;
    VerifyJournal::Report &m_report;
};

Stretch stretchOf(Statement &row, qint64 first)
{
    Stretch stretch;
    while (stretch.bytes < StretchBytes) {
        if (!row.step()) {
            stretch.isLast = true; // another step would begin again
            break;
        }
        Stretch::Row read{static_cast<quint64>(row.integer(3) - first) + 1, row.bytes(0), {}};
        if (!row.isNull(2)) {
            read.payload = journal::Payload{row.bytes(1), row.bytes(2)};
            stretch.bytes += read.payload->bytes.size();
        }
        stretch.bytes += read.header.size();
        stretch.rows.append(std::move(read));
    }
    return stretch;
}

} // namespace

VerifyJournal::Report VerifyJournal::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    Report report;
    JournalTables journal(connection);
    for (const OriginRow &origin : journal.origins()) {
        LogVerifier verifier(origin.id, report);
        const qint64 first = JournalTables::place(origin.no, 1);
        Statement row = connection.statement("SELECT header, salt, payload, place FROM j_entry WHERE place BETWEEN ?1 AND ?2 ORDER BY place");
        row.bind(first).bind(JournalTables::place(origin.no, std::max(origin.head, quint64{1})));
        // One thread reads and decrypts while another hashes what was read before.
        for (Stretch read = stretchOf(row, first); !read.rows.isEmpty() && !report.firstBreak;) {
            const std::future<void> hashing = std::async(std::launch::async, [&verifier, &read] { verifier.take(read); });
            Stretch next = read.isLast ? Stretch() : stretchOf(row, first);
            hashing.wait();
            read = std::move(next);
        }
        verifier.end(origin);
        if (report.firstBreak) {
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
