// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/Connection.h"
#include "app/storage/Projection.h"
#include "models/base/Text.h"
#include "models/base/VietnamTime.h"
#include "models/journal/Kind.h"

#include <QJsonDocument>

namespace motcua::storage {

void Projection::keepCertification(const SubjectRow &subject, const QList<journal::Entry> &entries)
{
    const Certification one = Certification::fold(subject.id, entries);
    if (!one.isKnown()) {
        m_connection.statement("DELETE FROM p_certification WHERE no = ?1").bind(subject.no).run();
        return;
    }
    const QByteArray fold = journal::payloadBytes(one.toJson());
    Statement keep = m_connection.statement("INSERT OR REPLACE INTO p_certification(no, year, month, unit, kind, series, number, origin, dossier, paper_key, copies, pages, fee, "
                                            "void, fold) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)");
    keep.bind(subject.no).bind(qint64{one.year}).bind(qint64{vietnamTime(one.atMs).date().month()}).text(one.unit).text(one.kind).text(one.series);
    keep.bind(qint64{one.number}).bind(one.origin).bind(one.dossier).text(text::folded(one.paper)).bind(qint64{one.copies}).bind(qint64{one.pages});
    keep.bind(one.fee.dong).bind(qint64{one.isVoid()}).blob(fold).run();
}

std::optional<Certification> Projection::certification(const SubjectRow &subject)
{
    Statement row = m_connection.statement("SELECT fold FROM p_certification WHERE no = ?1");
    return row.bind(subject.no).step() ? std::optional(Certification::fromJson(QJsonDocument::fromJson(row.bytes(0)).object())) : std::nullopt;
}

QString Projection::certificationSeries(const Id &origin, const UnitSettings &unit, const QString &kind, int year)
{
    // Of a store that goes on from another one nobody can prove which number that gave out last.
    const std::optional<OriginRow> row = m_journal.origin(origin);
    const std::optional<journal::Entry> started = row ? m_journal.entry(row->no, 1) : std::nullopt;
    if (started && !journal::Kinds::known().read(*started).payload.value(u"previous").toString().isEmpty()) {
        return Certification::seriesOf(unit.deskNumber, origin, true);
    }
    const QString series = Certification::seriesOf(unit.deskNumber, origin, false);
    Statement other = m_connection.statement("SELECT 1 FROM p_certification WHERE unit = ?1 AND kind = ?2 AND year = ?3 AND series = ?4 AND origin <> ?5 LIMIT 1");
    other.text(unit.organisationCode).text(kind).bind(qint64{year}).text(series).bind(origin);
    return other.step() ? Certification::seriesOf(unit.deskNumber, origin, true) : series;
}

bool Projection::isCertified(const Id &dossier)
{
    return m_connection.statement("SELECT 1 FROM p_certification WHERE dossier = ?1 AND void = 0 LIMIT 1").bind(dossier).step();
}

int Projection::lastCertification(const QString &unit, const QString &kind, int year, const QString &series)
{
    Statement row = m_connection.statement("SELECT coalesce(max(number), 0) FROM p_certification WHERE unit = ?1 AND kind = ?2 AND year = ?3 AND series = ?4");
    row.text(unit).text(kind).bind(qint64{year}).text(series);
    return row.step() ? static_cast<int>(row.integer(0)) : 0;
}

} // namespace motcua::storage
