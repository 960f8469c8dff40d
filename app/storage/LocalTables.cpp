// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/LocalTables.h"

#include "app/storage/Connection.h"

namespace motcua::storage::local {

std::optional<QByteArray> setting(Connection &connection, const QString &name)
{
    Statement row = connection.statement("SELECT value FROM l_setting WHERE name = ?1");
    return row.text(name).step() ? std::optional(row.bytes(0)) : std::nullopt;
}

void keepSetting(Connection &connection, const QString &name, const QByteArray &value)
{
    connection.statement("INSERT OR REPLACE INTO l_setting(name, value) VALUES(?1, ?2)").text(name).blob(value).run();
}

void keepDraft(Connection &connection, const Draft &draft)
{
    connection.statement("INSERT OR REPLACE INTO l_draft(id, person, visit, procedure, edition, form, updated) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .bind(draft.id).bind(draft.person).bind(draft.visit).text(draft.procedure).text(draft.edition).blob(draft.form)
        .bind(draft.updatedMs).run();
}

Draft draftAt(const Statement &row)
{
    return {row.id(0), row.id(1), row.id(2), row.string(3), row.string(4), row.bytes(5), row.integer(6)};
}

void dropDraft(Connection &connection, const Id &draft)
{
    connection.statement("DELETE FROM l_draft WHERE id = ?1").bind(draft).run();
}

void handOverDrafts(Connection &connection, const Id &from, const Id &to)
{
    connection.statement("UPDATE l_draft SET person = ?2 WHERE person = ?1").bind(from).bind(to).run();
}

void keepNeeds(Connection &connection, const Id &ticket, QDate day, const QStringList &needs)
{
    // What citizens told of themselves is kept for the day, whether or not anybody clears up.
    connection.statement("DELETE FROM l_need WHERE day < ?1").bind(day.toJulianDay()).run();
    if (needs.isEmpty()) {
        connection.statement("DELETE FROM l_need WHERE ticket = ?1").bind(ticket).run();
    } else {
        connection.statement("INSERT OR REPLACE INTO l_need(ticket, day, needs) VALUES(?1, ?2, ?3)")
            .bind(ticket).bind(day.toJulianDay()).text(needs.join(u'\n')).run();
    }
}

void keepOpen(Connection &connection, const QString &part, const QByteArray &state)
{
    if (state.isEmpty()) {
        connection.statement("DELETE FROM l_open WHERE part = ?1").text(part).run();
    } else {
        connection.statement("INSERT OR REPLACE INTO l_open(part, state) VALUES(?1, ?2)").text(part).blob(state).run();
    }
}

} // namespace motcua::storage::local
