// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/SyncQueries.h"

#include "app/storage/Connection.h"
#include "app/storage/JournalTables.h"
#include "models/journal/Kind.h"

namespace motcua::storage {

using journal::Entry;
using journal::LogHead;
using journal::Run;

namespace {

/** Leaves the entries from the first on that stay within `bytes`, at least one. */
void cut(QList<Entry> &entries, qsizetype bytes)
{
    qsizetype sum = 0;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        sum += entries[i].headerBytes.size() + (entries[i].payload ? entries[i].payload->bytes.size() : 0);
        if (sum > bytes && i > 0) {
            entries.resize(i);
            return;
        }
    }
}

/** Leaves the entries up to the last of `entries` that stay within `bytes`, at least one. */
void cutFront(QList<Entry> &entries, qsizetype bytes)
{
    qsizetype sum = 0;
    for (qsizetype i = entries.size(); i-- > 0;) {
        sum += entries[i].headerBytes.size() + (entries[i].payload ? entries[i].payload->bytes.size() : 0);
        if (sum > bytes && i + 1 < entries.size()) {
            entries.remove(0, i + 1);
            return;
        }
    }
}

Run runOf(QList<Entry> entries, const QByteArray &publicKey, const QByteArray &signature = {})
{
    const Entry &end = entries.constLast();
    const LogHead head{end.header.key, end.hash(), publicKey, signature};
    return {std::move(entries), head};
}

} // namespace

OutgoingRun::Answer OutgoingRun::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    JournalTables journal(connection);
    std::optional<OriginRow> row = journal.origin(origin);
    if (!row || row->contiguous < first || first == 0 || limit < 1) {
        return std::nullopt;
    }
    if (row->publicKey.isEmpty()) {
        row->publicKey = journal.keyInBeginning(row->no);
    }
    const quint64 most = static_cast<quint64>(qMin(limit, Run::MaxEntries));
    const quint64 end = qMin(last, row->contiguous);
    if (const std::optional<security::SigningKey> key = journal.signingKey(origin)) {
        QList<Entry> entries = journal.log(row->no, first, end, static_cast<qsizetype>(most));
        cut(entries, bytes);
        if (entries.isEmpty()) {
            return std::nullopt;
        }
        Run own = runOf(std::move(entries), key->publicKey());
        own.head.signature = key->sign(LogHead::signedBytes(own.head.last, own.head.hash));
        return own;
    }
    if (heldFrom && *heldFrom > first && *heldFrom <= row->contiguous + 1) {
        const quint64 from = *heldFrom > most ? qMax(first, *heldFrom - most) : first;
        QList<Entry> entries = journal.log(row->no, from, *heldFrom - 1, static_cast<qsizetype>(most));
        cutFront(entries, bytes);
        return entries.isEmpty() ? std::nullopt : std::optional(runOf(std::move(entries), row->publicKey));
    }
    const std::optional<LogHead> vouched = journal.headFrom(*row, first);
    if (!vouched || vouched->last.seq > row->contiguous) {
        return std::nullopt; // nobody would believe it
    }
    const quint64 signedSeq = vouched->last.seq;
    const quint64 from = signedSeq - first < most ? first : signedSeq - most + 1;
    QList<Entry> entries = journal.log(row->no, from, signedSeq, static_cast<qsizetype>(most));
    cutFront(entries, bytes);
    return entries.isEmpty() ? std::nullopt : std::optional(runOf(std::move(entries), row->publicKey, vouched->signature));
}

SignedHead::Answer SignedHead::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    JournalTables journal(connection);
    const std::optional<OriginRow> row = journal.origin(origin);
    if (!row || row->head == 0) {
        return std::nullopt;
    }
    if (const std::optional<security::SigningKey> key = journal.signingKey(origin)) {
        const std::optional<Entry> end = journal.entry(row->no, row->contiguous);
        if (!end) {
            return std::nullopt;
        }
        const QByteArray hash = end->hash();
        return LogHead{end->header.key, hash, key->publicKey(), key->sign(LogHead::signedBytes(end->header.key, hash))};
    }
    return journal.lastHead(*row);
}

ForkedHead::Answer ForkedHead::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    JournalTables journal(connection);
    const std::optional<OriginRow> row = journal.origin(origin);
    return row ? journal.otherHead(*row) : std::nullopt;
}

PurgedAmong::Answer PurgedAmong::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    QSet<Id> purged;
    for (const Id &subject : subjects) {
        Statement row = connection.statement("SELECT 1 FROM j_entry WHERE subject = (SELECT no FROM j_subject WHERE subject = ?1) AND kind = ?2 LIMIT 1");
        if (row.bind(subject).text(QLatin1StringView(journal::kind::PayloadPurged)).step()) {
            purged.insert(subject);
        }
    }
    return purged;
}

HeldAbove::Answer HeldAbove::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    JournalTables journal(connection);
    const std::optional<OriginRow> row = journal.origin(origin);
    return row ? journal.heldAbove(*row, seq) : std::nullopt;
}

} // namespace motcua::storage
