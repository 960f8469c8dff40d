// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/CertificationQueries.h"

#include "app/storage/Connection.h"
#include "models/base/Text.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace motcua::storage {

namespace {

QList<CertificationLine> registerLines(Statement &row)
{
    QList<CertificationLine> found;
    while (row.step()) {
        found.append({Certification::fromJson(QJsonDocument::fromJson(row.bytes(0)).object()), row.isNull(1) ? QString() : row.string(1),
            row.isNull(2) ? QString() : row.string(2)});
    }
    return found;
}

} // namespace

QList<CertificationLine> CertificationsOfYear::run(Connection &connection) const
{
    Statement row = connection.statement("SELECT c.fold, d.name, d.code FROM p_certification c LEFT JOIN j_subject s ON s.subject = c.dossier "
                                         "LEFT JOIN p_dossier d ON d.no = s.no WHERE c.year = ?1 AND (c.kind, c.unit, c.series, c.number) > (?2, ?3, ?4, ?5) "
                                         "ORDER BY c.kind, c.unit, c.series, c.number, c.no LIMIT ?6");
    row.bind(qint64{year}).text(behind.kind).text(behind.unit).text(behind.series).bind(qint64{behind.number}).bind(qint64{std::clamp(limit, 1, MostRows)});
    return registerLines(row);
}

QList<CertificationLine> CertificationsByPaper::run(Connection &connection) const
{
    const QString key = text::folded(paper.simplified());
    if (key.isEmpty()) {
        return {};
    }
    Statement row = connection.statement("SELECT c.fold, d.name, d.code FROM p_certification c LEFT JOIN j_subject s ON s.subject = c.dossier "
                                         "LEFT JOIN p_dossier d ON d.no = s.no WHERE c.year = ?1 AND c.paper_key >= ?2 AND c.paper_key < ?3 "
                                         "ORDER BY c.paper_key, c.number, c.no LIMIT ?4");
    row.bind(qint64{year}).text(key).text(key + QChar(u'\uffff')).bind(qint64{MostRows});
    return registerLines(row);
}

QList<CertificationLine> CertificationsByNumber::run(Connection &connection) const
{
    Statement row = connection.statement("SELECT c.fold, d.name, d.code FROM p_certification c LEFT JOIN j_subject s ON s.subject = c.dossier "
                                         "LEFT JOIN p_dossier d ON d.no = s.no WHERE c.year = ?1 AND c.number = ?2 ORDER BY c.kind, c.unit, c.series, c.no LIMIT ?3");
    row.bind(qint64{year}).bind(qint64{number}).bind(qint64{MostRows});
    return registerLines(row);
}

std::optional<CertificationLine> CertificationById::run(Connection &connection) const
{
    Statement row = connection.statement("SELECT c.fold, d.name, d.code FROM j_subject t JOIN p_certification c ON c.no = t.no "
                                         "LEFT JOIN j_subject s ON s.subject = c.dossier LEFT JOIN p_dossier d ON d.no = s.no WHERE t.subject = ?1");
    row.bind(id);
    const QList<CertificationLine> found = registerLines(row);
    return found.isEmpty() ? std::nullopt : std::optional(found.constFirst());
}

QList<CertificationLine> CertificationsOfDossier::run(Connection &connection) const
{
    Statement row = connection.statement("SELECT c.fold, d.name, d.code FROM p_certification c LEFT JOIN j_subject s ON s.subject = c.dossier "
                                         "LEFT JOIN p_dossier d ON d.no = s.no WHERE c.dossier = ?1 ORDER BY c.year, c.series, c.number, c.no LIMIT ?2");
    row.bind(dossier).bind(qint64{MostRows});
    return registerLines(row);
}

QList<CertificationMonths::Month> CertificationMonths::run(Connection &connection) const
{
    Statement row = connection.statement("SELECT kind, month, count(*), sum(copies), sum(pages), sum(fee) FROM p_certification WHERE year = ?1 AND void = 0 "
                                         "GROUP BY month, kind ORDER BY kind, month");
    row.bind(qint64{year});
    QList<Month> found;
    while (row.step()) {
        found.append({row.string(0), static_cast<int>(row.integer(1)), row.integer(2), row.integer(3), row.integer(4), {row.integer(5)}});
    }
    return found;
}

} // namespace motcua::storage
