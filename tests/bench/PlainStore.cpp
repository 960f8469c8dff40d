// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/PlainStore.h"

#include "app/storage/DossierQueries.h"
#include "app/storage/NameIndex.h"
#include "app/storage/PageCipher.h"
#include "app/storage/PageSeal.h"
#include "models/base/Text.h"
#include "tests/support/StoreScene.h"

#include <QFile>


// In the amalgamation, but in a header the package does not carry apart.
extern "C" int sqlite3_rekey_v2(sqlite3 *db, const char *zDbName, const void *pKey, int nKey);

namespace motcua::bench {

using testsupport::RawDatabase;
using testsupport::StoreScene;

namespace {

#define SUMMARY_COLUMNS "d.no, s.subject, d.code, d.name, d.procedure, d.procedure_name, d.status, d.open, d.conflict, d.received_at, d.due_at"

void must(bool done, const char *what, const RawDatabase &db)
{
    if (!done) {
        qFatal("%s: %s", what, qPrintable(db.error()));
    }
}

QByteArray valueAt(sqlite3_stmt *row, int column)
{
    return QByteArray(static_cast<const char *>(sqlite3_column_blob(row, column)), sqlite3_column_bytes(row, column));
}

} // namespace

PlainStore::PlainStore(const QString &source, const QString &path, bool encrypted)
{
    for (const char *part : {"", "-wal", "-shm"}) {
        QFile::remove(path + QLatin1String(part));
    }
    if (!QFile::copy(source, path)) {
        qFatal("%s cannot be copied", qPrintable(source));
    }
    if (!encrypted) {
        RawDatabase db;
        must(db.open(path, StoreScene::keyBytes()) && db.exec("PRAGMA journal_mode=DELETE"), "copy", db);
        must(sqlite3_rekey_v2(db.handle(), "main", nullptr, 0) == SQLITE_OK, "decrypt", db);
    }
    // The store's own cipher: beside the slower one of the same format that comes with SQLite ours would look better than it is.
    must(m_db.open(path, encrypted ? StoreScene::keyBytes() : QByteArray(), {}, storage::pagecipher::index()), "open", m_db);
    must(m_db.exec("PRAGMA journal_mode=WAL; PRAGMA foreign_keys=1; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=1;"
                   "PRAGMA wal_autocheckpoint=0; PRAGMA journal_size_limit=8388608; PRAGMA cache_size=-4096; PRAGMA synchronous=FULL"),
        "pragmas", m_db);
    sqlite3_wal_hook(m_db.handle(), [](void *pages, sqlite3 *, const char *, int logged) {
        *static_cast<int *>(pages) = logged;
        return SQLITE_OK;
    }, &m_loggedPages);
    m_entries = m_db.number("SELECT head FROM j_origin WHERE own = 1");
    m_begin = m_db.prepared("BEGIN IMMEDIATE");
    m_commit = m_db.prepared("COMMIT");
    m_subject = m_db.prepared("INSERT INTO j_subject(no, subject, type) VALUES(?1, ?2, ?3)");
    m_entry = m_db.prepared("INSERT INTO j_entry(place, subject, id, kind, time, header, salt, payload) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    m_origin = m_db.prepared("UPDATE j_origin SET contiguous = ?1, head = ?1, head_hash = ?2, clock = ?3 WHERE own = 1");
    m_dossier = m_db.prepared("INSERT INTO p_dossier(no, received_at, due_at, status, open, conflict, code, procedure, procedure_name, unit, desk, "
                              "name, name_key, personal_number, phone, state, channel, held, digitised, finished_at, outcome, competent_unit) "
                              "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)");
    m_name = m_db.prepared("INSERT INTO p_name(rowid, pairs) VALUES(?1, ?2)");
    m_number = m_db.prepared("INSERT INTO p_number(unit, day, number, dossier) VALUES(?1, ?2, ?3, ?4)");
    m_day = m_db.prepared("INSERT INTO p_day(day, unit, desk, procedure, status, dossiers) VALUES(?1, ?2, ?3, ?4, ?5, 1) "
                          "ON CONFLICT DO UPDATE SET dossiers = dossiers + excluded.dossiers");
    m_total = m_db.prepared("INSERT INTO p_total(status, open, dossiers) VALUES(?1, ?2, 1) "
                            "ON CONFLICT DO UPDATE SET dossiers = dossiers + excluded.dossiers");
    m_match = m_db.prepared("SELECT rowid FROM p_name WHERE p_name MATCH ?1 ORDER BY rowid DESC");
    m_key = m_db.prepared("SELECT name_key FROM p_dossier WHERE no = ?1");
    m_summary = m_db.prepared("SELECT " SUMMARY_COLUMNS " FROM p_dossier d JOIN j_subject s ON s.no = d.no WHERE d.no = ?1");
    m_like = m_db.prepared("SELECT " SUMMARY_COLUMNS " FROM p_dossier d JOIN j_subject s ON s.no = d.no WHERE d.name_key LIKE ?1 ORDER BY d.no DESC LIMIT ?2");
    m_page = m_db.prepared("SELECT " SUMMARY_COLUMNS " FROM p_dossier d JOIN j_subject s ON s.no = d.no WHERE d.open = 1 AND (d.received_at, d.no) < (?1, ?2) "
                           "ORDER BY d.received_at DESC, d.no DESC LIMIT ?3");
}

QList<WrittenAct> PlainStore::acts(const QString &source)
{
    RawDatabase db;
    must(db.open(source, StoreScene::keyBytes()), "source", db);
    sqlite3_stmt *rows = db.prepared(
        "SELECT s.no, s.subject, s.type, e.place, e.subject, e.id, e.kind, e.time, e.header, e.salt, e.payload, d.no, d.received_at, d.due_at, d.status, "
        "d.open, d.conflict, d.code, d.procedure, d.procedure_name, d.unit, d.desk, d.name, d.name_key, d.personal_number, d.phone, d.state, d.channel, "
        "d.held, d.digitised, d.finished_at, d.outcome, d.competent_unit, n.day, n.number "
        "FROM p_dossier d JOIN j_subject s ON s.no = d.no JOIN j_entry e ON e.subject = d.no JOIN p_number n ON n.dossier = d.no ORDER BY e.place");
    QList<WrittenAct> acts;
    while (sqlite3_step(rows) == SQLITE_ROW) {
        WrittenAct act;
        for (int column = 0; column < 33; ++column) {
            (column < 3 ? act.subject : column < 11 ? act.entry : act.dossier).append(valueAt(rows, column));
        }
        act.no = sqlite3_column_int64(rows, 0);
        act.day = sqlite3_column_int64(rows, 33);
        act.number = sqlite3_column_int64(rows, 34);
        act.tokens = storage::names::tokens(QString::fromUtf8(act.dossier.at(12)));
        acts.append(act);
    }
    return acts;
}

void PlainStore::bind(sqlite3_stmt *statement, const QList<QByteArray> &values, const char *kinds)
{
    for (int i = 0; i < values.size(); ++i) {
        const QByteArray &value = values.at(i);
        if (kinds[i] == 'i') {
            sqlite3_bind_int64(statement, i + 1, value.toLongLong());
        } else if (kinds[i] == 't') {
            sqlite3_bind_text(statement, i + 1, value.constData(), static_cast<int>(value.size()), SQLITE_STATIC);
        } else {
            sqlite3_bind_blob(statement, i + 1, value.constData(), static_cast<int>(value.size()), SQLITE_STATIC);
        }
    }
    must(m_db.run(statement), sqlite3_sql(statement), m_db);
}

void PlainStore::begin()
{
    must(m_db.run(m_begin), "begin", m_db);
}

void PlainStore::write(const WrittenAct &act)
{
    const QByteArray day = QByteArray::number(act.day);
    const QByteArray number = QByteArray::number(act.number);
    const QByteArray &status = act.dossier.at(3);
    const QByteArray &unit = act.dossier.at(9);
    bind(m_subject, act.subject, "ibi");
    bind(m_entry, act.entry, "iibtibbb");
    bind(m_origin, {QByteArray::number(++m_entries), QByteArray(32, 'h'), act.entry.at(4)}, "ibi");
    bind(m_dossier, act.dossier, "iiiiiitttttttttbiiiiit");
    bind(m_name, {act.dossier.at(0), act.tokens}, "it");
    bind(m_number, {unit, day, number, act.dossier.at(0)}, "tiii");
    bind(m_day, {day, unit, act.dossier.at(10), act.dossier.at(7), status}, "ittti");
    bind(m_total, {status, act.dossier.at(4)}, "ii");
}

void PlainStore::commit()
{
    must(m_db.run(m_commit), "commit", m_db);
}

void PlainStore::checkpoint()
{
    sqlite3_wal_checkpoint_v2(m_db.handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

int PlainStore::summaries(sqlite3_stmt *statement, QList<qint64> *found)
{
    int rows = 0;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        storage::DossierSummary summary;
        summary.key = {sqlite3_column_int64(statement, 9), sqlite3_column_int64(statement, 0)};
        summary.id = Id::fromBytes(valueAt(statement, 1));
        summary.code = QString::fromUtf8(valueAt(statement, 2));
        summary.name = QString::fromUtf8(valueAt(statement, 3));
        summary.procedure = QString::fromUtf8(valueAt(statement, 4));
        summary.procedureName = QString::fromUtf8(valueAt(statement, 5));
        if (found != nullptr) {
            found->append(summary.key.no);
        }
        m_lastAt = summary.key.at;
        m_lastNo = summary.key.no;
        ++rows;
    }
    sqlite3_reset(statement);
    return rows;
}

void PlainStore::checkpointFrom(qint64 bytes)
{
    if (m_loggedPages * (storage::PageSeal::PageSize + 24) >= bytes) {
        checkpoint();
    }
}

QList<qint64> PlainStore::find(const QString &text, int limit)
{
    QList<qint64> found;
    const QStringList words = text::foldedWords(text);
    const QByteArray expression = storage::names::expression(words);
    if (expression.isEmpty()) {
        return found;
    }
    sqlite3_bind_text(m_match, 1, expression.constData(), static_cast<int>(expression.size()), SQLITE_STATIC);
    while (found.size() < limit && sqlite3_step(m_match) == SQLITE_ROW) {
        const qint64 no = sqlite3_column_int64(m_match, 0);
        sqlite3_bind_int64(m_key, 1, no);
        const bool matches = sqlite3_step(m_key) == SQLITE_ROW && storage::names::matches(QString::fromUtf8(valueAt(m_key, 0)), words);
        sqlite3_reset(m_key);
        if (matches) {
            sqlite3_bind_int64(m_summary, 1, no);
            summaries(m_summary, &found);
        }
    }
    sqlite3_reset(m_match);
    return found;
}

QList<qint64> PlainStore::findLike(const QString &text, int limit)
{
    QList<qint64> found;
    const QByteArray pattern = '%' + text::foldedWords(text).join(u'%').toUtf8() + '%';
    sqlite3_bind_text(m_like, 1, pattern.constData(), static_cast<int>(pattern.size()), SQLITE_STATIC);
    sqlite3_bind_int(m_like, 2, limit);
    summaries(m_like, &found);
    return found;
}

int PlainStore::page(qint64 *at, qint64 *no, int limit)
{
    sqlite3_bind_int64(m_page, 1, *at);
    sqlite3_bind_int64(m_page, 2, *no);
    sqlite3_bind_int(m_page, 3, limit);
    const int rows = summaries(m_page, nullptr);
    *at = m_lastAt;
    *no = m_lastNo;
    return rows;
}

} // namespace motcua::bench
