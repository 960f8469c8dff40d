// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/OfflineQueries.h"

#include "app/storage/Connection.h"
#include "app/storage/DossierState.h"
#include "app/storage/JournalTables.h"
#include "models/fee/Payment.h"
#include "models/journal/Kind.h"

#include <QDateTime>

namespace motcua::storage {

namespace {

/** The visit stands in the header of the entry, and nowhere in the dossier. */
Id visitOf(JournalTables &journal, const journal::EntryKey &key)
{
    const std::optional<OriginRow> origin = journal.origin(key.origin);
    const std::optional<journal::Entry> entry = origin ? journal.entry(origin->no, key.seq) : std::nullopt;
    return entry ? entry->header.visit : Id();
}

} // namespace

QList<OpenFee> OpenFees::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    JournalTables journal(connection);
    Statement row = dossier
        ? connection.statement("SELECT d.state FROM j_subject s JOIN p_dossier d ON d.no = s.no WHERE s.subject = ?1 AND d.unconfirmed = 1")
        : connection.statement("SELECT d.state FROM p_dossier d INDEXED BY p_dossier_unconfirmed WHERE d.unconfirmed = 1 AND d.received_at >= ?1 "
                               "AND d.received_at < ?2 ORDER BY d.received_at DESC, d.no DESC");
    dossier ? row.bind(*dossier) : row.bind(fromMs).bind(untilMs);
    QList<OpenFee> open;
    while (open.size() < limit && row.step()) {
        const Dossier found = dossierstate::unpacked(row.view(0), journal);
        const QList<DossierLine> fees = found.unconfirmedFees();
        for (const DossierLine &fee : fees) {
            const Id visit = visitOf(journal, fee.entry);
            if (reference.isEmpty() || Payment::reference(visit) == reference) {
                open.append({.dossier = found.id,
                    .code = found.code,
                    .name = found.role(QStringLiteral("applicant.name")).text,
                    .phone = found.role(QStringLiteral("applicant.phone")).text,
                    .receivedAtMs = found.receivedAtMs,
                    .fee = fee.entry,
                    .visit = visit,
                    .means = fee.what.value(u"means").toString(),
                    .due = Money{fee.what.value(u"amount").toInteger()},
                    .came = found.cameFor(fee.entry)});
            }
        }
    }
    return open;
}

QList<KnownPayment::Part> KnownPayment::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    JournalTables journal(connection);
    Statement row = connection.statement("SELECT d.state, p.amount FROM p_payment p JOIN p_dossier d ON d.no = p.dossier WHERE p.reference = ?1 AND p.source = ?2 "
                                         "ORDER BY p.dossier");
    row.text(reference).text(source);
    QList<Part> parts;
    while (row.step()) {
        const Dossier dossier = dossierstate::unpacked(row.view(0), journal);
        parts.append({dossier.code, dossier.onlineNumber(), Money{row.integer(1)}});
    }
    return parts;
}

QList<Dossier> ReceivedBetween::run(Connection &connection) const
{
    const Snapshot snapshot(connection);
    JournalTables journal(connection);
    const Id own = journal.ownOrigin().id;
    Statement row = connection.statement("SELECT d.state FROM p_dossier d INDEXED BY p_dossier_received WHERE d.received_at >= ?1 AND d.received_at < ?2 "
                                         "AND d.code <> '' ORDER BY d.received_at, d.no");
    row.bind(fromMs).bind(untilMs);
    QList<Dossier> received;
    while (received.size() < limit && row.step()) {
        Dossier found = dossierstate::unpacked(row.view(0), journal);
        // The acceptance is what somebody of this desk answers for.
        if (found.horizon.contains(own)) {
            received.append(std::move(found));
        }
    }
    return received;
}

QList<Outage> LastOutages::run(Connection &connection) const
{
    QList<Outage> outages;
    Statement row = connection.statement("SELECT began_at, ended_at, seen_at FROM l_outage ORDER BY began_at DESC LIMIT ?1");
    row.bind(qint64{limit});
    while (row.step()) {
        outages.append({row.integer(0), row.integer(1), row.integer(2)});
    }
    return outages;
}

std::monostate KeptOutage::run(Connection &connection) const
{
    connection.statement("INSERT OR REPLACE INTO l_outage(began_at, ended_at, seen_at) VALUES(?1, ?2, ?3)")
        .bind(outage.beganMs).bind(outage.endedMs).bind(outage.seenMs).run();
    return {};
}

std::optional<OfflineDecision::Decided> OfflineDecision::run(Connection &connection) const
{
    Statement row = connection.statement("SELECT e.header, e.salt, e.payload FROM j_entry e INDEXED BY j_entry_offline JOIN j_origin o ON o.no = e.place >> 40 "
                                         "WHERE e.kind = 'offline.decided' AND o.origin IN (SELECT origin FROM l_origin_key) ORDER BY e.time DESC, e.place DESC LIMIT 1");
    if (!row.step()) {
        return {};
    }
    const journal::Entry entry = JournalTables::entryAt(row, 0);
    const QJsonObject said = journal::Kinds::known().read(entry).payload;
    const QDateTime until = QDateTime::fromString(said.value(u"until").toString(), Qt::ISODate);
    return Decided{.choice = said.value(u"choice").toString(),
        .atMs = entry.header.receiptMs,
        .untilMs = until.isValid() ? until.toMSecsSinceEpoch() : 0,
        .reason = said.value(u"reason").toString(),
        .person = entry.header.actor.id};
}

} // namespace motcua::storage
