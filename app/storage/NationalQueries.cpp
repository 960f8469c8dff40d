// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/NationalQueries.h"

#include "app/storage/Connection.h"
#include "app/storage/DossierState.h"
#include "app/storage/JournalQueries.h"
#include "app/storage/JournalTables.h"
#include "app/storage/LocalTables.h"
#include "app/storage/StoreFault.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>

namespace motcua::storage {

using journal::EntryKey;
using journal::VersionVector;

namespace {

const QString Follower = QStringLiteral("national"); ///< how far the journal was followed stands beside what peers hold
constexpr const char *Teller = "national.origin"; ///< whose log this store wrote when it last told something
constexpr qsizetype RecordBytes = 32;
constexpr qsizetype KeyBytes = 24;

QByteArray keyBytes(const EntryKey &key)
{
    QByteArray bytes = key.origin.bytes();
    const quint64 seq = qToBigEndian(key.seq);
    return bytes.append(reinterpret_cast<const char *>(&seq), sizeof seq);
}

EntryKey keyIn(QByteArrayView bytes)
{
    if (bytes.size() != KeyBytes) {
        throw StoreFault(ErrorCode::StoreDamaged, QStringLiteral("a step told to the national system"));
    }
    return {Id::fromBytes(bytes.first(16)), qFromBigEndian<quint64>(bytes.data() + 16)};
}

QByteArray doubtBytes(const NationalDoubt &doubt)
{
    if (!doubt.record.isEmpty()) {
        return doubt.record;
    }
    return doubt.isEmpty() ? QByteArray("") : keyBytes(doubt.step);
}

NationalDoubt doubtIn(const QByteArray &bytes)
{
    if (bytes.isEmpty()) {
        return {};
    }
    return bytes.size() == RecordBytes ? NationalDoubt{bytes, {}} : NationalDoubt{{}, keyIn(bytes)};
}

/** Of these kinds are the entries that change what is told. */
#define TELLING_KINDS                                                                                                                      \
    "('dossier.accepted', 'dossier.cancelled', 'dossier.corrected', 'dossier.external', 'dossier.resolved', "                              \
    "'dossier.stepped', 'fee.taken', 'paper.added', 'payload.purged')"

} // namespace

QByteArray NationalDue::sql()
{
    return "SELECT n.no, n.version, n.tries, n.doubt, n.unsure, n.record, d.state FROM l_national n INDEXED BY l_national_due "
           "LEFT JOIN p_dossier d ON d.no = n.no WHERE n.state = 1 AND n.due_at <= ?1 ORDER BY n.due_at, n.no LIMIT ?2";
}

QList<NationalRow> NationalDue::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    JournalTables journal(connection);
    Statement due = connection.oneOff(sql());
    due.bind(nowMs).bind(std::clamp(limit, 1, 100) + aside.size());
    QList<NationalRow> rows;
    while (rows.size() < limit && due.step()) {
        if (aside.contains(due.integer(0))) {
            continue;
        }
        NationalRow row{
            due.integer(0), due.integer(1), static_cast<int>(due.integer(2)), doubtIn(due.bytes(3)), due.integer(4) != 0, due.bytes(5)};
        if (!due.isNull(6)) {
            row.dossier = dossierstate::unpacked(due.view(6), journal);
        }
        Statement told = connection.statement("SELECT entry FROM l_national_step WHERE no = ?1");
        told.bind(row.no);
        while (told.step()) {
            row.steps.insert(keyIn(told.view(0)));
        }
        rows.append(row);
    }
    return rows;
}

QByteArray NationalNext::sql()
{
    return "SELECT due_at FROM l_national INDEXED BY l_national_due WHERE state = 1 ORDER BY due_at, no LIMIT 1";
}

std::optional<qint64> NationalNext::run(Connection &connection) const
{
    Statement next = connection.oneOff(sql());
    return next.step() ? std::optional(next.integer(0)) : std::nullopt;
}

QByteArray NationalAsidePage::sql()
{
    return "SELECT n.no, s.subject, d.code, n.code, n.fields, n.text FROM l_national n INDEXED BY l_national_aside "
           "CROSS JOIN j_subject s ON s.no = n.no LEFT JOIN p_dossier d ON d.no = n.no "
           "WHERE n.state = 2 AND n.no > ?1 ORDER BY n.no LIMIT ?2";
}

namespace {

QStringList namesIn(const QByteArray &json)
{
    QStringList names;
    const QJsonArray all = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &name : all) {
        names.append(name.toString());
    }
    return names;
}

} // namespace

QList<NationalAside> NationalAsidePage::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    Statement found = connection.oneOff(sql());
    found.bind(after).bind(std::clamp(limit, 1, 1000));
    QList<NationalAside> rows;
    while (found.step()) {
        rows.append({found.integer(0), found.id(1), found.string(2), found.string(3), namesIn(found.bytes(4)), found.string(5)});
    }
    return rows;
}

QByteArray NationalCount::waitingSql()
{
    return "SELECT count(*) FROM (SELECT 1 FROM l_national INDEXED BY l_national_due WHERE state = 1 LIMIT ?1)";
}

QByteArray NationalCount::asideSql()
{
    return "SELECT count(*) FROM (SELECT 1 FROM l_national INDEXED BY l_national_aside WHERE state = 2 LIMIT ?1)";
}

NationalCount::Count NationalCount::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    const auto counted = [&connection](const QByteArray &sql) {
        Statement count = connection.oneOff(sql);
        return count.bind(MostCounted).step() ? count.integer(0) : 0;
    };
    return {counted(waitingSql()), counted(asideSql())};
}

QByteArray FollowJournal::stretchSql()
{
    return "SELECT subject FROM j_entry WHERE place BETWEEN ?1 AND ?2 AND kind IN " TELLING_KINDS;
}

bool FollowJournal::run(Connection &connection) const
{
    const QByteArray own = JournalTables(connection).ownOrigin().id.bytes();
    if (const std::optional<QByteArray> teller = local::setting(connection, Teller); teller != own) {
        if (teller) {
            connection.statement("UPDATE l_national SET unsure = 1").run();
        }
        local::keepSetting(connection, Teller, own);
    }
    VersionVector followed = PeerVector{Follower}.run(connection);
    const VersionVector before = followed;
    qint64 left = std::max(limit, 1);
    bool isMore = false;
    const QList<OriginRow> origins = JournalTables(connection).origins();
    for (const OriginRow &origin : origins) {
        const quint64 first = followed.highest(origin.id) + 1;
        if (first > origin.contiguous) {
            continue;
        }
        if (left == 0) {
            isMore = true;
            break;
        }
        const quint64 last = std::min(origin.contiguous, first + static_cast<quint64>(left) - 1);
        left -= static_cast<qint64>(last - first + 1);
        isMore = last < origin.contiguous;
        Statement stretch = connection.oneOff(stretchSql());
        stretch.bind(JournalTables::place(origin.no, first)).bind(JournalTables::place(origin.no, last));
        while (stretch.step()) {
            connection
                .statement("INSERT INTO l_national(no, state, version, due_at, tries, doubt, unsure, record, code, fields, text) "
                           "VALUES(?1, 1, 1, ?2, 0, x'', 0, x'', '', '[]', '') ON CONFLICT(no) DO UPDATE SET version = version + 1, "
                           "state = 1, tries = CASE state WHEN 1 THEN tries ELSE 0 END, "
                           "due_at = CASE state WHEN 1 THEN due_at ELSE excluded.due_at END")
                .bind(stretch.integer(0))
                .bind(nowMs)
                .run();
        }
        followed.set(origin.id, last);
    }
    if (followed != before) {
        const QByteArray bytes = followed.toBytes();
        connection.statement("INSERT OR REPLACE INTO l_peer_vector(peer, vector) VALUES(?1, ?2)").text(Follower).blob(bytes).run();
    }
    return isMore;
}

qint64 RetryNational::run(Connection &connection) const
{
    // Found first, since what a statement changed is not told by it.
    QList<qint64> aside;
    Statement found = connection.oneOff("SELECT n.no FROM l_national n INDEXED BY l_national_aside LEFT JOIN p_dossier d ON d.no = n.no "
                                        "WHERE n.state = 2 AND (?1 = '' OR d.code = ?1)");
    found.text(dossierCode);
    while (found.step()) {
        aside.append(found.integer(0));
    }
    for (const qint64 no : aside) {
        connection.statement("UPDATE l_national SET state = 1, version = version + 1, tries = 0, due_at = ?2 WHERE no = ?1")
            .bind(no)
            .bind(nowMs)
            .run();
    }
    return aside.size();
}

NationalStanding::Found NationalStanding::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    Statement row = connection.statement("SELECT n.state, length(n.record), n.code, n.fields, n.text, n.no FROM j_subject s "
                                         "JOIN l_national n ON n.no = s.no WHERE s.subject = ?1");
    if (!row.bind(dossier).step()) {
        return {};
    }
    if (isAcceptance && row.integer(1) > 0) {
        return {.state = State::Told};
    }
    const QByteArray key = keyBytes(entry);
    Statement step = connection.statement("SELECT 1 FROM l_national_step WHERE no = ?1 AND entry = ?2");
    if (step.bind(row.integer(5)).blob(key).step()) {
        return {.state = State::Told};
    }
    // What stands there may be of what was known before this entry came.
    if (PeerVector{Follower}.run(connection).highest(entry.origin) < entry.seq || row.integer(0) == 1) {
        return {};
    }
    if (row.integer(0) == 0) {
        return {.state = State::Told};
    }
    return {State::Aside, row.string(2), namesIn(row.bytes(3)), row.string(4)};
}

void rouseNational(Connection &connection, qint64 no)
{
    connection.statement("UPDATE l_national SET state = 1, version = version + 1 WHERE no = ?1").bind(no).run();
}

std::monostate UnsureNational::run(Connection &connection) const
{
    connection.statement("UPDATE l_national SET unsure = 1, doubt = x'' WHERE no = ?1").bind(no).run();
    return {};
}

std::monostate DoubtNational::run(Connection &connection) const
{
    const QByteArray bytes = doubtBytes(doubt);
    connection.statement("UPDATE l_national SET doubt = ?2 WHERE no = ?1").bind(no).blob(bytes).run();
    return {};
}

std::monostate ToldNational::run(Connection &connection) const
{
    if (!told.record.isEmpty()) {
        connection.statement("UPDATE l_national SET doubt = x'', tries = 0, record = ?2 WHERE no = ?1").bind(no).blob(told.record).run();
        return {};
    }
    const QByteArray step = keyBytes(told.step);
    connection.statement("INSERT OR IGNORE INTO l_national_step(no, entry, at) VALUES(?1, ?2, ?3)").bind(no).blob(step).bind(nowMs).run();
    connection.statement("UPDATE l_national SET doubt = x'', tries = 0 WHERE no = ?1").bind(no).run();
    return {};
}

std::monostate PostponeNational::run(Connection &connection) const
{
    connection
        .statement("UPDATE l_national SET due_at = ?2, tries = tries + ?3, doubt = CASE ?4 WHEN 1 THEN doubt ELSE x'' END WHERE no = ?1")
        .bind(no)
        .bind(dueMs)
        .bind(countsAsTry ? 1 : 0)
        .bind(keepsDoubt ? 1 : 0)
        .run();
    return {};
}

std::monostate SettleNational::run(Connection &connection) const
{
    QJsonArray names;
    for (const QString &field : fields) {
        names.append(field);
    }
    const QByteArray json = QJsonDocument(names).toJson(QJsonDocument::Compact);
    // What was sent and refused is in doubt no longer, also where something was written meanwhile and the dossier goes on.
    connection
        .statement("UPDATE l_national SET state = CASE version WHEN ?2 THEN ?3 ELSE 1 END, doubt = x'', tries = 0, "
                   "unsure = CASE ?3 WHEN 0 THEN 0 ELSE unsure END, code = ?4, fields = ?5, "
                   "text = ?6 WHERE no = ?1")
        .bind(no)
        .bind(version)
        .bind(code.isEmpty() ? 0 : 2)
        .text(code)
        .utf8(json)
        .text(text)
        .run();
    return {};
}

} // namespace motcua::storage
