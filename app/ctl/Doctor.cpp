// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Doctor.h"

#include "app/ctl/OwnTicketPrinter.h"
#include "app/devices/pcsc/PcscFacts.h"
#include "app/security/KeySlots.h"
#include "app/storage/JournalQueries.h"
#include "app/workflows/KeptPortal.h"
#include "app/workflows/MachineFacts.h"
#include "models/base/VietnamTime.h"
#include "ui/messages/Diagnosis.h"
#include "ui/messages/TicketSentence.h"

#include <QJsonArray>

namespace motcua::ctl {

namespace {

/** What one check found. */
struct Finding
{
    enum class Grade { Well, Look, Bad };

    Grade grade = Grade::Well;
    QString what = {};
    QString text = {};
};

const QString Salvage = QStringLiteral("; close motcua, then run \"motcua-ctl salvage\": it saves what can be read into a new store");

/** One bad page makes SQLite complain of a hundred others: the first lines tell enough. */
QString few(const QStringList &lines)
{
    constexpr qsizetype Shown = 3;
    const QString shown = lines.mid(0, Shown).join(u"; ");
    return lines.size() <= Shown ? shown : shown + QStringLiteral(" and %1 more").arg(lines.size() - Shown);
}

QString named(const Error &error)
{
    return errorName(error.code) + (error.code == ErrorCode::StoreDamaged ? Salvage : QString());
}

QString gradeName(Finding::Grade grade)
{
    switch (grade) {
    case Finding::Grade::Well:
        return QStringLiteral("ok");
    case Finding::Grade::Look:
        return QStringLiteral("look");
    case Finding::Grade::Bad:
        return QStringLiteral("bad");
    }
    return {};
}

Finding disk(const MachineFacts &machine)
{
    const QString free = QStringLiteral("%1 MiB free").arg(machine.freeBytes / (1024 * 1024));
    if (machine.freeBytes < MachineFacts::LeastFreeBytes) {
        return {Finding::Grade::Look, QStringLiteral("disk"), free + QStringLiteral(": less than 1 GiB, make room before it stops work")};
    }
    return {Finding::Grade::Well, QStringLiteral("disk"), free};
}

Finding swap(const MachineFacts &machine)
{
    if (machine.clearSwap.isEmpty()) {
        return {Finding::Grade::Well, QStringLiteral("swap"), QStringLiteral("none in clear")};
    }
    return {Finding::Grade::Look, QStringLiteral("swap"),
        machine.clearSwap.join(u' ') + QStringLiteral(": not encrypted; switch it off or encrypt it, memory may hold personal data")};
}

Finding spooler(const MachineFacts &machine)
{
    switch (machine.spooler) {
    case MachineFacts::Spooler::Missing:
        return {Finding::Grade::Look, QStringLiteral("spooler"),
            QStringLiteral("CUPS is not set up on this machine: slips can be shown, not printed")};
    case MachineFacts::Spooler::KeepsFiles:
        return {Finding::Grade::Look, QStringLiteral("spooler"),
            QStringLiteral("keeps printed files for a day: write \"PreserveJobFiles No\" into /etc/cups/cupsd.conf and restart cups")};
    case MachineFacts::Spooler::KeepsNone:
        break;
    }
    return {Finding::Grade::Well, QStringLiteral("spooler"), QStringLiteral("keeps no printed files")};
}

QList<Finding> ofMachine(const StoreFolder &folder)
{
    const MachineFacts machine = MachineFacts::of(folder);
    return {disk(machine), swap(machine), spooler(machine),
        {Finding::Grade::Well, QStringLiteral("program"),
            QStringLiteral("motcua " MOTCUA_VERSION ", Qt ") + QString::fromLatin1(qVersion())}};
}

QList<Finding> ofCards(const Context &context)
{
    const auto found = [](const QString &what, const Diagnosis &told) { return Finding{told.isFine ? Finding::Grade::Well : Finding::Grade::Look, what, told.text}; };
    const PcscFacts facts = PcscFacts::now();
    QList<Finding> findings{found(QStringLiteral("cards"), diagnosis(facts))};
    for (const PcscFacts::OfReader &reader : facts.readers) {
        findings.append(found(QStringLiteral("reader"), diagnosis(reader)));
    }
    QList<TrustStore::LeftOut> leftOut;
    const TrustStore trust = TrustStore::load(context.trustFolders(), &leftOut);
    findings.append(found(QStringLiteral("trust"), diagnosis(trust, leftOut.size(), QDateTime::currentDateTimeUtc())));
    return findings;
}

QList<Finding> ofTickets(const StoreFolder &folder, bool training)
{
    const std::optional<TicketPrinter::Told> told = OwnTicketPrinter(folder, training).state();
    if (!told) {
        return {};
    }
    const QString what = QStringLiteral("tickets");
    if (!*told) {
        return {{Finding::Grade::Look, what, sentence(told->error(), QString(), Reader::Terminal).textWithCode()}};
    }
    const QString paper = sentence(**told);
    if (!paper.isEmpty()) {
        return {{Finding::Grade::Look, what, paper}};
    }
    return {{Finding::Grade::Well, what, **told == TicketPaper::Unknown ? QStringLiteral("the printer is there, and says nothing of its paper") : QStringLiteral("the printer is ready and has paper")}};
}

QList<Finding> ofKeys(const StoreFolder &folder, const security::OpenedKeys &keys)
{
    const security::KeySlots slots(folder.file());
    if (const Result<> held = slots.verify(keys.dataKeys); !held) {
        return {
            {Finding::Grade::Bad, QStringLiteral("keys"), QStringLiteral("the key slots were altered: ") + errorName(held.error().code)}};
    }
    if (keys.fromBackup) {
        return {{Finding::Grade::Look, QStringLiteral("keys"), QStringLiteral("the slots file was damaged; its copy was read")}};
    }
    return {{Finding::Grade::Well, QStringLiteral("keys"),
        keys.dataKeys.rotating() ? QStringLiteral("hold; a rotation is under way") : QStringLiteral("hold")}};
}

QList<Finding> ofStore(const Workplace &place, bool rebuild)
{
    QList<Finding> findings;
    const Result<QStringList> file = place.store.ask(storage::CheckFile{}).result();
    if (!file || !file->isEmpty()) {
        findings.append({Finding::Grade::Bad, QStringLiteral("file"), file ? few(*file) + Salvage : named(file.error())});
    } else {
        findings.append({Finding::Grade::Well, QStringLiteral("file"), QStringLiteral("every page and index reads")});
    }
    const Result<storage::VerifyJournal::Report> journal = place.store.ask(storage::VerifyJournal{}).result();
    if (!journal) {
        findings.append({Finding::Grade::Bad, QStringLiteral("journal"), named(journal.error())});
    } else if (journal->firstBreak) {
        findings.append({Finding::Grade::Bad, QStringLiteral("journal"),
            QStringLiteral("breaks at %1 of %2").arg(journal->firstBreak->at.seq).arg(journal->firstBreak->at.origin.toString()) + Salvage});
    } else {
        findings.append({Finding::Grade::Well, QStringLiteral("journal"), QStringLiteral("%1 entries hold").arg(journal->entries)});
    }
    const Result<QList<storage::OriginRow>> origins = place.store.ask(storage::Origins{}).result();
    for (const storage::OriginRow &origin : origins ? *origins : QList<storage::OriginRow>()) {
        if (origin.own && origin.forked) {
            findings.append({Finding::Grade::Bad, QStringLiteral("log"),
                QStringLiteral("another machine writes the same log: one disk is a copy of the other. Nothing is recorded here any more; to go on, "
                               "\"motcua-ctl backup\" and \"motcua-ctl restore\" into a new folder")});
        }
    }
    const Result<QList<journal::Entry>> last = place.store.ask(storage::JournalPage{.limit = 1}).result();
    if (last && !last->isEmpty()) {
        const qint64 behind = last->constFirst().header.time.unixMs - QDateTime::currentMSecsSinceEpoch();
        findings.append(behind > 2 * 60 * 1000 ? Finding{Finding::Grade::Look, QStringLiteral("clock"),
                            QStringLiteral("%1 s behind the last entry: set it").arg(behind / 1000)}
                                               : Finding{Finding::Grade::Well, QStringLiteral("clock"),
                                                   vietnamTime(QDateTime::currentMSecsSinceEpoch()).toString(Qt::ISODate)});
    }
    if (rebuild) {
        const Result<QByteArray> before = place.store.digest().result();
        const Result<> rebuilt = place.store.rebuild().result();
        const Result<QByteArray> after = place.store.digest().result();
        const bool same = before && rebuilt && after && *before == *after;
        findings.append(same
                ? Finding{Finding::Grade::Well, QStringLiteral("rebuild"), QStringLiteral("folded anew from the journal, identical")}
                : Finding{Finding::Grade::Bad, QStringLiteral("rebuild"),
                    rebuilt ? QStringLiteral("the tables differed from the journal; they now agree with it")
                            : errorName(rebuilt.error().code)});
    }
    return findings;
}

QList<Finding> ofPortal(const storage::Store &store)
{
    const QString what = QStringLiteral("portal");
    const Result<KeptPortal> kept = KeptPortal::of(store);
    if (!kept || kept->bytes.isEmpty()) {
        return kept ? QList<Finding>() : QList<Finding>{{Finding::Grade::Look, what, named(kept.error())}};
    }
    if (!kept->access) {
        return {{Finding::Grade::Look, what,
            QStringLiteral("what is kept of it cannot be read: have it invite this desk anew, then \"motcua-ctl enrol FILE\"")}};
    }
    if (kept->access->desk != store.origin()) {
        return {{Finding::Grade::Look, what,
            QStringLiteral("its certificate is of the log before the restore: have it invite this desk anew, then \"motcua-ctl enrol FILE\"")}};
    }
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const QString until = QStringLiteral("%1, certificate until %2").arg(kept->access->address.host(), vietnamTime(kept->access->untilMs).toString(Qt::ISODate));
    if (kept->access->daysLeft(now) < 0) {
        return {{Finding::Grade::Look, what, until + QStringLiteral(": over, nothing is sent; have it invite this desk anew, then \"motcua-ctl enrol FILE\"")}};
    }
    if (kept->access->isEnding(now)) {
        return {{Finding::Grade::Look, what,
            until + QStringLiteral(", %1 days: an open window renews it by itself once the portal answers").arg(kept->access->daysLeft(now))}};
    }
    if (kept->last.failingMs != 0) {
        return {{Finding::Grade::Look, what, until + QStringLiteral("; failing since %1: %2 (%3)").arg(vietnamTime(kept->last.failingMs).toString(Qt::ISODate), kept->last.failure, kept->last.fault)}};
    }
    return {{Finding::Grade::Well, what, until}};
}

} // namespace

int doctor(Context &context)
{
    QList<Finding> findings = ofMachine(context.folder()) + ofCards(context);
    int code = Done;
    bool training = context.options().isSet(QStringLiteral("training"));
    if (!context.folder().exists()) {
        findings.append(
            {Finding::Grade::Look, QStringLiteral("store"), QStringLiteral("there is none in %1").arg(context.folder().path())});
    } else if (const Result<Workplace> place = context.enter()) {
        training = place->isTraining();
        findings.append(ofKeys(context.folder(), context.keys()));
        findings.append(ofPortal(place->store));
        findings.append(ofStore(*place, context.options().isSet(QStringLiteral("rebuild"))));
    } else {
        // What could be looked at without the key is still worth telling.
        code = context.terminal().fail(place.error());
        if (place.error().code == ErrorCode::StoreDamaged) {
            findings.append({Finding::Grade::Bad, QStringLiteral("file"), named(place.error())});
        }
    }
    findings.append(ofTickets(context.folder(), training));
    QJsonArray rows;
    for (const Finding &finding : findings) {
        context.terminal().say(QStringLiteral("%1  %2  %3").arg(gradeName(finding.grade), -4).arg(finding.what, -8).arg(finding.text));
        rows.append(QJsonObject{{QStringLiteral("grade"), gradeName(finding.grade)}, {QStringLiteral("what"), finding.what},
            {QStringLiteral("text"), finding.text}});
        if (finding.grade == Finding::Grade::Bad) {
            code = Damaged;
        }
    }
    if (code != NotLetIn) {
        context.terminal().answer({{QStringLiteral("findings"), rows}});
    }
    return code;
}

} // namespace motcua::ctl
