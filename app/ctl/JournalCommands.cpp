// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/storage/DossierQueries.h"
#include "app/storage/JournalQueries.h"
#include "app/sync/PortalWitness.h"
#include "app/workflows/JournalExport.h"
#include "app/workflows/KeptPortal.h"
#include "app/workflows/PortalSetup.h"
#include "models/base/VietnamTime.h"

#include <QJsonArray>
#include <QSaveFile>

namespace motcua::ctl {

namespace {

/** The own log against what the portal saw of it. */
int verifyAgainstPortal(Context &context, const storage::Store &store, QJsonObject facts)
{
    Terminal &terminal = context.terminal();
    const Result<KeptPortal> portal = KeptPortal::of(store);
    if (!portal) {
        return terminal.fail(portal.error());
    }
    if (!portal->access) {
        return terminal.fail({ErrorCode::PortalMissing, {}});
    }
    Result<HttpSetup> setup = httpSetup(*portal->access);
    if (!setup) {
        return terminal.fail(setup.error());
    }
    const auto seen = sync::PortalWitness(std::make_shared<HttpClient>(*std::move(setup))).head(store.origin()).result();
    if (!seen) {
        return terminal.fail(seen.error().error);
    }
    const quint64 seq = *seen ? (*seen)->head.last.seq : 0;
    const auto origins = store.ask(storage::Origins{}).result();
    const auto entry = store.ask(storage::JournalRange{.origin = store.origin(), .first = qMax(seq, quint64{1}), .last = qMax(seq, quint64{1}), .limit = 1}).result();
    if (!origins || !entry) {
        return terminal.fail(origins ? entry.error() : origins.error());
    }
    sync::WitnessedLog here{.origin = store.origin()};
    for (const storage::OriginRow &row : *origins) {
        if (row.id == here.origin) {
            here.key = row.publicKey;
            here.last = row.contiguous;
        }
    }
    if (!entry->isEmpty()) {
        here.hash = entry->constFirst().hash();
    }
    facts.insert(QStringLiteral("seen"), static_cast<qint64>(seq));
    facts.insert(QStringLiteral("here"), static_cast<qint64>(here.last));
    const QString at = *seen ? vietnamTime((*seen)->atMs).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) : QString();
    const auto answered = [&](const char *word, int code) {
        facts.insert(QStringLiteral("portal"), QLatin1StringView(word));
        terminal.answer(facts);
        return code;
    };
    switch (sync::compared(*seen, here, portal->access->portalKey)) {
    case sync::Witnessed::Same:
        terminal.say(QStringLiteral("The portal has it up to entry %1 of %2, signed by both at %3, and it is the same here.").arg(seq).arg(here.last).arg(at));
        return answered("same", Done);
    case sync::Witnessed::Nothing:
        terminal.say(QStringLiteral("The portal has nothing of this log yet, so there is nothing to compare with."));
        return answered("nothing", NotFoundCode);
    case sync::Witnessed::Changed:
        terminal.explain(QStringLiteral("Entry %1 is another one than the portal saw, and this desk signed, by %2. The journal of this store was changed, or it is not the store that sent it.").arg(seq).arg(at));
        return answered("changed", Damaged);
    case sync::Witnessed::Shorter:
        terminal.explain(QStringLiteral("The portal saw %1 entries of this log by %2, and here are %3. This store was set back to an earlier state, or somebody works with a copy of it.").arg(seq).arg(at).arg(here.last));
        return answered("shorter", Damaged);
    case sync::Witnessed::Unsigned:
        terminal.explain(QStringLiteral("What came back is not signed by this desk and by the portal it is enrolled at. It proves nothing of this journal."));
        return answered("unsigned", Failed);
    }
    return Failed;
}

int verify(Context &context)
{
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<storage::VerifyJournal::Report> report = place->store.ask(storage::VerifyJournal{}).result();
    if (!report) {
        return context.terminal().fail(report.error());
    }
    if (report->firstBreak) {
        return context.terminal().fail(report->firstBreak->error());
    }
    context.terminal().say(QStringLiteral("The journal holds: %1 entries, %2 without payload, %3 not received yet.")
                               .arg(report->entries)
                               .arg(report->withoutPayload)
                               .arg(report->missing));
    const QJsonObject facts{{QStringLiteral("entries"), static_cast<qint64>(report->entries)},
        {QStringLiteral("withoutPayload"), static_cast<qint64>(report->withoutPayload)},
        {QStringLiteral("missing"), static_cast<qint64>(report->missing)}};
    if (context.options().isSet(QStringLiteral("against-portal"))) {
        return verifyAgainstPortal(context, place->store, facts);
    }
    context.terminal().answer(facts);
    return Done;
}

int exportAll(Context &context)
{
    if (context.words().isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl journal export FILE.mcj [--payloads]"));
        return Usage;
    }
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const QString target = context.words().constFirst();
    QSaveFile out(target);
    if (!out.open(QIODevice::WriteOnly)) {
        return context.terminal().fail({ErrorCode::FileUnwritable, target});
    }
    const Result<quint64> entries = JournalExport(place->store, context.options().isSet(QStringLiteral("payloads"))).to(out);
    if (!entries) {
        return context.terminal().fail(entries.error());
    }
    if (!out.commit()) {
        return context.terminal().fail({ErrorCode::DiskFull, target});
    }
    context.terminal().say(QStringLiteral("%1 entries exported to %2.").arg(*entries).arg(target));
    context.terminal().answer({{QStringLiteral("entries"), static_cast<qint64>(*entries)}, {QStringLiteral("file"), target}});
    return Done;
}

void sayEntry(Context &context, const journal::Entry &entry, QJsonArray &rows)
{
    const journal::Header &header = entry.header;
    const QString at = vietnamTime(header.receiptMs).toString(Qt::ISODate);
    context.terminal().say(QStringLiteral("%1  %2  %3  %4%5")
                               .arg(at)
                               .arg(header.key.seq, 8)
                               .arg(QString::fromLatin1(header.kind), -22)
                               .arg(header.subject.toString(), entry.payload ? QString() : QStringLiteral("  (no payload)")));
    rows.append(
        QJsonObject{{QStringLiteral("origin"), header.key.origin.toString()}, {QStringLiteral("seq"), static_cast<qint64>(header.key.seq)},
            {QStringLiteral("kind"), QString::fromLatin1(header.kind)}, {QStringLiteral("version"), header.version},
            {QStringLiteral("subject"), header.subject.toString()}, {QStringLiteral("actor"), header.actor.id.toString()},
            {QStringLiteral("desk"), QString::fromUtf8(header.desk)}, {QStringLiteral("receivedAt"), at},
            {QStringLiteral("hash"), QString::fromLatin1(entry.hash().toHex())}, {QStringLiteral("payload"), entry.payload.has_value()}});
}

Result<Id> subjectNamed(const Workplace &place, const QString &name)
{
    if (const Id id = Id::fromString(name); !id.isNull()) {
        return id;
    }
    const Result<std::optional<Dossier>> dossier = place.store.ask(storage::DossierByCode{.code = name}).result();
    if (!dossier) {
        return dossier.error();
    }
    if (!*dossier) {
        return Error{ErrorCode::NotFound, {}};
    }
    return (*dossier)->id;
}

int show(Context &context)
{
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    QList<journal::Entry> entries;
    if (context.words().isEmpty()) {
        const QString limit = context.options().value(QStringLiteral("limit"));
        const Result<QList<journal::Entry>> page =
            place->store.ask(storage::JournalPage{.limit = limit.isEmpty() ? 50 : qBound(1, limit.toInt(), 1000)}).result();
        if (!page) {
            return context.terminal().fail(page.error());
        }
        entries = *page;
    } else {
        const Result<Id> subject = subjectNamed(*place, context.words().constFirst());
        if (!subject) {
            return context.terminal().fail(subject.error());
        }
        const Result<storage::DossierPage::Answer> page = place->store.ask(storage::DossierPage{.id = *subject}).result();
        if (!page) {
            return context.terminal().fail(page.error());
        }
        if (!*page) {
            return context.terminal().fail({ErrorCode::NotFound, {}});
        }
        entries = (*page)->history;
    }
    QJsonArray rows;
    for (const journal::Entry &entry : entries) {
        sayEntry(context, entry, rows);
    }
    context.terminal().answer({{QStringLiteral("entries"), rows}});
    return Done;
}

int purge(Context &context)
{
    const QString reason = context.options().value(QStringLiteral("reason"));
    if (context.words().isEmpty() || reason.isEmpty()) {
        context.terminal().explain(
            QStringLiteral("motcua-ctl journal purge CODE --reason TEXT: what the dossier says is gone for ever, the chain still holds"));
        return Usage;
    }
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<Id> subject = subjectNamed(*place, context.words().constFirst());
    if (!subject) {
        return context.terminal().fail(subject.error());
    }
    const Result<storage::Recorded> recorded = place->store.record(place->act(*subject, PurgePayloads{.reason = reason})).result();
    if (!recorded) {
        return context.terminal().fail(recorded.error());
    }
    context.terminal().say(QStringLiteral("Purged. Headers and hashes stay, so the journal still verifies."));
    context.terminal().answer({{QStringLiteral("purged"), subject->toString()}});
    return Done;
}

} // namespace

QList<Command> journalCommands()
{
    return {
        {QStringLiteral("journal verify"), QStringLiteral("[--against-portal]"),
            QStringLiteral("follow every chain and check every payload; and hold this desk's log against what the portal saw of it: ends with 4 when it is another"), verify},
        {QStringLiteral("journal export"), QStringLiteral("FILE.mcj [--payloads]"),
            QStringLiteral("all logs in one file that anybody can verify"), exportAll},
        {QStringLiteral("journal show"), QStringLiteral("[CODE|ID] [--limit N]"), QStringLiteral("entries of one dossier, or the latest"),
            show},
        {QStringLiteral("journal purge"), QStringLiteral("CODE --reason TEXT"),
            QStringLiteral("remove what the entries of a dossier say, keep the chain"), purge},
    };
}

} // namespace motcua::ctl
