// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/Postgres.h"
#include "app/sync/ReleaseSource.h"

#include <QMap>

class QIODevice;

/**
 * Releases of the program at a centre, on PostgreSQL: desks read, the owner of the database writes. Errors of all: those of Postgres, and DatabaseForeign (its schema
 * does not have this yet).
 */
namespace motcua::centre::releasetable {

/** Who says something of a release, and why; kept beside it. */
struct Word
{
    Id person = {};
    QString reason = {}; ///< may be empty
};

/** All releases there are, the latest first, and the ring of this very login. What of them cannot be read is left out: it may be of a later program. */
[[nodiscard]] Result<sync::ReleaseOffer> offer(Postgres &database);
/** Empty where nothing is. */
[[nodiscard]] Result<QByteArray> chunk(Postgres &database, const QString &version, qint64 at);
/** Rings by login, of those that are in one. */
[[nodiscard]] Result<QMap<QString, FleetRing>> rings(Postgres &database);

// As the owner of the database.

/**
 * A release and its package, all of it or nothing; nobody gets it yet. `package`: what follows SignedRelease::readFrom(). Errors: Refused (that version or a later one
 * is there), SignatureWrong (it is not the package that was signed).
 */
[[nodiscard]] Result<> publish(Postgres &database, const sync::SignedRelease &release, QIODevice &package, const Word &word);
[[nodiscard]] Result<> setRing(Postgres &database, const QString &login, FleetRing ring);
/** From `from` on to `to`; what was halted goes on. Errors: NotFound, Refused (somebody else moved it meanwhile). */
[[nodiscard]] Result<> letGo(Postgres &database, const QString &version, std::optional<FleetRing> from, FleetRing to, const Word &word);
/** Nobody else gets it. Error: NotFound. */
[[nodiscard]] Result<> halt(Postgres &database, const QString &version, const Word &word);
/** It goes from the centre, with its package; its words stay. Errors: NotFound, Refused (it is not halted, and some ring may have it). */
[[nodiscard]] Result<> forget(Postgres &database, const QString &version, const Word &word);

} // namespace motcua::centre::releasetable
