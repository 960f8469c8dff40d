// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/ReleaseTable.h"

#include <QCryptographicHash>
#include <QIODevice>

#include <algorithm>

namespace motcua::centre::releasetable {

using sync::ReleaseOffer;
using sync::SignedRelease;

namespace {

/** The schema of a centre that was not upgraded yet lacks the tables (SQLSTATE 42P01). */
Error releaseError(const Error &error)
{
    return error.detail.startsWith(u"42P01") ? Error{ErrorCode::DatabaseForeign, QStringLiteral("releases are not kept there yet: motcua-ctl centre upgrade")} : error;
}

std::optional<FleetRing> ringAt(const PgRows &rows, int row, int column)
{
    return rows.isNull(row, column) ? std::nullopt : std::optional(static_cast<FleetRing>(std::clamp<qint64>(rows.integer(row, column), 0, 2)));
}

Result<> said(Postgres &database, const QString &version, const QString &what, const Word &word)
{
    const Result<PgRows> done = database.run("INSERT INTO motcua.release_word(version, word, person, reason) VALUES($1, $2, $3, $4)", {version, what, word.person.toString(), word.reason.isEmpty() ? QStringLiteral("") : word.reason.left(500)});
    return done ? Result<>() : releaseError(done.error());
}

/** One statement and the word about it, both or neither. */
Result<> changed(Postgres &database, const char *sql, const QList<PgValue> &values, const QString &version, const QString &what, const Word &word)
{
    PgTransaction transaction(database);
    const Result<PgRows> done = transaction.begun() ? database.run(sql, values) : transaction.begun();
    if (!done) {
        return releaseError(done.error());
    }
    if (done->affected() == 0) {
        const Result<PgRows> there = database.run("SELECT 1::bigint FROM motcua.release WHERE version = $1", {version});
        return there ? Error{there->isEmpty() ? ErrorCode::NotFound : ErrorCode::Refused, version} : releaseError(there.error());
    }
    const Result<> kept = said(database, version, what, word);
    return kept ? transaction.commit() : kept;
}

} // namespace

Result<ReleaseOffer> offer(Postgres &database)
{
    const Result<PgRows> own = database.run("SELECT ring::bigint FROM motcua.release_ring WHERE login = session_user");
    const Result<PgRows> rows = own ? database.run("SELECT head, ring::bigint, halted FROM motcua.release ORDER BY at DESC, version LIMIT 50") : own;
    if (!rows) {
        return releaseError(rows.error());
    }
    ReleaseOffer offer;
    offer.ring = own->isEmpty() ? FleetRing::All : ringAt(*own, 0, 0).value_or(FleetRing::All);
    for (int i = 0; i < rows->size(); ++i) {
        if (const Result<SignedRelease> release = SignedRelease::fromBegin(rows->bytes(i, 0))) {
            offer.releases.append({*release, ringAt(*rows, i, 1), rows->flag(i, 2)});
        }
    }
    std::stable_sort(offer.releases.begin(), offer.releases.end(),
        [](const ReleaseOffer::One &a, const ReleaseOffer::One &b) { return ReleaseHead::compare(a.release.head.version, b.release.head.version) > 0; });
    return offer;
}

Result<QByteArray> chunk(Postgres &database, const QString &version, qint64 at)
{
    const Result<PgRows> row = database.run("SELECT bytes FROM motcua.release_chunk WHERE version = $1 AND at = $2", {version, at});
    if (!row) {
        return releaseError(row.error());
    }
    return row->isEmpty() ? QByteArray() : row->bytes(0, 0);
}

Result<QMap<QString, FleetRing>> rings(Postgres &database)
{
    const Result<PgRows> rows = database.run("SELECT login, ring::bigint FROM motcua.release_ring");
    if (!rows) {
        return releaseError(rows.error());
    }
    QMap<QString, FleetRing> all;
    for (int i = 0; i < rows->size(); ++i) {
        all.insert(rows->text(i, 0), ringAt(*rows, i, 1).value_or(FleetRing::All));
    }
    return all;
}

Result<> publish(Postgres &database, const SignedRelease &release, QIODevice &package, const Word &word)
{
    const QString &version = release.head.version;
    PgTransaction transaction(database);
    const Result<PgRows> alone = transaction.begun() ? database.run("LOCK TABLE motcua.release IN SHARE ROW EXCLUSIVE MODE") : transaction.begun();
    const Result<ReleaseOffer> there = alone ? offer(database) : releaseError(alone.error());
    if (!there) {
        return there.error();
    }
    if (!there->releases.isEmpty() && ReleaseHead::compare(there->releases.constFirst().release.head.version, version) >= 0) {
        return Error{ErrorCode::Refused, QStringLiteral("%1 is there").arg(there->releases.constFirst().release.head.version)};
    }
    if (const Result<PgRows> kept = database.run("INSERT INTO motcua.release(version, head, bytes) VALUES($1, $2, $3)", {version, release.begin(), release.head.bytes}); !kept) {
        return releaseError(kept.error());
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 at = 0;
    while (at <= release.head.bytes) {
        const QByteArray bytes = package.read(SignedRelease::ChunkBytes);
        if (bytes.isEmpty()) {
            break;
        }
        hash.addData(bytes);
        if (const Result<PgRows> kept = database.run("INSERT INTO motcua.release_chunk(version, at, bytes) VALUES($1, $2, $3)", {version, at, bytes}); !kept) {
            return releaseError(kept.error());
        }
        at += bytes.size();
    }
    if (at != release.head.bytes || hash.result() != release.head.sha256) {
        return Error{ErrorCode::SignatureWrong, QStringLiteral("release package")};
    }
    const Result<> kept = said(database, version, QStringLiteral("publish"), word);
    return kept ? transaction.commit() : kept;
}

Result<> setRing(Postgres &database, const QString &login, FleetRing ring)
{
    const Result<PgRows> done
        = database.run("INSERT INTO motcua.release_ring(login, ring) VALUES($1, $2) ON CONFLICT (login) DO UPDATE SET ring = $2", {login, static_cast<qint64>(ring)});
    return done ? Result<>() : releaseError(done.error());
}

Result<> letGo(Postgres &database, const QString &version, std::optional<FleetRing> from, FleetRing to, const Word &word)
{
    return changed(database, "UPDATE motcua.release SET ring = $2, halted = false WHERE version = $1 AND coalesce(ring, (-1)::smallint)::bigint = $3",
        {version, static_cast<qint64>(to), from ? static_cast<qint64>(*from) : qint64{-1}}, version, fleetRingName(to), word);
}

Result<> halt(Postgres &database, const QString &version, const Word &word)
{
    return changed(database, "UPDATE motcua.release SET halted = true WHERE version = $1", {version}, version, QStringLiteral("halt"), word);
}

Result<> forget(Postgres &database, const QString &version, const Word &word)
{
    return changed(database, "DELETE FROM motcua.release WHERE version = $1 AND (halted OR ring IS NULL)", {version}, version, QStringLiteral("forget"), word);
}

} // namespace motcua::centre::releasetable
