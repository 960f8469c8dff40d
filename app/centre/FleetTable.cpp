// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/FleetTable.h"

#include "app/centre/CentreKeeper.h"

namespace motcua::centre::fleettable {

namespace {

/** The schema of a centre that was not upgraded yet lacks the table (SQLSTATE 42P01). */
Error explained(const Error &error)
{
    return error.detail.startsWith(u"42P01") ? Error{ErrorCode::DatabaseForeign, QStringLiteral("what desks tell of themselves is not kept there yet: motcua-ctl centre upgrade")} : error;
}

} // namespace

Result<> tell(Postgres &database, const QByteArray &desk, const DeskHealth &health, qint64 clockMs)
{
    const Result<PgRows> done = database.run(
        "INSERT INTO motcua.desk_health(desk, told, clock) VALUES($1, $2, $3) ON CONFLICT (login) DO UPDATE SET desk = $1, told = $2, clock = $3",
        {QString::fromUtf8(desk), QString::fromUtf8(health.toJson()), clockMs});
    return done ? Result<>() : explained(done.error());
}

Result<QList<FleetDesk>> desks(Postgres &database, const Id &house)
{
    // Whoever is of the group may write; and this very login, where the owner of the database writes as a desk.
    const Result<PgRows> rows = database.run(
        "SELECT r.rolname::text, coalesce(shobj_description(r.oid, 'pg_authid'), ''), coalesce(h.desk, ''), coalesce(motcua.hall_ms() - h.at, (-1)::bigint), coalesce(h.clock - h.at, 0::bigint), coalesce(h.told, '') "
        "FROM pg_roles r LEFT JOIN motcua.desk_health h ON h.login = r.rolname::text "
        "WHERE r.rolcanlogin AND (EXISTS (SELECT 1 FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid AND g.rolname = $1) "
        "OR (r.rolname = session_user AND h.login IS NOT NULL)) ORDER BY 2, 1",
        {CentreKeeper::groupOf(house)});
    if (!rows) {
        return explained(rows.error());
    }
    QList<FleetDesk> all;
    for (int i = 0; i < rows->size(); ++i) {
        FleetDesk desk{.login = rows->text(i, 0), .name = rows->text(i, 1), .desk = rows->text(i, 2), .agoMs = rows->integer(i, 3), .clockOffMs = rows->integer(i, 4)};
        if (desk.agoMs >= 0) {
            Result<DeskHealth> told = DeskHealth::fromJson(rows->text(i, 5).toUtf8());
            desk.isUnreadable = !told;
            desk.health = told ? std::optional(*std::move(told)) : std::nullopt;
        }
        all.append(desk);
    }
    return all;
}

Result<int> everOf(Postgres &database, const QString &desk)
{
    const Result<PgRows> rows = database.run("SELECT count(*) FROM motcua.desk_health WHERE desk = $1", {desk});
    return rows ? Result<int>(static_cast<int>(rows->integer(0, 0))) : explained(rows.error());
}

} // namespace motcua::centre::fleettable
