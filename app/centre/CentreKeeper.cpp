// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/CentreKeeper.h"

#include "app/centre/Postgres.h"
#include "app/security/Random.h"


namespace motcua::centre {

namespace {

constexpr qint64 ConnectionsOfADesk = 3;
constexpr qint64 ConnectionsBesides = 20;

/** Of letters and digits alone, so that it stands in a statement as it is. */
QString fresh(const QString &before, int bytes)
{
    return before + QString::fromLatin1(security::random::bytes(bytes).toHex());
}

/** A statement that takes no parameters, made by the server itself of a pattern and texts of anybody's. */
Result<> runFormatted(Postgres &database, const QString &pattern, const QStringList &texts)
{
    QList<PgValue> values{pattern};
    QByteArray sql = "SELECT format($1";
    for (const QString &text : texts) {
        values.append(text);
        sql += ", $" + QByteArray::number(values.size());
    }
    const Result<PgRows> made = database.run((sql + ')').constData(), values);
    return made ? database.script(made->text(0, 0).toUtf8()) : made.error();
}

} // namespace

QString CentreKeeper::groupOf(const Id &house)
{
    return QStringLiteral("motcua_desks_") + house.toString().remove(u'-').right(12);
}

Result<> CentreKeeper::grant(Postgres &database) const
{
    for (const char *pattern : {"GRANT USAGE ON SCHEMA motcua TO %1$I", "GRANT SELECT ON ALL TABLES IN SCHEMA motcua TO %1$I",
             "GRANT INSERT ON motcua.origin, motcua.entry, motcua.head, motcua.fork, motcua.chunk TO %1$I",
             "GRANT UPDATE (contiguous) ON motcua.origin TO %1$I", "GRANT UPDATE (payload, purged) ON motcua.entry TO %1$I",
             "GRANT INSERT ON motcua.hall_counter, motcua.hall_ticket, motcua.hall_step, motcua.hall_desk, motcua.hall_told, motcua.desk_health TO %1$I", "GRANT UPDATE (last) ON motcua.hall_counter TO %1$I",
             "GRANT UPDATE (state, version, person) ON motcua.hall_ticket TO %1$I", "GRANT UPDATE (desk, serves, person, state, since, until, at) ON motcua.hall_desk TO %1$I",
             "GRANT UPDATE (desk, told, clock) ON motcua.desk_health TO %1$I"}) {
        if (const Result<> done = runFormatted(database, QString::fromLatin1(pattern), {group()}); !done) {
            return done;
        }
    }
    return {};
}

Result<> CentreKeeper::grantAgain()
{
    const Result<std::unique_ptr<Postgres>> opened = Postgres::open(m_owner);
    if (!opened) {
        return opened.error();
    }
    PgTransaction transaction(**opened);
    if (!transaction.begun()) {
        return transaction.begun().error();
    }
    const Result<> done = grant(**opened);
    return done ? transaction.commit() : done;
}

Result<DatabaseAccess> CentreKeeper::admit(const QString &name)
{
    const Result<std::unique_ptr<Postgres>> opened = Postgres::open(m_owner);
    if (!opened) {
        return opened.error();
    }
    Postgres &database = **opened;
    const QString login = fresh(QStringLiteral("motcua_"), 8);
    const QString password = fresh({}, 32);
    const Result<QString> verifier = database.verifierOf(login, password);
    if (!verifier) {
        return verifier.error();
    }
    PgTransaction transaction(database);
    const Result<PgRows> there = transaction.begun() ? database.run("SELECT 1::bigint FROM pg_roles WHERE rolname = $1", {group()}) : transaction.begun();
    if (!there) {
        return there.error();
    }
    if (there->isEmpty()) {
        if (const Result<> made = runFormatted(database, QStringLiteral("CREATE ROLE %1$I NOLOGIN"), {group()}); !made) {
            return made.error();
        }
    }
    // Again for those that are there: the schema may have grown since.
    if (const Result<> granted = grant(database); !granted) {
        return granted.error();
    }
    for (const auto &[pattern, texts] : {std::pair(QStringLiteral("CREATE ROLE %1$I LOGIN PASSWORD %2$L IN ROLE %3$I"), QStringList{login, *verifier, group()}),
             std::pair(QStringLiteral("COMMENT ON ROLE %1$I IS %2$L"), QStringList{login, name})}) {
        if (const Result<> done = runFormatted(database, pattern, texts); !done) {
            return done.error();
        }
    }
    if (const Result<> done = transaction.commit(); !done) {
        return done.error();
    }
    // The same hosts, as somebody else.
    QString address = m_owner.address;
    const qsizetype from = address.indexOf(u"://") + 3;
    const qsizetype at = address.indexOf(u'@', from);
    address.replace(from, qMax<qsizetype>(0, at - from), login);
    return DatabaseAccess{.address = address, .password = password, .authority = m_owner.authority, .house = m_owner.house, .key = m_owner.key.clone()};
}

Result<QList<CentreKeeper::Desk>> CentreKeeper::desks()
{
    const Result<std::unique_ptr<Postgres>> database = Postgres::open(m_owner);
    if (!database) {
        return database.error();
    }
    const Result<PgRows> rows = (*database)->run(
        "SELECT r.rolname::text, coalesce(shobj_description(r.oid, 'pg_authid'), ''), EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.usesysid = r.oid) "
        "FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles r ON r.oid = m.member WHERE g.rolname = $1 AND r.rolcanlogin ORDER BY 2, 1",
        {group()});
    if (!rows) {
        return rows.error();
    }
    QList<Desk> desks;
    for (int i = 0; i < rows->size(); ++i) {
        desks.append({rows->text(i, 0), rows->text(i, 1), rows->flag(i, 2)});
    }
    return desks;
}

Result<CentreKeeper::Room> CentreKeeper::room()
{
    const Result<QList<Desk>> all = desks();
    const Result<std::unique_ptr<Postgres>> database = all ? Postgres::open(m_owner) : Result<std::unique_ptr<Postgres>>(all.error());
    const Result<PgRows> row = database ? (*database)->run("SELECT current_setting('max_connections')::bigint") : Result<PgRows>(database.error());
    return row ? Result<Room>(Room{row->integer(0, 0), ConnectionsOfADesk * all->size() + ConnectionsBesides}) : row.error();
}

Result<> CentreKeeper::shutOut(const QString &login)
{
    const Result<QList<Desk>> all = desks();
    if (!all) {
        return all.error();
    }
    if (std::none_of(all->cbegin(), all->cend(), [&login](const Desk &desk) { return desk.login == login; })) {
        return Error{ErrorCode::NotFound, login};
    }
    const Result<std::unique_ptr<Postgres>> database = Postgres::open(m_owner);
    // First nobody new, then whoever is there; the login stays without any right, so that its name is never given twice.
    const Result<> locked = database ? runFormatted(**database, QStringLiteral("ALTER ROLE %1$I NOLOGIN; REVOKE %2$I FROM %1$I; GRANT %1$I TO CURRENT_USER"), {login, group()}) : database.error();
    if (!locked) {
        return locked;
    }
    const Result<PgRows> gone = (*database)->run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1", {login});
    return gone ? Result<>() : gone.error();
}

} // namespace motcua::centre
