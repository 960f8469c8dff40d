// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/Connection.h"
#include "app/storage/Projection.h"

#include <QJsonArray>
#include <QJsonDocument>

// What the portal said of a dossier, in tables beside it.
namespace motcua::storage {

void Projection::keepPortal(const SubjectRow &subject, const PortalAnswers &before, const PortalAnswers &after)
{
    if (before == after) {
        return;
    }
    for (const PortalVerdict &verdict : after.verdicts) {
        if (before.verdicts.value(verdict.judged) != verdict) {
            keepVerdict(subject, verdict);
        }
    }
    for (const PortalVerdict &verdict : before.verdicts) {
        if (!after.verdicts.contains(verdict.judged)) {
            m_connection.statement("DELETE FROM p_verdict WHERE no = ?1 AND entry = ?2").bind(subject.no).bind(verdict.judged).run();
        }
    }
    if (!after.isAccepted() && after.number.isEmpty()) {
        m_connection.statement("DELETE FROM p_portal WHERE no = ?1").bind(subject.no).run();
    } else if (before.number != after.number || before.acceptedAtMs != after.acceptedAtMs) {
        m_connection.statement("INSERT OR REPLACE INTO p_portal(no, number, accepted_at) VALUES(?1, ?2, ?3)")
            .bind(subject.no).text(after.number.toUpper()).bind(after.acceptedAtMs).run();
    }
}

void Projection::keepVerdict(const SubjectRow &subject, const PortalVerdict &verdict)
{
    // Of this subject alone: what it says of another's entry moves nothing there.
    Statement row = m_connection.statement("SELECT place FROM j_entry WHERE id = ?1 AND subject = ?2");
    const qint64 place = row.bind(verdict.judged).bind(subject.no).step() ? row.integer(0) : 0;
    const QByteArray fields = QJsonDocument(QJsonArray::fromStringList(verdict.fields)).toJson(QJsonDocument::Compact);
    m_connection.statement("INSERT OR REPLACE INTO p_verdict(no, entry, place, state, at, number, code, fault, fields, text) "
                           "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
        .bind(subject.no).bind(verdict.judged).bind(place).bind(qint64{static_cast<int>(verdict.state)}).bind(verdict.atMs)
        .text(verdict.number).text(verdict.code).text(faultName(verdict.fault)).utf8(fields).text(verdict.text).run();
}

void Projection::dropPortal(const SubjectRow &subject)
{
    m_connection.statement("DELETE FROM p_verdict WHERE no = ?1").bind(subject.no).run();
    m_connection.statement("DELETE FROM p_portal WHERE no = ?1").bind(subject.no).run();
}

} // namespace motcua::storage
