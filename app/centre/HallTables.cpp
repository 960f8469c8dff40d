// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/HallTables.h"

#include "app/centre/CentreJournal.h"
#include "app/security/Aead.h"
#include "app/security/Sha256.h"
#include "models/base/VietnamTime.h"
#include "models/journal/Kind.h"
#include "models/ticket/TicketPhone.h"

#include <QDateTime>
#include <QMap>

#include <algorithm>

namespace motcua::centre {

using journal::Actor;
using journal::Entry;

namespace {

qint64 number(TicketState state)
{
    return static_cast<qint64>(state);
}

bool isClash(const Error &error, const char *constraint)
{
    return error.code == ErrorCode::DatabaseFailed && error.detail.contains(QLatin1StringView(constraint));
}

/** Of somebody who has a citizen already. */
Error inHand(Postgres &database, const Id &person)
{
    const Result<PgRows> row = database.run("SELECT number FROM motcua.hall_ticket WHERE person = $1 AND day = motcua.hall_day() AND state IN (2, 3)", {person});
    if (!row) {
        return row.error();
    }
    return {ErrorCode::TicketInHand, row->isEmpty() ? QString() : row->text(0, 0)};
}

} // namespace

HallTables::HallTables(DatabaseAccess access, int patienceMs)
    : m_access(std::move(access))
{
    m_access.patienceMs = patienceMs;
}

Id HallTables::ticketOf(const Id &house, qint64 day, const QString &number)
{
    return Id::fromBytes(security::sha256(house.bytes(), "motcua ticket " + QByteArray::number(day) + ' ' + number.toUtf8()).first(Id::Size));
}

Result<> HallTables::connected(bool *isFresh)
{
    if (m_database && m_database->isUsable()) {
        return {};
    }
    m_database.reset();
    Result<std::unique_ptr<Postgres>> opened = Postgres::open(m_access);
    if (!opened) {
        return opened.error();
    }
    const Result<PgRows> there = (*opened)->run("SELECT to_regclass('motcua.hall_ticket') IS NOT NULL, to_regclass('motcua.house') IS NOT NULL");
    if (!there) {
        return there.error();
    }
    if (!there->flag(0, 0) || !there->flag(0, 1)) {
        return Error{ErrorCode::DatabaseForeign, QStringLiteral("no hall was set up there: motcua-ctl centre upgrade")};
    }
    const Result<PgRows> house = (*opened)->run("SELECT shared, (SELECT max(version) FROM motcua.schema)::bigint FROM motcua.house WHERE id = $1", {m_access.house});
    if (!house) {
        return house.error();
    }
    if (house->isEmpty() || !house->flag(0, 0)) {
        return Error{ErrorCode::DatabaseForeign, QStringLiteral("it is another house's, or a gateway's")};
    }
    if (house->integer(0, 1) > CentreJournal::Schema) {
        return Error{ErrorCode::PeerNewer, QStringLiteral("schema %1 of the database").arg(house->integer(0, 1))};
    }
    // A desk asks the same few things all day, each by an index, and to plan one takes longer than to answer it: planned once, and not by how empty the tables
    // are in the morning.
    if (const Result<> set = (*opened)->script("SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off"); !set) {
        return set.error();
    }
    m_database = *std::move(opened);
    *isFresh = true;
    return {};
}

QByteArray HallTables::sealed(const Id &place, const QByteArray &plain) const
{
    return security::aead::sealRandomly(m_access.key, "motcua hall" + place.bytes(), plain);
}

QByteArray HallTables::sealedLines(const Id &ticket, const QStringList &lines) const
{
    return lines.isEmpty() ? QByteArray() : sealed(ticket, lines.join(u'\n').toUtf8());
}

Result<QByteArray> HallTables::opened(const Id &place, const QByteArray &sealed) const
{
    const auto plain = security::aead::openRandomly(m_access.key, "motcua hall" + place.bytes(), sealed);
    return plain ? Result<QByteArray>(plain->view().toByteArray()) : Error{ErrorCode::PayloadMismatch, QStringLiteral("what the hall keeps of a ticket does not open")};
}

// request, ticket, version, issue, person, device, desk, at, body
Result<HallStep> HallTables::stepIn(const PgRows &rows, int row) const
{
    const Id request = rows.id(row, 0);
    Result<QByteArray> body = opened(request, rows.bytes(row, 8));
    if (!body) {
        return body.error();
    }
    return HallStep{request, rows.id(row, 1), rows.integer(row, 2), rows.flag(row, 3), {rows.flag(row, 5) ? Actor::Kind::Device : Actor::Kind::Person, rows.id(row, 4)},
        rows.text(row, 6).toUtf8(), rows.integer(row, 7), *std::move(body)};
}

Result<> HallTables::refresh()
{
    return with<std::monostate>([this](Postgres &database) -> Result<> {
        const qint64 askedMs = QDateTime::currentMSecsSinceEpoch();
        // By transactions, not by a counter: what got a lower number may be committed later. Tickets are looked up one by one: few are new.
        const Result<PgRows> rows = database.run("SELECT s.request, s.ticket, s.version, s.issue, s.person, s.device, s.desk, s.at, s.body, "
                                                 "(SELECT t.needs FROM motcua.hall_ticket t WHERE t.id = s.ticket), now.day, now.horizon, (SELECT t.state = 1 FROM motcua.hall_ticket t WHERE t.id = s.ticket), (SELECT motcua.hall_ms()) "
                                                 "FROM (SELECT motcua.hall_day() AS day, pg_snapshot_xmin(pg_current_snapshot())::text AS horizon) AS now "
                                                 "LEFT JOIN motcua.hall_step s ON s.day = now.day AND s.tx >= CASE WHEN now.day = $2 THEN $1::xid8 ELSE '0'::xid8 END ORDER BY s.ticket, s.version",
            {m_horizon, m_day});
        if (!rows) {
            return rows.error();
        }
        const qint64 heardMs = QDateTime::currentMSecsSinceEpoch();
        const qint64 day = rows->integer(0, 10);
        if (day != m_day) {
            m_book.clear();
        }
        QList<HallStep> steps;
        QMap<Id, QByteArray> needs;
        for (int i = 0; i < rows->size(); ++i) {
            if (rows->isNull(i, 0)) {
                continue; // nothing new
            }
            if (!rows->isNull(i, 9)) {
                needs.insert(rows->id(i, 1), rows->bytes(i, 9));
            }
            if (m_book.knows(rows->id(i, 1), rows->integer(i, 2))) {
                continue; // of a transaction that was under way the last time, or our own
            }
            Result<HallStep> step = stepIn(*rows, i);
            if (!step) {
                return step.error();
            }
            step->mayWait = rows->flag(i, 12);
            steps.append(*std::move(step));
        }
        m_book.take(steps);
        for (auto need = needs.cbegin(); need != needs.cend(); ++need) {
            const Result<QByteArray> plain = opened(need.key(), need.value());
            if (!plain) {
                return plain.error();
            }
            m_book.setNeeds(need.key(), QString::fromUtf8(*plain).split(u'\n', Qt::SkipEmptyParts));
        }
        m_day = day;
        m_horizon = rows->text(0, 11);
        m_clockOffMs = rows->integer(0, 13) - (askedMs + heardMs) / 2;
        return {};
    });
}

std::optional<Ticket> HallTables::ticket(const Id &id) const
{
    const HallBook::Line *today = m_book.find(id);
    const HallBook::Line *line = today ? today : m_old.find(id);
    return line ? std::optional(line->ticket) : std::nullopt;
}

Ticket HallTables::note(const HallStep &step)
{
    HallBook &book = m_old.find(step.ticket) ? m_old : m_book;
    book.take({step});
    const HallBook::Line *line = book.find(step.ticket);
    return line ? line->ticket : Ticket();
}

Result<std::optional<HallTables::Decided>> HallTables::before(Postgres &database, const Id &request)
{
    const Result<PgRows> row = database.run("SELECT ticket, version, at FROM motcua.hall_step WHERE request = $1", {request});
    if (!row) {
        return row.error();
    }
    return row->isEmpty() ? std::optional<Decided>() : Decided{row->id(0, 0), row->integer(0, 1), row->integer(0, 2)};
}

Result<std::optional<HallTables::Decided>> HallTables::outcome(Postgres &database, const Result<PgRows> &done, const Asker &asker, const Id &request)
{
    if (!done && isClash(done.error(), "hall_in_hand")) {
        return inHand(database, asker.actor.id);
    }
    if (!done && !isClash(done.error(), "hall_step_pkey")) {
        return done.error();
    }
    if (!done || done->isEmpty()) {
        return before(database, request);
    }
    return std::optional(Decided{done->id(0, 0), done->integer(0, 1), done->integer(0, 2)});
}

Result<HallTables::Decided> HallTables::issue(
    const Asker &asker, const Id &request, const QString &letter, const std::function<Result<QByteArray>(const QString &)> &body, const QStringList &needs)
{
    return with<Decided>([&](Postgres &database) -> Result<Decided> {
        PgTransaction transaction(database);
        const Result<std::optional<Decided>> known = transaction.begun() ? before(database, request) : Result<std::optional<Decided>>(transaction.begun().error());
        if (!known || *known) {
            return known ? Result<Decided>(**known) : known.error();
        }
        const Result<PgRows> counted = database.run("INSERT INTO motcua.hall_counter AS c(day, letter, last) VALUES(motcua.hall_day(), $1, 1) "
                                                    "ON CONFLICT (day, letter) DO UPDATE SET last = c.last + 1 RETURNING day, last",
            {letter});
        if (!counted) {
            return counted.error();
        }
        const qint64 day = counted->integer(0, 0);
        const QString given = Ticket::numberOf(letter, static_cast<int>(counted->integer(0, 1)));
        const Id ticket = ticketOf(m_access.house, day, given);
        const Result<QByteArray> written = body(given);
        if (!written) {
            return written.error();
        }
        const Result<PgRows> made = database.run("WITH made AS (INSERT INTO motcua.hall_ticket(id, day, number, state, version, needs) VALUES($1, $2, $3, 1, 1, $4) RETURNING id) "
                                                 "INSERT INTO motcua.hall_step(request, ticket, version, day, issue, origin, person, device, desk, at, body) "
                                                 "SELECT $5, id, 1, $2, true, $6, $7, $8, $9, motcua.hall_ms(), $10 FROM made RETURNING at",
            {ticket, day, given, sealedLines(ticket, needs), request, asker.origin, asker.actor.id, asker.actor.kind == Actor::Kind::Device, QString::fromUtf8(asker.desk), sealed(request, *written)});
        if (!made) {
            return made.error();
        }
        const Result<> done = transaction.commit();
        return done ? Result<Decided>(Decided{ticket, 1, made->integer(0, 0)}) : done.error();
    });
}

Result<std::optional<HallTables::Decided>> HallTables::claim(const Asker &asker, const Id &request, const QList<Ticket> &candidates, const QByteArray &body)
{
    QList<Id> ids;
    QList<qint64> versions;
    for (const Ticket &ticket : candidates) {
        const HallBook::Line *line = m_book.find(ticket.id);
        ids.append(ticket.id);
        versions.append(line ? line->version : 0);
    }
    const QByteArray written = sealed(request, body);
    return with<std::optional<Decided>>([&](Postgres &database) -> Result<std::optional<Decided>> {
        // The state is asked for so that no index of states is taken for the way to twenty tickets that are named.
        const Result<PgRows> taken = database.run("WITH free AS (SELECT t.id FROM unnest($1, $2) WITH ORDINALITY AS w(id, version, place) JOIN motcua.hall_ticket t ON t.id = w.id "
                                                  "WHERE (t.state = 1) IS TRUE AND t.version = w.version AND NOT EXISTS (SELECT 1 FROM motcua.hall_step WHERE request = $3) "
                                                  "ORDER BY w.place LIMIT 1 FOR UPDATE OF t SKIP LOCKED), "
                                                  "taken AS (UPDATE motcua.hall_ticket t SET state = 2, version = t.version + 1, person = $4 FROM free WHERE t.id = free.id RETURNING t.id, t.version, t.day) "
                                                  "INSERT INTO motcua.hall_step(request, ticket, version, day, issue, origin, person, device, desk, at, body) "
                                                  "SELECT $3, id, version, day, false, $5, $4, false, $6, motcua.hall_ms(), $7 FROM taken RETURNING ticket, version, at",
            {ids, versions, request, asker.actor.id, asker.origin, QString::fromUtf8(asker.desk), written});
        return outcome(database, taken, asker, request);
    });
}

Result<std::optional<HallTables::Decided>> HallTables::step(const Asker &asker, const Id &request, const Id &ticket, TicketState after, const QByteArray &body)
{
    const HallBook::Line *today = m_book.find(ticket);
    const HallBook::Line *line = today ? today : m_old.find(ticket);
    const qint64 version = line ? line->version : 0;
    const bool isAtDesk = after == TicketState::Called || after == TicketState::Serving;
    const QByteArray written = sealed(request, body);
    return with<std::optional<Decided>>([&](Postgres &database) -> Result<std::optional<Decided>> {
        const Result<PgRows> moved = database.run("WITH moved AS (UPDATE motcua.hall_ticket SET state = $3::bigint, version = version + 1, person = CASE WHEN $4 THEN $5 END "
                                                  "WHERE id = $1 AND version = $2 AND NOT EXISTS (SELECT 1 FROM motcua.hall_step WHERE request = $6) RETURNING id, version, day) "
                                                  "INSERT INTO motcua.hall_step(request, ticket, version, day, issue, origin, person, device, desk, at, body) "
                                                  "SELECT $6, id, version, day, false, $7, $5, $8, $9, motcua.hall_ms(), $10 FROM moved RETURNING ticket, version, at",
            {ticket, version, number(after), isAtDesk, asker.actor.id, request, asker.origin, asker.actor.kind == Actor::Kind::Device, QString::fromUtf8(asker.desk), written});
        return outcome(database, moved, asker, request);
    });
}

Result<QList<HallStep>> HallTables::stepsOf(const Id &origin)
{
    return with<QList<HallStep>>([&](Postgres &database) -> Result<QList<HallStep>> {
        const Result<PgRows> rows = database.run("SELECT request, ticket, version, issue, person, device, desk, at, body FROM motcua.hall_step "
                                                 "WHERE origin = $1 AND day >= motcua.hall_day() - 1 ORDER BY at, ticket, version",
            {origin});
        if (!rows) {
            return rows.error();
        }
        QList<HallStep> steps;
        for (int i = 0; i < rows->size(); ++i) {
            Result<HallStep> step = stepIn(*rows, i);
            if (!step) {
                return step.error();
            }
            steps.append(*std::move(step));
        }
        return steps;
    });
}

Result<qsizetype> HallTables::merge(const Id &origin, const QList<Entry> &entries, const QMap<Id, QStringList> &lines)
{
    QList<Id> ids;
    for (const Entry &entry : entries) {
        ids.append(entry.header.id);
    }
    return with<qsizetype>([&](Postgres &database) -> Result<qsizetype> {
        // First, so that no other desk sees a ticket and not what was told to it.
        for (auto kept = lines.cbegin(); kept != lines.cend(); ++kept) {
            for (const QString &message : TicketPhone::takenIn(kept.value())) {
                if (const Result<PgRows> told = database.run("INSERT INTO motcua.hall_told(ticket, message) VALUES($1, $2) ON CONFLICT DO NOTHING", {kept.key(), message}); !told) {
                    return told.error();
                }
            }
        }
        const Result<PgRows> there = database.run("SELECT s.request FROM unnest($1) AS t(id) JOIN motcua.hall_step s ON s.request = t.id", {ids});
        if (!there) {
            return there.error();
        }
        QSet<Id> known;
        for (int i = 0; i < there->size(); ++i) {
            known.insert(there->id(i, 0));
        }
        QList<Id> order;
        QMap<Id, QList<Entry>> fresh;
        for (const Entry &entry : entries) {
            if (known.contains(entry.header.id) || !entry.payload) {
                continue;
            }
            if (!fresh.contains(entry.header.subject)) {
                order.append(entry.header.subject);
            }
            fresh[entry.header.subject].append(entry);
        }
        qsizetype merged = 0;
        for (const Id &ticket : std::as_const(order)) {
            const Result<qsizetype> done = mergeTicket(database, origin, ticket, fresh.value(ticket), lines.value(ticket));
            if (!done) {
                return done.error();
            }
            merged += *done;
        }
        return merged;
    });
}

Result<qsizetype> HallTables::mergeTicket(Postgres &database, const Id &origin, const Id &ticket, const QList<Entry> &entries, const QStringList &lines)
{
    PgTransaction transaction(database);
    if (!transaction.begun()) {
        return transaction.begun().error();
    }
    const auto issue = std::find_if(entries.cbegin(), entries.cend(), [](const Entry &entry) { return entry.header.kind == journal::kind::TicketIssued; });
    if (issue != entries.cend()) {
        const QString given = journal::Kinds::known().read(*issue).payload.value(u"number").toString();
        const qint64 day = vietnamTime(issue->header.receiptMs).date().toJulianDay();
        const Result<PgRows> made = database.run("INSERT INTO motcua.hall_ticket(id, day, number, state, version, needs) SELECT $1, $2, CASE WHEN EXISTS (SELECT 1 FROM motcua.hall_ticket WHERE day = $2 AND number = $3 AND id <> $1) "
                                                  "THEN $3 || ' ' || $1 ELSE $3 END, 1, 0, $4 ON CONFLICT (id) DO NOTHING", // of two that were given out apart both are called
            {ticket, day, given, sealedLines(ticket, TicketPhone::linesOf(lines, TicketPhone::phoneIn(lines)))});
        if (!made) {
            return made.error();
        }
        // What this desk gave out before it was one of the centre is not given out again.
        const Result<PgRows> counted = given.contains(u'-') ? made : database.run("INSERT INTO motcua.hall_counter AS c(day, letter, last) VALUES($1, $2, $3) "
                                                                                    "ON CONFLICT (day, letter) DO UPDATE SET last = greatest(c.last, $3)",
                                                                 {day, given.left(1), qint64{Ticket::countIn(given)}});
        if (!counted) {
            return counted.error();
        }
    }
    const Result<PgRows> row = database.run("SELECT version, day FROM motcua.hall_ticket WHERE id = $1 FOR UPDATE", {ticket});
    const Result<PgRows> had = row ? database.run("SELECT request, ticket, version, issue, person, device, desk, at, body FROM motcua.hall_step WHERE ticket = $1 ORDER BY version", {ticket}) : row;
    if (!had) {
        return had.error();
    }
    if (row->isEmpty()) {
        return qsizetype{0}; // the day it was of is forgotten here
    }
    QList<HallStep> all;
    for (int i = 0; i < had->size(); ++i) {
        Result<HallStep> step = stepIn(*had, i);
        if (!step) {
            return step.error();
        }
        all.append(*std::move(step));
    }
    qint64 version = row->integer(0, 0);
    const qint64 day = row->integer(0, 1);
    for (const Entry &entry : entries) {
        const journal::Header &header = entry.header;
        const HallStep step{header.id, ticket, ++version, header.kind == journal::kind::TicketIssued, header.actor, header.desk, header.receiptMs, entry.payload->bytes};
        const Result<PgRows> kept = database.run("INSERT INTO motcua.hall_step(request, ticket, version, day, issue, origin, person, device, desk, at, body) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            {step.request, ticket, version, day, step.isIssue, origin, step.actor.id, step.actor.kind == Actor::Kind::Device, QString::fromUtf8(step.desk), step.atMs, sealed(step.request, step.body)});
        if (!kept) {
            return kept.error();
        }
        all.append(step);
    }
    HallBook folded;
    folded.take(all);
    const HallBook::Line *line = folded.find(ticket);
    const Ticket now = line ? line->ticket : Ticket();
    // Who has another citizen in hand by now is not in the way of that: the desk sees both.
    const Result<PgRows> moved = database.run("UPDATE motcua.hall_ticket t SET version = $2, state = $3::bigint, person = CASE WHEN $4 AND NOT EXISTS (SELECT 1 FROM motcua.hall_ticket o "
                                              "WHERE o.person = $5 AND o.day = t.day AND o.state IN (2, 3) AND o.id <> t.id) THEN $5 END WHERE id = $1",
        {ticket, version, number(now.state), now.isAtDesk(), now.now().person});
    const Result<> done = moved ? transaction.commit() : moved.error();
    return done ? Result<qsizetype>(entries.size()) : done.error();
}

Result<bool> HallTables::takeMessage(const Id &ticket, const QString &message)
{
    return with<bool>([&](Postgres &database) -> Result<bool> {
        // Asked again after a lost connection it answers false where the first time counted: one message less, never a second.
        const Result<PgRows> taken = database.run("INSERT INTO motcua.hall_told(ticket, message) VALUES($1, $2) ON CONFLICT DO NOTHING RETURNING 1::bigint", {ticket, message});
        return taken ? Result<bool>(!taken->isEmpty()) : taken.error();
    });
}

Result<QSet<Id>> HallTables::known(const QList<Id> &tickets)
{
    return with<QSet<Id>>([&tickets](Postgres &database) -> Result<QSet<Id>> {
        const Result<PgRows> rows = database.run("SELECT t.id FROM unnest($1) AS w(id) JOIN motcua.hall_ticket t ON t.id = w.id", {tickets});
        if (!rows) {
            return rows.error();
        }
        QSet<Id> known;
        for (int i = 0; i < rows->size(); ++i) {
            known.insert(rows->id(i, 0));
        }
        return known;
    });
}

Result<QList<Ticket>> HallTables::leftOver()
{
    return with<QList<Ticket>>([&](Postgres &database) -> Result<QList<Ticket>> {
        const Result<PgRows> rows = database.run("SELECT s.request, s.ticket, s.version, s.issue, s.person, s.device, s.desk, s.at, s.body FROM motcua.hall_ticket t JOIN motcua.hall_step s ON s.ticket = t.id "
                                                 "WHERE t.state < 6 AND t.day < motcua.hall_day() ORDER BY s.ticket, s.version");
        if (!rows) {
            return rows.error();
        }
        QList<HallStep> steps;
        for (int i = 0; i < rows->size(); ++i) {
            Result<HallStep> step = stepIn(*rows, i);
            if (!step) {
                return step.error();
            }
            steps.append(*std::move(step));
        }
        m_old.clear();
        m_old.take(steps);
        return m_old.now().live;
    });
}

Result<> HallTables::forget()
{
    return with<std::monostate>([](Postgres &database) -> Result<> {
        const Result<PgRows> done = database.run("SELECT motcua.hall_forget()::text");
        return done ? Result<>() : done.error();
    });
}

Result<> HallTables::tell(const HallDeskLine &line)
{
    return with<std::monostate>([&line](Postgres &database) -> Result<> {
        const Result<PgRows> done = database.run("INSERT INTO motcua.hall_desk(desk, serves, person, state, since, until, at) VALUES($1, $2, $3, $4::bigint, $5, $6, motcua.hall_ms()) "
                                                 "ON CONFLICT (login) DO UPDATE SET desk = $1, serves = $2, person = $3, state = $4::bigint, since = $5, until = $6, at = motcua.hall_ms()",
            {QString::fromUtf8(line.desk), line.serves.isNull() ? QStringLiteral("") : line.serves, line.person, static_cast<qint64>(line.state), line.sinceMs, line.untilMs});
        return done ? Result<>() : done.error();
    });
}

Result<QList<HallDeskLine>> HallTables::desks()
{
    return with<QList<HallDeskLine>>([](Postgres &database) -> Result<QList<HallDeskLine>> {
        const Result<PgRows> rows = database.run("SELECT login, desk, serves, person, state::bigint, since, until, motcua.hall_ms() - at FROM motcua.hall_desk "
                                                 "WHERE at >= motcua.hall_ms() - 86400000 ORDER BY desk, login");
        if (!rows) {
            return rows.error();
        }
        QList<HallDeskLine> desks;
        for (int i = 0; i < rows->size(); ++i) {
            const qint64 state = qBound<qint64>(static_cast<qint64>(ShiftState::Serving), rows->integer(i, 4), static_cast<qint64>(ShiftState::Closed));
            desks.append({rows->text(i, 0), rows->text(i, 1).toUtf8(), rows->text(i, 2), rows->id(i, 3), static_cast<ShiftState>(state), rows->integer(i, 5), rows->integer(i, 6), rows->integer(i, 7)});
        }
        return desks;
    });
}

} // namespace motcua::centre
