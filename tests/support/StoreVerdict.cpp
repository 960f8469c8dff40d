// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/StoreVerdict.h"

#include "app/storage/DossierState.h"
#include "tests/support/RawDatabase.h"

namespace motcua::testsupport {

using namespace storage;

namespace {

QByteArray blobAt(sqlite3_stmt *row, int column)
{
    return QByteArray(static_cast<const char *>(sqlite3_column_blob(row, column)), sqlite3_column_bytes(row, column));
}

} // namespace

StoreVerdict::StoreVerdict(const StoreScene &scene, const QList<StoreExpectation> &history)
    : m_scene(scene)
    , m_history(history)
{
}

QString StoreVerdict::chain(RawDatabase &db, quint64 *head)
{
    sqlite3_stmt *rows = db.prepared("SELECT header, salt, payload FROM j_entry ORDER BY place");
    QByteArray previous(32, '\0');
    quint64 seq = 0;
    while (sqlite3_step(rows) == SQLITE_ROW) {
        const journal::Payload payload{blobAt(rows, 1), blobAt(rows, 2)};
        const Result<journal::Entry> entry = journal::Entry::from(blobAt(rows, 0), payload);
        if (!entry) {
            return QStringLiteral("entry after %1: %2").arg(seq).arg(errorName(entry.error().code));
        }
        if (entry->header.key.seq != seq + 1 || entry->header.previous != previous) {
            return QStringLiteral("the chain breaks after entry %1").arg(seq);
        }
        previous = entry->hash();
        ++seq;
    }
    sqlite3_stmt *own = db.prepared("SELECT head, contiguous, head_hash FROM j_origin WHERE own = 1");
    if (sqlite3_step(own) != SQLITE_ROW) {
        return seq == 0 ? QString() : QStringLiteral("no own log");
    }
    *head = static_cast<quint64>(sqlite3_column_int64(own, 0));
    if (*head != seq || static_cast<quint64>(sqlite3_column_int64(own, 1)) != seq || (seq > 0 && blobAt(own, 2) != previous)) {
        return QStringLiteral("the log's head is %1 of %2 entries").arg(*head).arg(seq);
    }
    return {};
}

QString StoreVerdict::folded(RawDatabase &db)
{
    if (const qint64 loose = db.number("SELECT count(*) FROM j_subject s LEFT JOIN p_dossier d USING(no) WHERE s.type = 1 AND d.no IS NULL");
        loose != 0) {
        return QStringLiteral("%1 dossiers without their row").arg(loose);
    }
    // The newest entries are those a crash can cut in two; the thorough look compares everything.
    sqlite3_stmt *rows = db.prepared("SELECT e.header, d.state, e.place FROM j_entry e JOIN p_dossier d ON d.no = e.subject ORDER BY e.place DESC LIMIT 4");
    while (sqlite3_step(rows) == SQLITE_ROW) {
        const Result<journal::Header> header = journal::Header::decoded(blobAt(rows, 0));
        const QByteArray state = blobAt(rows, 1);
        const std::optional<qint64> only = dossierstate::placeIn(state);
        const bool folded = header
            && (only ? *only == sqlite3_column_int64(rows, 2)
                     : dossierstate::inflated(state).horizon.value(header->key.origin) >= header->key.seq);
        if (!folded) {
            return QStringLiteral("entry %1 is not folded").arg(header ? header->key.seq : 0);
        }
    }
    return {};
}

QMap<Id, QByteArray> StoreVerdict::drafts(RawDatabase &db)
{
    QMap<Id, QByteArray> drafts;
    sqlite3_stmt *rows = db.prepared("SELECT id, form FROM l_draft");
    while (sqlite3_step(rows) == SQLITE_ROW) {
        drafts.insert(Id::fromBytes(blobAt(rows, 0)), blobAt(rows, 1));
    }
    return drafts;
}

QString StoreVerdict::whole(RawDatabase &db, quint64 *head)
{
    if (const QByteArray verdict = db.text("PRAGMA integrity_check"); verdict != "ok") {
        return QString::fromUtf8(verdict) + db.error();
    }
    const QString wrong = chain(db, head);
    return wrong.isEmpty() ? folded(db) : wrong;
}

QString StoreVerdict::whole(const QString &path, quint64 *head, const QByteArray &key)
{
    RawDatabase db;
    if (!db.open(path, key)) {
        return db.error();
    }
    return whole(db, head);
}

QString StoreVerdict::quick(const QString &path, qint64 acknowledged) const
{
    RawDatabase db;
    if (!db.open(path, StoreScene::keyBytes()) || db.number("SELECT count(*) FROM sqlite_master") < 0) {
        return acknowledged == 0 ? QString() : db.error();
    }
    if (db.number("SELECT count(*) FROM sqlite_master WHERE name = 'l_transfer'") == 0) {
        return acknowledged == 0 ? QString() : QStringLiteral("the tables are missing");
    }
    quint64 head = 0;
    if (const QString wrong = whole(db, &head); !wrong.isEmpty()) {
        return wrong;
    }
    if (acknowledged == 0) {
        return {};
    }
    const QMap<Id, QByteArray> held = drafts(db);
    for (qint64 step = acknowledged; step <= acknowledged + 1 && step < m_history.size(); ++step) {
        if (m_history.at(step).head == head && m_history.at(step).drafts == held) {
            return {};
        }
    }
    return QStringLiteral("head %1 with %2 drafts, promised was head %3 with %4")
        .arg(head)
        .arg(held.size())
        .arg(m_history.at(acknowledged).head)
        .arg(m_history.at(acknowledged).drafts.size());
}

QString StoreVerdict::thorough(const QString &path, qint64 acknowledged) const
{
    const Result<Store> store = Store::open(path, StoreScene::key(), m_scene.options());
    if (!store) {
        return acknowledged == 0 ? QString() : errorName(store.error().code) + u": "_qs + store.error().detail;
    }
    if (acknowledged == 0) {
        return {};
    }
    const QMap<QString, QByteArray> &promised = m_history.at(acknowledged).attachments;
    for (auto it = promised.cbegin(); it != promised.cend(); ++it) {
        const Result<QByteArray> plain = store->attachments().read(it.key());
        if (!plain || *plain != it.value()) {
            return QStringLiteral("attachment: %1").arg(plain ? QStringLiteral("other bytes") : errorName(plain.error().code));
        }
    }
    const Result<QByteArray> before = store->digest().result();
    const Result<> rebuilt = store->rebuild().result();
    const Result<QByteArray> after = store->digest().result();
    if (!before || !rebuilt || !after) {
        return QStringLiteral("folding anew failed");
    }
    if (*before != *after) {
        return QStringLiteral("folding anew gives other tables");
    }
    const Result<Recorded> next = store->record(m_scene.accepting(999'999)).result();
    return next ? QString() : QStringLiteral("the next act: ") + errorName(next.error().code) + u' ' + next.error().detail;
}

} // namespace motcua::testsupport
