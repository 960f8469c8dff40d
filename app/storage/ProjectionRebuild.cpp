// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/Connection.h"
#include "app/storage/DossierState.h"
#include "app/storage/Projection.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace motcua::storage {

namespace {

/** Each row as its values with their lengths, so that no two contents make the same bytes. */
void addRows(Connection &connection, const char *sql, int columns, QCryptographicHash &hash, int stateColumn = -1)
{
    hash.addData(QByteArrayView(sql));
    JournalTables journal(connection);
    Statement row = connection.oneOff(sql);
    while (row.step()) {
        for (int column = 0; column < columns; ++column) {
            const QByteArray value = column == stateColumn ? dossierstate::json(row.view(column), journal) : row.bytes(column);
            const quint64 size = qToBigEndian(static_cast<quint64>(value.size()));
            hash.addData(QByteArrayView(reinterpret_cast<const char *>(&size), sizeof size));
            hash.addData(value);
        }
    }
}

} // namespace

void Projection::rebuild()
{
    forget();
    m_connection.execute("DELETE FROM p_dossier; DELETE FROM p_staff; DELETE FROM p_origin; DELETE FROM p_number; DELETE FROM p_day; "
                         "DELETE FROM p_total; DELETE FROM p_outcome; DELETE FROM p_attachment; DELETE FROM p_ticket; DELETE FROM p_shift; DELETE FROM p_feedback; "
                         "DELETE FROM p_help; DELETE FROM p_notice; DELETE FROM p_appointment; DELETE FROM p_certification; "
                         "DELETE FROM p_verdict; DELETE FROM p_portal; DELETE FROM p_payment; "
                         "INSERT INTO p_name(p_name) VALUES('delete-all');");
    Statement row = m_connection.statement("SELECT no, subject FROM j_subject ORDER BY no");
    while (row.step()) {
        // As a subject never seen, so that its type is told anew as well.
        SubjectRow subject{row.integer(0), row.id(1), SubjectType::Unknown};
        refold(subject);
        if (subject.type == SubjectType::Unknown) {
            m_journal.keepType(subject);
        }
    }
    forget();
}

QByteArray Projection::digest()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    // By subject ids: the numbers of rows are those of arrival and differ from store to store.
    addRows(m_connection,
        "SELECT s.subject, s.type, d.received_at, d.due_at, d.status, d.open, d.conflict, d.code, d.procedure, d.procedure_name, d.unit, d.desk, "
        "d.name, d.name_key, d.personal_number, d.phone, d.state, d.channel, d.held, d.digitised, d.finished_at, d.outcome, d.competent_unit, "
        "d.unconfirmed, d.scan_due, d.digital, d.held_papers, d.reuses "
        "FROM p_dossier d JOIN j_subject s ON s.no = d.no ORDER BY s.subject",
        28, hash, 16);
    addRows(m_connection, "SELECT s.subject, p.state, p.heads FROM p_staff p JOIN j_subject s ON s.no = p.no ORDER BY s.subject", 3, hash);
    addRows(m_connection, "SELECT s.subject, p.settings, p.heads FROM p_origin p JOIN j_subject s ON s.no = p.no ORDER BY s.subject", 3, hash);
    addRows(m_connection,
        "SELECT n.unit, n.day, n.number, s.subject FROM p_number n JOIN j_subject s ON s.no = n.dossier ORDER BY n.unit, n.day, n.number, s.subject",
        4, hash);
    addRows(m_connection, "SELECT day, unit, desk, procedure, status, dossiers FROM p_day ORDER BY day, unit, desk, procedure, status", 6, hash);
    addRows(m_connection, "SELECT status, open, dossiers FROM p_total ORDER BY status, open", 3, hash);
    addRows(m_connection, "SELECT day, unit, desk, procedure, outcome, dossiers FROM p_outcome ORDER BY day, unit, desk, procedure, outcome", 6, hash);
    addRows(m_connection, "SELECT a.name, s.subject FROM p_attachment a JOIN j_subject s ON s.no = a.dossier ORDER BY a.name, s.subject", 2, hash);
    addRows(m_connection,
        "SELECT s.subject, t.day, t.number, t.count, t.letter, t.state, t.rank, t.since, t.person, t.fold FROM p_ticket t "
        "JOIN j_subject s ON s.no = t.no ORDER BY s.subject",
        10, hash);
    addRows(m_connection,
        "SELECT s.subject, h.day, h.person, h.desk, h.state, h.fold FROM p_shift h JOIN j_subject s ON s.no = h.no ORDER BY s.subject", 6, hash);
    addRows(m_connection, "SELECT s.subject, f.day, f.at, f.score, f.open, f.fold FROM p_feedback f JOIN j_subject s ON s.no = f.no ORDER BY s.subject", 6, hash);
    addRows(m_connection, "SELECT s.subject, h.at, h.open, h.fold FROM p_help h JOIN j_subject s ON s.no = h.no ORDER BY s.subject", 4, hash);
    addRows(m_connection, "SELECT s.subject, n.at, n.until, n.fold FROM p_notice n JOIN j_subject s ON s.no = n.no ORDER BY s.subject", 4, hash);
    addRows(m_connection, "SELECT s.subject, a.at, a.code, a.letter, a.state, a.ticket, a.origin, a.fold FROM p_appointment a JOIN j_subject s ON s.no = a.no ORDER BY s.subject", 8, hash);
    addRows(m_connection,
        "SELECT s.subject, c.year, c.month, c.unit, c.kind, c.series, c.number, c.origin, c.dossier, c.paper_key, c.copies, c.pages, c.fee, c.void, c.fold "
        "FROM p_certification c JOIN j_subject s ON s.no = c.no ORDER BY s.subject",
        15, hash);
    addRows(m_connection,
        "SELECT s.subject, v.entry, v.state, v.at, v.number, v.code, v.fault, v.fields, v.text FROM p_verdict v JOIN j_subject s ON s.no = v.no "
        "ORDER BY s.subject, v.entry",
        9, hash);
    addRows(m_connection, "SELECT s.subject, p.number, p.accepted_at FROM p_portal p JOIN j_subject s ON s.no = p.no ORDER BY s.subject", 3, hash);
    addRows(m_connection, "SELECT p.reference, p.source, s.subject, p.amount FROM p_payment p JOIN j_subject s ON s.no = p.dossier ORDER BY p.reference, p.source, s.subject", 4, hash);
    m_connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.name_terms USING fts5vocab(main, p_name, instance)");
    addRows(m_connection, "SELECT t.term, s.subject FROM temp.name_terms t JOIN j_subject s ON s.no = t.doc ORDER BY t.term, s.subject", 2, hash);
    return hash.result();
}

} // namespace motcua::storage
