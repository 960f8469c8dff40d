// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/DossierRow.h"

#include "app/storage/Attachments.h"
#include "app/storage/NameIndex.h"
#include "models/base/VietnamTime.h"
#include "models/dossier/Digitised.h"
#include "models/dossier/Guard.h"
#include "models/dossier/HeldPaper.h"

#include <QJsonArray>

#include <algorithm>

namespace motcua::storage {

namespace {

qint64 sequenceOf(const QString &code)
{
    // The grammars of dossier codes all end in the number of the day.
    qsizetype at = code.size();
    while (at > 0 && code[at - 1].isDigit()) {
        --at;
    }
    return QStringView(code).sliced(at).toLongLong();
}

QStringList namesIn(const Dossier &dossier)
{
    QStringList names;
    const QJsonObject roles = dossier.acceptance.value(u"roles").toObject();
    for (auto it = roles.constBegin(); it != roles.constEnd(); ++it) {
        if (it.key().endsWith(u".name") || it.key() == u"applicant.organisation") {
            names.append(dossier.role(it.key()).text);
        }
    }
    return names;
}

void takeAttachments(const QList<DossierLine> &lines, QSet<QByteArray> &names)
{
    for (const DossierLine &line : lines) {
        if (const auto reference = AttachmentReference::fromString(line.what.value(u"attachment").toString())) {
            names.insert(reference->name);
        }
    }
}

void takeAttachments(const QJsonArray &brought, QSet<QByteArray> &names)
{
    for (const QJsonValue &file : brought) {
        if (const auto reference = AttachmentReference::fromString(file[u"attachment"].toString())) {
            names.insert(reference->name);
        }
    }
}

bool wereReturned(const DossierEvent &event)
{
    const QJsonArray confirmed = event.what.value(u"confirmed").toArray();
    return confirmed.contains(confirmationName(Confirmation::OriginalsReturned));
}

/** Originals of the citizen that still lie here. */
int originalsHeld(const Dossier &dossier)
{
    if (dossier.status.status == DossierStatus::HandedOver || std::any_of(dossier.events.cbegin(), dossier.events.cend(), wereReturned)) {
        return 0;
    }
    int held = 0;
    const QJsonArray papers = dossier.acceptance.value(u"papers").toArray();
    for (const QJsonValue &paper : papers) {
        held += std::max(paper[u"held"].toInt(), 0);
    }
    return held;
}

} // namespace

DossierRow DossierRow::of(const Dossier &dossier, const JournalRules &rules)
{
    const StatusTable &table = rules.table;
    DossierRow row;
    row.receivedAt = dossier.receivedAtMs;
    row.dueAt = dossier.dueAtMs();
    row.conflict = dossier.hasConflict();
    row.cell.day = row.receivedAt == 0 ? 0 : vietnamTime(row.receivedAt).date().toJulianDay();
    row.cell.unit = dossier.unit;
    row.cell.desk = dossier.acceptance.value(u"desk").toInt();
    row.cell.procedure = dossier.procedureCode();
    row.cell.status = dossier.status.status ? statusCode(*dossier.status.status) : 0;
    // Whom the counter sent away without a code has nothing waiting here; what was filed online has, and a dossier whose acceptance has not
    // arrived yet may.
    const bool sentAway = dossier.incomplete && dossier.isRegisteredOnly() && !dossier.isNewOnline();
    row.cell.open = (!dossier.status.status || !table.isTerminal(*dossier.status.status)) && !sentAway;
    row.channel = dossier.acceptance.value(u"channel").toInt();
    row.held = originalsHeld(dossier);
    const QList<UnscannedPaper> unscanned = unscannedPapers(dossier);
    row.digitised = unscanned.isEmpty();
    row.scanDueAt = scanDueMs(unscanned, rules.calendar);
    row.digital = isDigitised(dossier) && !dossier.isCancelled();
    row.heldPapers = static_cast<int>(motcua::heldPapers(dossier).size());
    row.reuses = reusesPaper(dossier) && !dossier.isCancelled();
    row.unconfirmed = !dossier.isCancelled() && !dossier.unconfirmedFees().isEmpty();
    row.finishedAt = finishedAtMs(dossier);
    row.outcome = outcomeOf(dossier, rules.calendar);
    row.competentUnit = dossier.competentUnit;
    row.code = dossier.code;
    row.procedureName = dossier.procedureName();
    const QString organisation = dossier.role(QStringLiteral("applicant.organisation")).text;
    row.name = organisation.isEmpty() ? dossier.role(QStringLiteral("applicant.name")).text : organisation;
    row.nameKey = names::key(namesIn(dossier));
    row.personalNumber = numberKey(dossier.role(QStringLiteral("applicant.number")).text);
    row.phone = numberKey(dossier.role(QStringLiteral("applicant.phone")).text);
    row.number = sequenceOf(row.code);
    for (const DossierLine &came : dossier.confirmations) {
        row.payments[{came.what.value(u"reference").toString(), came.what.value(u"source").toString()}] += came.what.value(u"amount").toInteger();
    }
    takeAttachments(dossier.slips, row.attachments);
    takeAttachments(dossier.papers, row.attachments);
    for (const DossierEvent &event : dossier.events) { // what was filed before it was sent back is evidence too
        takeAttachments(event.what.value(u"brought").toArray(), row.attachments);
    }
    return row;
}

OutcomeCell DossierRow::outcomeCell() const
{
    const qint64 day = finishedAt == 0 ? 0 : vietnamTime(finishedAt).date().toJulianDay();
    return {day, cell.unit, cell.desk, cell.procedure, outcome};
}

} // namespace motcua::storage
