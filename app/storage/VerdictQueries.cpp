// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/VerdictQueries.h"

#include "app/storage/Connection.h"
#include "app/storage/JournalTables.h"

#include <QHash>
#include <QJsonDocument>

namespace motcua::storage {

namespace {

/** What this store's own log says of one dossier. */
struct Said
{
    QSet<Id> judged = {};
    bool hasNumber = false;
};

Said saidOf(Connection &connection, qint64 subject)
{
    Said said;
    Statement row = connection.statement(
        "SELECT e.payload FROM j_entry e JOIN j_origin o ON o.no = e.place >> 40 WHERE e.subject = ?1 "
        "AND e.kind IN ('portal.accepted', 'portal.refused') AND o.origin IN (SELECT origin FROM l_origin_key)");
    row.bind(subject);
    while (row.step()) {
        const QJsonObject payload = QJsonDocument::fromJson(row.bytes(0)).object();
        said.judged.insert(Id::fromString(payload[u"entry"].toString()));
        said.hasNumber = said.hasNumber || !payload[u"number"].toString().isEmpty();
    }
    return said;
}

/** Goes through entries and keeps apart what is to be judged, what has to wait, and what is done with. */
class Search
{
public:
    Search(Connection &connection, const UnjudgedEntries &asked, UnjudgedEntries::Found &found)
        : m_connection(connection)
        , m_asked(asked)
        , m_found(found)
    {
    }

    [[nodiscard]] bool isFull() const { return m_found.entries.size() >= m_asked.limit; }

    /** Columns: place, header, salt, payload, subject, kind, whether the dossier was received. False: it waits. */
    bool take(Statement &row)
    {
        if (!m_asked.kinds.contains(row.bytes(5))) {
            return true;
        }
        if (row.isNull(3) || row.integer(6) == 0) {
            return false;
        }
        journal::Entry entry = JournalTables::entryAt(row, 1);
        const qint64 subject = row.integer(4);
        auto said = m_said.find(subject);
        if (said == m_said.end()) {
            said = m_said.insert(subject, saidOf(m_connection, subject));
        }
        if (!said->judged.contains(entry.header.id)) {
            m_found.entries.append({row.integer(0), std::move(entry), said->hasNumber});
        }
        return true;
    }

private:
    Connection &m_connection;
    const UnjudgedEntries &m_asked;
    UnjudgedEntries::Found &m_found;
    QHash<qint64, Said> m_said;
};

#define UNJUDGED_COLUMNS \
    "e.place, e.header, e.salt, e.payload, e.subject, e.kind, EXISTS(SELECT 1 FROM p_dossier d WHERE d.no = e.subject AND d.received_at > 0)"

} // namespace

UnjudgedEntries::Found UnjudgedEntries::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    Found found;
    Search search(connection, *this, found);
    Statement waiting = connection.statement("SELECT " UNJUDGED_COLUMNS " FROM l_unjudged u JOIN j_entry e ON e.place = u.place "
                                             "WHERE e.payload IS NOT NULL AND EXISTS(SELECT 1 FROM p_dossier d WHERE d.no = e.subject AND d.received_at > 0) "
                                             "AND (?2 = 0 OR EXISTS(SELECT 1 FROM l_national n WHERE n.no = e.subject AND (n.state <> 1 "
                                             "OR (e.kind = 'dossier.accepted' AND length(n.record) > 0)))) ORDER BY u.place LIMIT ?1");
    waiting.bind(qint64{limit}).bind(qint64{awaitsNational ? 1 : 0});
    while (waiting.step()) {
        if (search.take(waiting)) {
            found.soFar.done.append(waiting.integer(0));
        }
    }
    int left = rows;
    Statement logs = connection.statement("SELECT o.no, o.contiguous, coalesce(l.seq, 0) FROM j_origin o LEFT JOIN l_judged l ON l.log = o.no "
                                          "WHERE o.contiguous > coalesce(l.seq, 0) AND o.origin NOT IN (SELECT origin FROM l_origin_key) ORDER BY o.no");
    while (logs.step()) {
        if (search.isFull() || left <= 0) {
            found.isMore = true;
            break;
        }
        const qint64 log = logs.integer(0);
        quint64 seq = static_cast<quint64>(logs.integer(2));
        const auto end = static_cast<quint64>(logs.integer(1));
        Statement row = connection.statement("SELECT " UNJUDGED_COLUMNS " FROM j_entry e WHERE e.place BETWEEN ?1 AND ?2 ORDER BY e.place LIMIT ?3");
        row.bind(JournalTables::place(log, seq + 1)).bind(JournalTables::place(log, end)).bind(qint64{left});
        while (!search.isFull() && left > 0 && row.step()) {
            --left;
            seq = static_cast<quint64>(row.integer(0) - JournalTables::place(log, 1)) + 1;
            if (!search.take(row)) {
                found.soFar.waiting.append(row.integer(0));
            }
        }
        found.soFar.upTo.insert(log, seq);
        found.isMore = found.isMore || seq < end;
    }
    return found;
}

JudgedSoFar::Answer JudgedSoFar::run(Connection &connection) const
{
    for (auto it = upTo.cbegin(); it != upTo.cend(); ++it) {
        connection.statement("INSERT OR REPLACE INTO l_judged(log, seq) VALUES(?1, ?2)").bind(it.key()).bind(static_cast<qint64>(it.value())).run();
    }
    for (const qint64 place : waiting) {
        connection.statement("INSERT OR IGNORE INTO l_unjudged(place) VALUES(?1)").bind(place).run();
    }
    for (const qint64 place : done) {
        connection.statement("DELETE FROM l_unjudged WHERE place = ?1").bind(place).run();
    }
    return {};
}

int LastGivenNumber::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    int last = 0;
    Statement logs = connection.statement("SELECT no, head FROM j_origin WHERE head > 0 AND origin IN (SELECT origin FROM l_origin_key)");
    while (logs.step()) {
        const qint64 log = logs.integer(0);
        Statement row = connection.statement("SELECT payload, time FROM j_entry INDEXED BY j_entry_accepted "
                                             "WHERE kind = 'portal.accepted' AND place BETWEEN ?1 AND ?2 ORDER BY place DESC");
        row.bind(JournalTables::place(log, 1)).bind(JournalTables::place(log, static_cast<quint64>(logs.integer(1))));
        // Numbers of one day ascend, so the first that is met is the last that was given.
        while (row.step() && journal::HybridTime::fromPacked(static_cast<quint64>(row.integer(1))).unixMs >= sinceMs) {
            const auto count = counted(QJsonDocument::fromJson(row.bytes(0)).object()[u"number"].toString());
            if (count) {
                last = qMax(last, *count);
                break;
            }
        }
    }
    return last;
}

} // namespace motcua::storage
