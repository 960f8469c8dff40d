// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/JournalTables.h"

#include "app/storage/Connection.h"
#include "app/storage/LocalTables.h"
#include "app/storage/StoreFault.h"
#include "models/journal/Kind.h"

#include <QtEndian>

#include <sqlite3.h>

namespace motcua::storage {

using journal::Entry;
using journal::Header;
using journal::HybridTime;
using journal::LogHead;
using journal::Payload;

namespace {

constexpr int SeqBits = 40;
constexpr quint64 LastSeq = (quint64{1} << SeqBits) - 1;

OriginRow originAt(const Statement &row)
{
    return {row.integer(0), row.id(1), row.integer(2) != 0, row.integer(3) != 0, row.bytes(4), static_cast<quint64>(row.integer(5)),
        static_cast<quint64>(row.integer(6)), row.bytes(7), HybridTime::fromPacked(static_cast<quint64>(row.integer(8)))};
}

} // namespace

SubjectType subjectTypeOf(const QByteArray &kind)
{
    const auto about = [&kind](const char *prefix) { return kind.startsWith(prefix); };
    if (about("dossier.") || about("slip.") || about("paper.") || about("fee.") || about("attachment.") || about("portal.")) {
        return SubjectType::Dossier;
    }
    if (about("staff.")) {
        return SubjectType::Person;
    }
    if (about("origin.") || about("unit.") || about("clock.") || about("backup.") || about("offline.")) {
        return SubjectType::Origin;
    }
    if (about("ticket.")) {
        return SubjectType::Ticket;
    }
    if (about("shift.")) {
        return SubjectType::Shift;
    }
    if (about("feedback.")) {
        return SubjectType::Feedback;
    }
    if (about("help.")) {
        return SubjectType::Help;
    }
    if (about("notice.")) {
        return SubjectType::Notice;
    }
    if (about("appointment.")) {
        return SubjectType::Appointment;
    }
    if (about("certification.")) {
        return SubjectType::Certification;
    }
    return SubjectType::Unknown;
}

JournalTables::JournalTables(Connection &connection)
    : m_connection(connection)
{
}

qint64 JournalTables::place(qint64 originNo, quint64 seq)
{
    if (seq == 0 || seq > LastSeq) {
        throw StoreFault(ErrorCode::EntryMalformed, QStringLiteral("place outside the log"));
    }
    return (originNo << SeqBits) | static_cast<qint64>(seq);
}

OriginRow JournalTables::ownOrigin()
{
    Statement row = m_connection.statement("SELECT no, origin, own, forked, public_key, contiguous, head, head_hash, clock FROM j_origin "
                                           "WHERE own = 1");
    if (!row.step()) {
        throw StoreFault(ErrorCode::StoreDamaged, QStringLiteral("the store has no log of its own"));
    }
    return originAt(row);
}

std::optional<OriginRow> JournalTables::origin(const Id &id)
{
    Statement row = m_connection.statement("SELECT no, origin, own, forked, public_key, contiguous, head, head_hash, clock FROM j_origin "
                                           "WHERE origin = ?1");
    if (!row.bind(id).step()) {
        return std::nullopt;
    }
    return originAt(row);
}

OriginRow JournalTables::madeOrigin(const Id &id)
{
    if (const std::optional<OriginRow> known = origin(id)) {
        return *known;
    }
    m_connection.statement("INSERT INTO j_origin(origin) VALUES(?1)").bind(id).run();
    return *origin(id);
}

QList<OriginRow> JournalTables::origins()
{
    QList<OriginRow> all;
    Statement row = m_connection.statement("SELECT no, origin, own, forked, public_key, contiguous, head, head_hash, clock FROM j_origin "
                                           "ORDER BY origin");
    while (row.step()) {
        all.append(originAt(row));
    }
    return all;
}

void JournalTables::keep(const OriginRow &row)
{
    Statement update = m_connection.statement("UPDATE j_origin SET own = ?2, forked = ?3, public_key = ?4, contiguous = ?5, head = ?6, "
                                              "head_hash = ?7, clock = ?8 WHERE no = ?1");
    update.bind(row.no).bind(qint64{row.own}).bind(qint64{row.forked});
    row.publicKey.isEmpty() ? update.null() : update.blob(row.publicKey);
    update.bind(static_cast<qint64>(row.contiguous)).bind(static_cast<qint64>(row.head));
    row.headHash.isEmpty() ? update.null() : update.blob(row.headHash);
    update.bind(static_cast<qint64>(row.clock.packed())).run();
}

std::optional<SubjectRow> JournalTables::subject(const Id &id)
{
    Statement row = m_connection.statement("SELECT no, type FROM j_subject WHERE subject = ?1");
    if (!row.bind(id).step()) {
        return std::nullopt;
    }
    return SubjectRow{row.integer(0), id, static_cast<SubjectType>(row.integer(1))};
}

SubjectRow JournalTables::madeSubject(const Id &id)
{
    if (const std::optional<SubjectRow> known = subject(id)) {
        return *known;
    }
    return newSubject(id, SubjectType::Unknown);
}

SubjectRow JournalTables::newSubject(const Id &id, SubjectType type)
{
    // Not with RETURNING: that opens a savepoint within the transaction, and a savepoint makes the full-text index write itself out.
    m_connection.statement("INSERT INTO j_subject(subject, type) VALUES(?1, ?2)").bind(id).bind(static_cast<qint64>(type)).run();
    return {sqlite3_last_insert_rowid(m_connection.handle()), id, type};
}

void JournalTables::keepType(const SubjectRow &row)
{
    m_connection.statement("UPDATE j_subject SET type = ?2 WHERE no = ?1").bind(row.no).bind(static_cast<qint64>(row.type)).run();
}

void JournalTables::insert(qint64 originNo, const SubjectRow &subject, const Entry &entry)
{
    Statement insert = m_connection.statement("INSERT INTO j_entry(place, subject, id, kind, time, header, salt, payload) "
                                              "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    const Header &header = entry.header;
    insert.bind(place(originNo, header.key.seq)).bind(subject.no).bind(header.id).utf8(header.kind);
    insert.bind(static_cast<qint64>(header.time.packed())).blob(entry.headerBytes);
    if (entry.payload) {
        insert.blob(entry.payload->salt).blob(entry.payload->bytes);
    } else {
        insert.null().null();
    }
    insert.run();
}

std::optional<Entry> JournalTables::entry(qint64 originNo, quint64 seq)
{
    return entry(place(originNo, seq));
}

std::optional<Entry> JournalTables::entry(qint64 place)
{
    Statement row = m_connection.statement("SELECT header, salt, payload FROM j_entry WHERE place = ?1");
    if (!row.bind(place).step()) {
        return std::nullopt;
    }
    return entryAt(row, 0);
}

bool JournalTables::holdsId(const Id &entry)
{
    Statement row = m_connection.statement("SELECT 1 FROM j_entry WHERE id = ?1");
    return row.bind(entry).step();
}

void JournalTables::keepPayload(qint64 originNo, quint64 seq, const Payload &payload)
{
    m_connection.statement("UPDATE j_entry SET salt = ?2, payload = ?3 WHERE place = ?1")
        .bind(place(originNo, seq))
        .blob(payload.salt)
        .blob(payload.bytes)
        .run();
}

void JournalTables::erasePayload(qint64 originNo, quint64 seq)
{
    m_connection.statement("UPDATE j_entry SET salt = NULL, payload = NULL WHERE place = ?1 AND payload IS NOT NULL")
        .bind(place(originNo, seq))
        .run();
}

QList<Entry> JournalTables::entriesOf(const SubjectRow &subject)
{
    QList<Entry> entries;
    Statement row = m_connection.statement("SELECT header, salt, payload FROM j_entry WHERE subject = ?1 ORDER BY place");
    row.bind(subject.no);
    while (row.step()) {
        entries.append(entryAt(row, 0));
    }
    return entries;
}

QList<Entry> JournalTables::log(qint64 originNo, quint64 first, quint64 last, qsizetype limit)
{
    QList<Entry> entries;
    if (first > last || first > LastSeq) {
        return entries;
    }
    Statement row = m_connection.statement("SELECT header, salt, payload FROM j_entry WHERE place BETWEEN ?1 AND ?2 ORDER BY place LIMIT ?3");
    row.bind(place(originNo, qMax(quint64{1}, first))).bind(place(originNo, qMin(last, LastSeq))).bind(qint64{limit});
    while (row.step()) {
        entries.append(entryAt(row, 0));
    }
    return entries;
}

std::optional<security::SigningKey> JournalTables::signingKey(const Id &origin)
{
    Statement row = m_connection.statement("SELECT seed FROM l_origin_key WHERE origin = ?1");
    if (!row.bind(origin).step()) {
        return std::nullopt;
    }
    return security::SigningKey::fromSeed(security::SecretBytes::copyOf(row.view(0)));
}

void JournalTables::keepHead(qint64 originNo, const LogHead &head)
{
    if (head.signature.isEmpty()) {
        return;
    }
    m_connection.statement("INSERT OR IGNORE INTO j_head(origin, seq, hash, signature) VALUES(?1, ?2, ?3, ?4)")
        .bind(originNo).bind(static_cast<qint64>(head.last.seq)).blob(head.hash).blob(head.signature).run();
}

std::optional<LogHead> JournalTables::headFrom(const OriginRow &origin, quint64 seq)
{
    Statement row = m_connection.statement("SELECT seq, hash, signature FROM j_head WHERE origin = ?1 AND seq >= ?2 ORDER BY seq LIMIT 1");
    row.bind(origin.no).bind(static_cast<qint64>(qMin(seq, LastSeq)));
    return headAt(row, origin);
}

std::optional<LogHead> JournalTables::lastHead(const OriginRow &origin)
{
    Statement row = m_connection.statement("SELECT seq, hash, signature FROM j_head WHERE origin = ?1 ORDER BY seq DESC LIMIT 1");
    row.bind(origin.no);
    return headAt(row, origin);
}

std::optional<LogHead> JournalTables::headAt(Statement &row, const OriginRow &origin)
{
    if (!row.step()) {
        return std::nullopt;
    }
    return LogHead{{origin.id, static_cast<quint64>(row.integer(0))}, row.bytes(1), origin.publicKey, row.bytes(2)};
}

std::optional<LogHead> JournalTables::otherHead(const OriginRow &origin)
{
    constexpr qsizetype SeqSize = 8;
    constexpr qsizetype HashSize = 32;
    constexpr qsizetype SignatureSize = 64;
    const std::optional<QByteArray> kept = local::setting(m_connection, QLatin1String(local::Fork) + origin.id.toString());
    if (!kept || kept->size() != SeqSize + HashSize + SignatureSize) {
        return std::nullopt;
    }
    return LogHead{{origin.id, qFromBigEndian<quint64>(kept->constData())}, kept->sliced(SeqSize, HashSize), origin.publicKey,
        kept->sliced(SeqSize + HashSize)};
}

void JournalTables::keepOtherHead(const LogHead &head)
{
    const QString name = QLatin1String(local::Fork) + head.last.origin.toString();
    if (head.signature.isEmpty() || local::setting(m_connection, name)) {
        return;
    }
    const quint64 seq = qToBigEndian(head.last.seq);
    local::keepSetting(m_connection, name, QByteArray(reinterpret_cast<const char *>(&seq), sizeof seq) + head.hash + head.signature);
}

std::optional<quint64> JournalTables::heldAbove(const OriginRow &origin, quint64 seq)
{
    if (origin.head <= seq) {
        return std::nullopt;
    }
    Statement row = m_connection.statement("SELECT min(place) FROM j_entry WHERE place > ?1 AND place <= ?2");
    row.bind(place(origin.no, 1) - 1 + static_cast<qint64>(seq)).bind(place(origin.no, origin.head));
    return row.step() && !row.isNull(0) ? std::optional(static_cast<quint64>(row.integer(0) - place(origin.no, 1) + 1)) : std::nullopt;
}

qint64 JournalTables::logs()
{
    Statement row = m_connection.statement("SELECT count(*) FROM j_origin");
    return row.step() ? row.integer(0) : 0;
}

QByteArray JournalTables::keyInBeginning(qint64 originNo)
{
    const std::optional<Entry> first = entry(originNo, 1);
    return first ? keyNamedIn(*first) : QByteArray();
}

QByteArray JournalTables::keyNamedIn(const Entry &first)
{
    const journal::Reading reading = journal::Kinds::known().read(first);
    if (first.header.kind != journal::kind::OriginStarted || reading.state != journal::Reading::State::Read) {
        return {};
    }
    const QByteArray key = QByteArray::fromBase64(reading.payload.value(u"publicKey").toString().toLatin1());
    return key.size() == 32 ? key : QByteArray();
}

Entry JournalTables::entryAt(const Statement &row, int column)
{
    Entry entry;
    entry.headerBytes = row.bytes(column);
    const Result<Header> header = Header::decoded(entry.headerBytes);
    if (!header) {
        throw StoreFault(ErrorCode::StoreDamaged, QStringLiteral("a header in the journal is not one"));
    }
    entry.header = *header;
    if (!row.isNull(column + 2)) {
        entry.payload = Payload{row.bytes(column + 1), row.bytes(column + 2)};
    }
    return entry;
}

} // namespace motcua::storage
