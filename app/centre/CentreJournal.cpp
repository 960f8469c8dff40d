// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/CentreJournal.h"

#include "app/security/Aead.h"
#include "app/security/Sha256.h"
#include "app/storage/AttachmentParts.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <tuple>

namespace motcua::centre {

using journal::Entry;
using journal::EntryKey;
using journal::LogHead;
using journal::Payload;
using journal::Run;
using journal::VersionVector;

namespace {

constexpr qint64 Writer = 0x6d6f74637561; // "motcua": the advisory lock of who writes
constexpr qint64 Founder = Writer + 1; // of who changes the schema
constexpr qsizetype SaltSize = 16;
constexpr qint64 StretchBytes = 4 * 1024 * 1024; ///< as much of a log as one goes with

/** To what a sealed payload is bound: in another place it does not open. */
QByteArray placeOf(const Id &origin, quint64 seq)
{
    const quint64 big = qToBigEndian(seq);
    return "motcua payload" + origin.bytes() + QByteArray(reinterpret_cast<const char *>(&big), sizeof big);
}

qint64 number(quint64 seq)
{
    return static_cast<qint64>(seq);
}

constexpr std::array Migrations{"0001_journal", "0002_hall", "0003_fleet", "0004_told", "0005_release"};
static_assert(Migrations.size() == CentreJournal::Schema);

QByteArray migration(int version)
{
    QFile file(QStringLiteral(":/motcua/centre/migrations/%1.sql").arg(QLatin1StringView(Migrations.at(static_cast<std::size_t>(version) - 1))));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** The schema a database has; 0 when it has none. */
Result<int> schemaOf(Postgres &database)
{
    const Result<PgRows> there = database.run("SELECT to_regclass('motcua.schema') IS NOT NULL");
    if (!there) {
        return there.error();
    }
    if (!there->flag(0, 0)) {
        return 0;
    }
    const Result<PgRows> version = database.run("SELECT max(version)::bigint FROM motcua.schema");
    return version ? Result<int>(static_cast<int>(version->integer(0, 0))) : version.error();
}

/** Chunks are kept in their order, each where the one before ends. */
Result<qint64> heldOf(Postgres &database, const QByteArray &name)
{
    const Result<PgRows> row = database.run("SELECT coalesce(max(at + length(bytes)), 0)::bigint FROM motcua.chunk WHERE name = $1", {name});
    return row ? Result<qint64>(row->integer(0, 0)) : row.error();
}

/** In the order of the key, as everybody does, so that two who erase the same do not wait for each other. */
Result<> erased(Postgres &database, QList<EntryKey> keys)
{
    if (keys.isEmpty()) {
        return {};
    }
    std::sort(keys.begin(), keys.end(), [](const EntryKey &one, const EntryKey &other) { return std::tie(one.origin, one.seq) < std::tie(other.origin, other.seq); });
    QList<QByteArray> origins;
    QList<qint64> seqs;
    for (const EntryKey &key : std::as_const(keys)) {
        origins.append(key.origin.bytes());
        seqs.append(number(key.seq));
    }
    const Result<PgRows> done = database.run("WITH gone AS (SELECT e.origin, e.seq FROM unnest($1, $2) AS t(origin, seq) JOIN motcua.origin o ON o.origin = encode(t.origin, 'hex')::uuid "
                                             "JOIN motcua.entry e ON e.origin = o.no AND e.seq = t.seq WHERE e.payload IS NOT NULL ORDER BY e.origin, e.seq FOR UPDATE OF e) "
                                             "UPDATE motcua.entry e SET payload = NULL, purged = true FROM gone WHERE e.origin = gone.origin AND e.seq = gone.seq",
        {origins, seqs});
    return done ? Result<>() : done.error();
}

} // namespace

CentreJournal::CentreJournal(DatabaseAccess access)
    : m_access(std::move(access))
{
}

Result<bool> CentreJournal::connected()
{
    if (m_database && m_database->isUsable()) {
        return false;
    }
    m_database.reset();
    Result<std::unique_ptr<Postgres>> opened = Postgres::open(m_access);
    if (!opened) {
        return opened.error();
    }
    const Result<int> schema = schemaOf(**opened);
    if (!schema) {
        return schema.error();
    }
    if (*schema == 0) {
        return Error{ErrorCode::DatabaseForeign, QStringLiteral("nothing of ours was set up there")};
    }
    if (*schema > Schema) {
        return Error{ErrorCode::PeerNewer, QStringLiteral("schema %1 of the database").arg(*schema)};
    }
    m_database = *std::move(opened);
    return true;
}

Result<Id> CentreJournal::establish(const DatabaseAccess &access, const Id &house, bool training, bool shared)
{
    const Result<std::unique_ptr<Postgres>> database = Postgres::open(access);
    if (!database) {
        return database.error();
    }
    Postgres &at = **database;
    PgTransaction transaction(at);
    if (!transaction.begun()) {
        return transaction.begun().error();
    }
    if (const Result<PgRows> alone = at.run("SELECT pg_advisory_xact_lock($1)", {Founder}); !alone) {
        return alone.error();
    }
    const Result<int> had = schemaOf(at);
    if (!had) {
        return had.error();
    }
    if (*had > Schema) {
        return Error{ErrorCode::PeerNewer, QStringLiteral("schema %1 of the database").arg(*had)};
    }
    if (*had == 0) {
        const Result<> made = at.script("CREATE SCHEMA motcua; CREATE TABLE motcua.schema (version int PRIMARY KEY, at timestamptz NOT NULL DEFAULT now());");
        if (!made) {
            return made.error();
        }
    }
    for (int version = *had + 1; version <= Schema; ++version) {
        const Result<> made = at.script(migration(version));
        const Result<PgRows> noted = made ? at.run("INSERT INTO motcua.schema(version) VALUES($1)", {qint64{version}}) : Result<PgRows>(made.error());
        if (!noted) {
            return noted.error();
        }
    }
    const Result<PgRows> set = at.run("INSERT INTO motcua.house(id, training, shared) VALUES($1, $2, $3) ON CONFLICT DO NOTHING", {house, training, shared});
    const Result<PgRows> is = set ? at.run("SELECT id, training, shared FROM motcua.house") : set;
    if (!is) {
        return is.error();
    }
    if (is->flag(0, 1) != training) {
        return Error{ErrorCode::DatabaseForeign, training ? QStringLiteral("it is not for practice") : QStringLiteral("it is for practice")};
    }
    if (is->flag(0, 2) != shared) {
        return Error{ErrorCode::DatabaseForeign, shared ? QStringLiteral("it is a gateway's") : QStringLiteral("it is a centre's")};
    }
    const Result<> done = transaction.commit();
    return done ? Result<Id>(is->id(0, 0)) : done.error();
}

Result<CentreJournal::House> CentreJournal::house()
{
    return with<House>([this](Postgres &database) -> Result<House> {
        const Result<PgRows> row = database.run("SELECT id, training, shared, epoch, (extract(epoch FROM clock_timestamp()) * 1000)::bigint FROM motcua.house");
        if (!row) {
            return row.error();
        }
        if (row->isEmpty() || (!access().house.isNull() && row->id(0, 0) != access().house)) {
            return Error{ErrorCode::DatabaseForeign, QStringLiteral("the data of another centre")};
        }
        return House{row->id(0, 0), row->flag(0, 1), row->flag(0, 2), row->integer(0, 3), row->integer(0, 4)};
    });
}

Result<CentreJournal::Standing> CentreJournal::standing()
{
    const Result<House> found = house();
    if (!found) {
        return found.error();
    }
    return with<Standing>([&found](Postgres &database) -> Result<Standing> {
        const Result<PgRows> row = database.run(
            "SELECT pg_database_size(current_database()), "
            "coalesce((SELECT coalesce(host(a.client_addr), 'local') FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid "
            "WHERE l.locktype = 'advisory' AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND (l.classid::bigint << 32 | l.objid::bigint) = $1 LIMIT 1), ''), "
            "coalesce((extract(epoch FROM base_at) * 1000)::bigint, 0) FROM motcua.house",
            {Writer});
        if (!row || row->isEmpty()) {
            return row ? Error{ErrorCode::DatabaseForeign, {}} : row.error();
        }
        return Standing{*found, row->integer(0, 0), row->text(0, 1), row->integer(0, 2)};
    });
}

Result<VersionVector> CentreJournal::vector()
{
    return with<VersionVector>([](Postgres &database) -> Result<VersionVector> {
        const Result<PgRows> rows = database.run("SELECT origin, contiguous FROM motcua.origin WHERE contiguous > 0");
        if (!rows) {
            return rows.error();
        }
        VersionVector vector;
        for (int i = 0; i < rows->size(); ++i) {
            vector.set(rows->id(i, 0), static_cast<quint64>(rows->integer(i, 1)));
        }
        return vector;
    });
}

Result<std::optional<quint64>> CentreJournal::heldAbove(const Id &origin, quint64 seq)
{
    return with<std::optional<quint64>>([&](Postgres &database) -> Result<std::optional<quint64>> {
        const Result<PgRows> row = database.run("SELECT e.seq FROM motcua.entry e JOIN motcua.origin o ON o.no = e.origin WHERE o.origin = $1 AND e.seq > $2 "
                                                "ORDER BY e.seq LIMIT 1",
            {origin, number(seq)});
        if (!row) {
            return row.error();
        }
        return row->isEmpty() ? std::optional<quint64>() : static_cast<quint64>(row->integer(0, 0));
    });
}

QByteArray CentreJournal::sealed(const Id &origin, quint64 seq, const Payload &payload) const
{
    return security::aead::sealRandomly(access().key, placeOf(origin, seq), payload.salt + payload.bytes);
}

Result<Entry> CentreJournal::opened(const Id &origin, quint64 seq, const QByteArray &header, const QByteArray &sealed) const
{
    std::optional<Payload> payload;
    if (!sealed.isNull()) {
        const auto plain = security::aead::openRandomly(access().key, placeOf(origin, seq), sealed);
        if (!plain || plain->size() < SaltSize) {
            return Error{ErrorCode::PayloadMismatch, QStringLiteral("a payload of the database does not open")};
        }
        payload = Payload{plain->view().first(SaltSize).toByteArray(), plain->view().sliced(SaltSize).toByteArray()};
    }
    return Entry::from(header, payload);
}

Result<> CentreJournal::write(qint64 epoch, const std::function<Result<>(Postgres &)> &work)
{
    const auto made = with<std::monostate>([&](Postgres &database) -> Result<> {
        PgTransaction transaction(database);
        if (!transaction.begun()) {
            return transaction.begun().error();
        }
        if (epoch != EverybodyWrites) {
            // Locked: whoever begins to write anew waits for this to end, and after it nothing of this epoch begins.
            const Result<PgRows> still = database.run("SELECT epoch FROM motcua.house FOR SHARE");
            if (!still) {
                return still.error();
            }
            if (still->isEmpty() || still->integer(0, 0) != epoch) {
                return Error{ErrorCode::DatabaseHeld, QStringLiteral("another program writes since")};
            }
        }
        if (const Result<> done = work(database); !done) {
            return done;
        }
        return transaction.commit();
    });
    return made;
}

Result<CentreJournal::Kept> CentreJournal::keep(const Run &run, qint64 epoch, QList<EntryKey> gone)
{
    const Id origin = run.origin();
    QList<qint64> seqs;
    QList<QByteArray> headers;
    QList<QByteArray> payloads;
    for (const Entry &entry : run.entries) {
        seqs.append(number(entry.header.key.seq));
        headers.append(entry.headerBytes);
        payloads.append(entry.payload ? sealed(origin, entry.header.key.seq, *entry.payload) : QByteArray());
    }
    Kept answer;
    const Result<> done = write(epoch, [&](Postgres &database) -> Result<> {
        const Result<PgRows> made = database.run("INSERT INTO motcua.origin(origin, public_key) VALUES($1, $2) ON CONFLICT (origin) DO NOTHING", {origin, run.head.publicKey});
        const Result<PgRows> row = made ? database.run("SELECT no, contiguous FROM motcua.origin WHERE origin = $1 FOR UPDATE", {origin}) : made;
        if (!row) {
            return row.error();
        }
        const qint64 no = row->integer(0, 0);
        const Result<PgRows> other = database.run("SELECT t.seq FROM unnest($2, $3) AS t(seq, header) JOIN motcua.entry e ON e.origin = $1 AND e.seq = t.seq "
                                                  "WHERE e.header <> t.header ORDER BY t.seq LIMIT 1",
            {no, seqs, headers});
        if (!other) {
            return other.error();
        }
        if (!other->isEmpty()) {
            return Error{ErrorCode::OriginForked, QString::number(other->integer(0, 0))};
        }
        const Result<PgRows> kept = database.run("INSERT INTO motcua.entry(origin, seq, header, payload) "
                                                 "SELECT $1, t.seq, t.header, t.payload FROM unnest($2, $3, $4) AS t(seq, header, payload) "
                                                 "ON CONFLICT (origin, seq) DO UPDATE SET payload = excluded.payload "
                                                 "WHERE entry.payload IS NULL AND NOT entry.purged AND excluded.payload IS NOT NULL",
            {no, seqs, headers, payloads});
        if (!kept) {
            return kept.error();
        }
        answer.stored = kept->affected();
        if (!run.head.signature.isEmpty()) {
            const Result<PgRows> vouched = database.run("INSERT INTO motcua.head(origin, seq, hash, signature) VALUES($1, $2, $3, $4) ON CONFLICT DO NOTHING",
                {no, number(run.last()), run.head.hash, run.head.signature});
            if (!vouched) {
                return vouched.error();
            }
        }
        if (const Result<> purged = erased(database, gone); !purged) {
            return purged;
        }
        answer.contiguous = static_cast<quint64>(row->integer(0, 1));
        if (run.first() > answer.contiguous + 1 || run.last() <= answer.contiguous) {
            return {};
        }
        // Up to the first place that is missing above what was whole before.
        const Result<PgRows> up = database.run("WITH above AS (SELECT seq, row_number() OVER (ORDER BY seq) AS place FROM motcua.entry WHERE origin = $1 AND seq > $2) "
                                               "UPDATE motcua.origin SET contiguous = greatest(contiguous, coalesce((SELECT max(seq) FROM above WHERE seq = $2 + place), 0)) "
                                               "WHERE no = $1 RETURNING contiguous",
            {no, row->integer(0, 1)});
        if (!up) {
            return up.error();
        }
        answer.contiguous = static_cast<quint64>(up->integer(0, 0));
        return {};
    });
    return done ? Result<Kept>(answer) : done.error();
}

Result<std::optional<LogHead>> CentreJournal::head(const Id &origin)
{
    return with<std::optional<LogHead>>([&](Postgres &database) -> Result<std::optional<LogHead>> {
        const Result<PgRows> row = database.run("SELECT h.seq, h.hash, o.public_key, h.signature FROM motcua.head h JOIN motcua.origin o ON o.no = h.origin "
                                                "WHERE o.origin = $1 ORDER BY h.seq DESC LIMIT 1",
            {origin});
        if (!row) {
            return row.error();
        }
        return row->isEmpty() ? std::optional<LogHead>()
                              : LogHead{{origin, static_cast<quint64>(row->integer(0, 0))}, row->bytes(0, 1), row->bytes(0, 2), row->bytes(0, 3)};
    });
}

Result<QList<Entry>> CentreJournal::entries(Postgres &database, qint64 no, const Id &origin, quint64 first, quint64 last) const
{
    const Result<PgRows> rows
        = database.run("SELECT seq, header, payload FROM (SELECT seq, header, payload, sum(length(header) + coalesce(length(payload), 0)) OVER (ORDER BY seq DESC) "
                       "- length(header) - coalesce(length(payload), 0) AS after FROM motcua.entry WHERE origin = $1 AND seq BETWEEN $2 AND $3) AS t WHERE after < $4 ORDER BY seq",
            {no, number(first), number(last), StretchBytes}); // from the end on, as many as one goes with
    if (!rows) {
        return rows.error();
    }
    QList<Entry> entries;
    for (int i = 0; i < rows->size(); ++i) {
        Result<Entry> entry = opened(origin, static_cast<quint64>(rows->integer(i, 0)), rows->bytes(i, 1), rows->bytes(i, 2));
        if (!entry) {
            return entry.error();
        }
        entries.append(*std::move(entry));
    }
    return entries;
}

Result<std::optional<Run>> CentreJournal::stretch(const Id &origin, quint64 first, quint64 last, std::optional<quint64> heldFrom)
{
    using Answer = Result<std::optional<Run>>;
    return with<std::optional<Run>>([&](Postgres &database) -> Answer {
        const Result<PgRows> row = database.run("SELECT no, contiguous, public_key FROM motcua.origin WHERE origin = $1", {origin});
        if (!row) {
            return row.error();
        }
        const quint64 contiguous = row->isEmpty() ? 0 : static_cast<quint64>(row->integer(0, 1));
        if (contiguous < first || first == 0 || last < first) {
            return std::optional<Run>();
        }
        const qint64 no = row->integer(0, 0);
        constexpr auto Most = static_cast<quint64>(Run::MaxEntries);
        LogHead head{.publicKey = row->bytes(0, 2)};
        quint64 end = 0;
        if (heldFrom && *heldFrom > first && *heldFrom <= contiguous + 1) {
            end = *heldFrom - 1; // named by what is held there already
        } else {
            // The furthest place that is signed and that one stretch reaches; where none is so near, the next one, and what is before it comes backwards.
            Result<PgRows> vouched = database.run("SELECT seq, hash, signature FROM motcua.head WHERE origin = $1 AND seq >= $2 AND seq < $3 ORDER BY seq DESC LIMIT 1",
                {no, number(first), number(qMin(first + Most, contiguous + 1))});
            if (vouched && vouched->isEmpty()) {
                vouched = database.run("SELECT seq, hash, signature FROM motcua.head WHERE origin = $1 AND seq >= $2 AND seq <= $3 ORDER BY seq LIMIT 1",
                    {no, number(first + Most), number(contiguous)});
            }
            if (!vouched) {
                return vouched.error();
            }
            if (vouched->isEmpty()) {
                return std::optional<Run>(); // nobody would believe it
            }
            end = static_cast<quint64>(vouched->integer(0, 0));
            head.hash = vouched->bytes(0, 1);
            head.signature = vouched->bytes(0, 2);
        }
        Result<QList<Entry>> found = entries(database, no, origin, end - first < Most ? first : end - Most + 1, end);
        if (!found) {
            return found.error();
        }
        if (found->isEmpty()) {
            return std::optional<Run>();
        }
        head.last = {origin, end};
        if (head.hash.isEmpty()) {
            head.hash = found->constLast().hash();
        }
        return std::optional(Run{*std::move(found), head});
    });
}

Result<std::optional<LogHead>> CentreJournal::forkedHead(const Id &origin)
{
    return with<std::optional<LogHead>>([&](Postgres &database) -> Result<std::optional<LogHead>> {
        const Result<PgRows> row = database.run("SELECT f.seq, f.hash, o.public_key, f.signature FROM motcua.fork f JOIN motcua.origin o ON o.origin = f.origin WHERE f.origin = $1", {origin});
        if (!row) {
            return row.error();
        }
        return row->isEmpty() ? std::optional<LogHead>()
                              : LogHead{{origin, static_cast<quint64>(row->integer(0, 0))}, row->bytes(0, 1), row->bytes(0, 2), row->bytes(0, 3)};
    });
}

Result<> CentreJournal::keepFork(const LogHead &head)
{
    return with<std::monostate>([&](Postgres &database) -> Result<> {
        const Result<PgRows> kept = head.signature.isEmpty()
            ? database.run("SELECT")
            : database.run("INSERT INTO motcua.fork(origin, seq, hash, signature) VALUES($1, $2, $3, $4) ON CONFLICT DO NOTHING", {head.last.origin, number(head.last.seq), head.hash, head.signature});
        return kept ? Result<>() : kept.error();
    });
}

Result<> CentreJournal::erase(const QList<EntryKey> &keys, qint64 epoch)
{
    return keys.isEmpty() ? Result<>() : write(epoch, [&](Postgres &database) { return erased(database, keys); });
}

Result<qint64> CentreJournal::held(const QByteArray &name)
{
    return with<qint64>([&](Postgres &database) { return heldOf(database, name); });
}

Result<> CentreJournal::keepFile(const QByteArray &name, qint64 size, const std::function<Result<QByteArray>(qint64 at)> &chunk, qint64 epoch)
{
    return write(epoch, [&](Postgres &database) -> Result<> {
        const Result<qint64> held = heldOf(database, name);
        if (!held) {
            return held.error();
        }
        for (qint64 at = *held; at < size;) {
            const Result<QByteArray> bytes = chunk(at);
            if (!bytes) {
                return bytes.error();
            }
            if (bytes->isEmpty()) {
                return Error{ErrorCode::AttachmentMissing, {}};
            }
            if (const Result<PgRows> kept = database.run("INSERT INTO motcua.chunk(name, at, bytes) VALUES($1, $2, $3) ON CONFLICT DO NOTHING", {name, at, *bytes}); !kept) {
                return kept.error();
            }
            at += bytes->size();
        }
        return {};
    });
}

Result<qint64> CentreJournal::keepChunk(const QByteArray &name, qint64 at, const QByteArray &bytes, qint64 epoch)
{
    qint64 held = 0;
    const Result<> done = write(epoch, [&](Postgres &database) -> Result<> {
        const Result<qint64> before = heldOf(database, name);
        if (!before) {
            return before.error();
        }
        held = *before;
        if (held != at || bytes.isEmpty()) {
            return {}; // it is here already, or one before it is not
        }
        const Result<PgRows> kept = database.run("INSERT INTO motcua.chunk(name, at, bytes) VALUES($1, $2, $3) ON CONFLICT DO NOTHING", {name, at, bytes});
        held += bytes.size();
        return kept ? Result<>() : kept.error();
    });
    return done ? Result<qint64>(held) : done.error();
}

Result<QByteArray> CentreJournal::chunk(const QByteArray &name, qint64 at)
{
    return with<QByteArray>([&](Postgres &database) -> Result<QByteArray> {
        const Result<PgRows> row = database.run("SELECT bytes FROM motcua.chunk WHERE name = $1 AND at = $2", {name, at});
        if (!row) {
            return row.error();
        }
        return row->isEmpty() ? QByteArray() : row->bytes(0, 0);
    });
}

Result<> CentreJournal::keepBase(const QByteArray &base, qint64 epoch)
{
    return write(epoch, [&](Postgres &database) -> Result<> {
        const Result<PgRows> done = database.run("UPDATE motcua.house SET base = $1, base_hash = $2, base_at = now()", {base, security::sha256(base)});
        return done ? Result<>() : done.error();
    });
}

Result<QByteArray> CentreJournal::base()
{
    return with<QByteArray>([](Postgres &database) -> Result<QByteArray> {
        const Result<PgRows> row = database.run("SELECT base, base_hash FROM motcua.house");
        if (!row) {
            return row.error();
        }
        const QByteArray base = row->isEmpty() ? QByteArray() : row->bytes(0, 0);
        if (!base.isEmpty() && security::sha256(base) != row->bytes(0, 1)) {
            return Error{ErrorCode::BackupDamaged, QStringLiteral("the base in the database")};
        }
        return base;
    });
}

Result<std::unique_ptr<CentreJournal::Hold>> CentreJournal::hold(qint64 before, qint64 epochBefore)
{
    const Result<House> ours = house();
    if (!ours) {
        return ours.error();
    }
    if (epochBefore != 0 && ours->epoch != epochBefore) {
        return Error{ErrorCode::DatabaseHeld, QStringLiteral("another program wrote since")};
    }
    Result<std::unique_ptr<Postgres>> database = Postgres::open(access());
    if (!database) {
        return database.error();
    }
    Postgres &at = **database;
    // Ended by its number and its lock, since a number is given again.
    const Result<PgRows> ended = before == 0 ? at.run("SELECT") : at.run("SELECT pg_terminate_backend($1::int, 3000) FROM pg_locks WHERE pid = $1::int AND locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) "
                                                                          "AND (classid::bigint << 32 | objid::bigint) = $2",
                                                             {before, Writer});
    const Result<PgRows> locked = ended ? at.run("SELECT pg_try_advisory_lock($1)", {Writer}) : ended;
    if (!locked) {
        return locked.error();
    }
    if (!locked->flag(0, 0)) {
        return Error{ErrorCode::DatabaseHeld, QStringLiteral("another program writes it")};
    }
    const Result<PgRows> epoch = at.run("UPDATE motcua.house SET epoch = epoch + 1 WHERE $1 IN (0, epoch) RETURNING epoch, pg_backend_pid()::bigint", {epochBefore});
    if (!epoch || epoch->isEmpty()) {
        return epoch ? Error{ErrorCode::DatabaseHeld, QStringLiteral("another program wrote since")} : epoch.error();
    }
    return std::make_unique<Hold>(*std::move(database), epoch->integer(0, 0), epoch->integer(0, 1));
}

} // namespace motcua::centre
