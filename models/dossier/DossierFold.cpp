// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/DossierFold.h"

#include "models/dossier/PortalFold.h"
#include "models/dossier/StatusFold.h"
#include "models/journal/Kind.h"
#include "models/journal/SubjectLog.h"

#include <algorithm>

namespace motcua {

using namespace journal;

namespace {

/** What one entry writes, whatever stands before it. */
struct Contribution
{
    QMap<QString, QJsonValue> fields = {};
    std::optional<StatusWrite> status = {};
    std::optional<QString> dueAt = {};
    std::optional<DossierEvent> event = {}; ///< counts when the status it wishes does, or it wishes none
    std::optional<PortalVerdict> verdict = {};
};

constexpr QStringView PortalPrefix = u"portal.";

QJsonValue sameAnswer(const QJsonValue &value)
{
    // The same text read from a chip and typed by hand is one answer, not two.
    QJsonObject answer = value.toObject();
    answer.remove(u"s");
    return answer;
}

bool isKind(const Entry &entry, const char *name)
{
    return entry.header.kind == name;
}

/** It says from which status to which, and by which event. */
bool isStep(const Entry &entry)
{
    return isKind(entry, kind::DossierStepped) || isKind(entry, kind::DossierCancelled) || isKind(entry, kind::DossierTurnedAway)
        || isKind(entry, kind::DossierSubmitted);
}

/** What the entry tells of the way of the dossier, if it is of a kind that does. */
std::optional<DossierEvent> eventOf(const Entry &entry, const QJsonObject &payload, const StatusTable &table)
{
    DossierEvent event{entry.header.key, entry.header.receiptMs};
    if (isKind(entry, kind::DossierExternal)) {
        const bool answered = payload.value(u"what").toString() == u"answered";
        event.event = answered ? event::ExternalAnswered : event::ExternalAsked;
        event.clock = answered ? ClockEffect::ExternalAnswered : ClockEffect::ExternalAsked;
    } else if (isStep(entry)) {
        const auto from = dossierStatus(payload.value(u"from").toInt());
        const auto to = dossierStatus(payload.value(u"to").toInt());
        if (!to) {
            return {};
        }
        event.event = payload.value(u"event").toString();
        if (const QList<StatusStep> steps = table.stepsBetween(from, *to); event.event.isEmpty() && steps.size() == 1) {
            event.event = steps.constFirst().event; // an older program named none, and only one leads there
        }
        event.clock = table.clockEffect(from, *to, event.event, payload.contains(u"dueAt"));
    } else {
        return {};
    }
    event.what = payload;
    event.what.remove(u"fields"); // they stand in the dossier
    return event;
}

Contribution contribution(const Entry &entry, const QJsonObject &payload, const StatusTable &table)
{
    Contribution made;
    const bool accepts = isKind(entry, kind::DossierAccepted);
    const bool resolves = isKind(entry, kind::DossierResolved);
    const bool steps = isStep(entry);
    made.event = eventOf(entry, payload, table);
    made.verdict = PortalVerdict::of(entry.header, payload);
    if (accepts || resolves || isKind(entry, kind::DossierCorrected) || isKind(entry, kind::DossierTurnedAway)
        || isKind(entry, kind::DossierSubmitted)) {
        const QJsonObject fields = payload.value(u"fields").toObject();
        for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
            const bool portalOwns = it.key().startsWith(PortalPrefix);
            if (it.value().isObject() && (!portalOwns || entry.header.actor.kind == Actor::Kind::Portal)) {
                made.fields.insert(it.key(), it.value());
            }
        }
    }
    const bool purges = isKind(entry, kind::PayloadPurged);
    const QJsonObject source = purges ? payload.value(u"kept").toObject() : payload;
    if (accepts || steps || resolves || purges) {
        const QString dueAt = source.value(u"dueAt").toString();
        if (QDateTime::fromString(dueAt, Qt::ISODate).isValid()) {
            made.dueAt = dueAt;
        }
    }
    const auto to = dossierStatus(source.value(steps ? u"to" : u"status").toInt());
    if (isKind(entry, kind::DossierSubmitted)) {
        made.status = StatusWrite{StatusWrite::Kind::Accepted, DossierStatus::Registered, {}};
    } else if (accepts) {
        made.status = StatusWrite{StatusWrite::Kind::Accepted, to.value_or(table.onAcceptance()), {}};
    } else if (steps && to) {
        made.status = StatusWrite{StatusWrite::Kind::Stepped, *to, dossierStatus(payload.value(u"from").toInt())};
    } else if ((resolves || purges) && to) {
        made.status = StatusWrite{StatusWrite::Kind::Decided, *to, {}};
    }
    return made;
}

void insertLine(QList<DossierLine> &lines, const Entry &entry, const QJsonObject &payload)
{
    const DossierLine line{entry.header.key, entry.header.time, payload};
    const auto at = std::upper_bound(lines.begin(), lines.end(), line,
        [](const DossierLine &a, const DossierLine &b) { return std::tie(a.time, a.entry) < std::tie(b.time, b.entry); });
    lines.insert(at, line);
}

void takeAcceptance(Dossier &dossier, const QJsonObject &payload)
{
    dossier.acceptance = payload;
    dossier.acceptance.remove(u"fields");
    dossier.code = payload.value(u"code").toString();
    dossier.unit = payload.value(u"unit").toString();
    dossier.competentUnit = payload.value(u"competentUnit").toString(dossier.unit);
    const QDateTime receivedAt = QDateTime::fromString(payload.value(u"receivedAt").toString(), Qt::ISODate);
    dossier.receivedAtMs = receivedAt.isValid() ? receivedAt.toMSecsSinceEpoch() : 0;
    const QString first = payload.value(u"firstDueAt").toString(payload.value(u"dueAt").toString());
    const QDateTime dueAt = QDateTime::fromString(first, Qt::ISODate);
    dossier.firstDueAtMs = dueAt.isValid() ? dueAt.toMSecsSinceEpoch() : 0;
}

/** A slip printed before this entry shows something else than one printed after it. */
bool isRevision(const Entry &entry, const QJsonObject &payload, const Contribution &made)
{
    if (isKind(entry, kind::DossierStepped)) {
        return made.dueAt || payload.contains(u"asked") || payload.contains(u"arrived");
    }
    return isKind(entry, kind::DossierAccepted) || isKind(entry, kind::DossierCorrected) || isKind(entry, kind::DossierResolved)
        || isKind(entry, kind::DossierTurnedAway) || isKind(entry, kind::DossierSubmitted);
}

/** Everything of an entry that neither supersedes nor is superseded. */
void takeLines(Dossier &dossier, const Entry &entry, const Reading &reading, const Contribution &made)
{
    switch (reading.state) {
    case Reading::State::FromNewerProgram:
        dossier.fromNewerProgram = true;
        return;
    case Reading::State::Absent:
    case Reading::State::Malformed:
        ++dossier.withoutPayload;
        return;
    case Reading::State::Read:
        break;
    }
    const auto is = [&entry](const char *name) { return isKind(entry, name); };
    if (isRevision(entry, reading.payload, made)) {
        ++dossier.revision;
    }
    if (is(kind::DossierAccepted)) {
        if (dossier.incomplete) {
            takeAcceptance(dossier, reading.payload);
            dossier.incomplete = false;
        }
    } else if (is(kind::DossierTurnedAway) || is(kind::DossierSubmitted)) {
        if (dossier.incomplete && !dossier.purged) {
            takeAcceptance(dossier, reading.payload);
        }
    } else if (is(kind::SlipIssued)) {
        insertLine(dossier.slips, entry, reading.payload);
    } else if (is(kind::PaperAdded)) {
        insertLine(dossier.papers, entry, reading.payload);
    } else if (is(kind::FeeTaken)) {
        insertLine(dossier.fees, entry, reading.payload);
    } else if (is(kind::FeeConfirmed)) {
        insertLine(dossier.confirmations, entry, reading.payload);
    } else if (is(kind::DossierTold)) {
        insertLine(dossier.told, entry, reading.payload);
    } else if (is(kind::DossierNoted)) {
        insertLine(dossier.notes, entry, reading.payload);
    } else if (is(kind::AttachmentMissing)) {
        insertLine(dossier.missing, entry, reading.payload);
    }
}

void widenHorizon(Dossier &dossier, const Header &header)
{
    const auto reach = [&dossier](const EntryKey &key) {
        quint64 &highest = dossier.horizon[key.origin];
        highest = std::max(highest, key.seq);
    };
    reach(header.key);
    std::for_each(header.basis.cbegin(), header.basis.cend(), reach);
}

/** The dossier after an entry that saw all of it. */
Dossier following(const Dossier &dossier, const Entry &entry, const Reading &reading, const Contribution &made, const StatusTable &table)
{
    const Header &header = entry.header;
    Dossier next = dossier;
    widenHorizon(next, header);
    next.heads = {header.key};
    if (!isPortalAnswer(header)) {
        next.ownHeads = next.heads;
    }
    if (reading.state == Reading::State::Read) {
        for (auto it = made.fields.cbegin(); it != made.fields.cend(); ++it) {
            next.fields.insert(it.key(), {it.value(), header.key, {}});
        }
        if (made.dueAt) {
            next.due = {*made.dueAt, header.key, {}};
        }
        bool stands = true;
        if (made.status) {
            const auto after = StatusFold::applied(dossier.status, *made.status, header.key, table);
            stands = after.has_value();
            next.status = after.value_or(dossier.status);
        }
        if (made.event && stands) {
            next.events.append(*made.event);
        }
    }
    takeLines(next, entry, reading, made);
    return next;
}

/** The keys of what no other entry had seen, the answers of the portal left aside, ascending. */
QList<EntryKey> ownHeads(const SubjectLog &log)
{
    EntrySet seen(log.size());
    for (qsizetype place = 0; place < log.size(); ++place) {
        if (!isPortalAnswer(log.at(place).header)) {
            seen.unite(log.order().ancestors(place));
        }
    }
    QList<EntryKey> heads;
    for (qsizetype place = 0; place < log.size(); ++place) {
        if (!isPortalAnswer(log.at(place).header) && !seen.contains(place)) {
            heads.append(log.at(place).header.key);
        }
    }
    std::sort(heads.begin(), heads.end());
    return heads;
}

/** The places of what a purge among the entries had seen. */
EntrySet purgedPlaces(const SubjectLog &log)
{
    EntrySet gone(log.size());
    for (qsizetype place = 0; place < log.size(); ++place) {
        if (isKind(log.at(place), kind::PayloadPurged)) {
            gone.unite(log.order().ancestors(place));
        }
    }
    return gone;
}

/** What counts of the entry's payload: nothing of one that a purge had seen, even where its bytes still lie around. */
Reading readingOf(const SubjectLog &log, const EntrySet &gone, qsizetype place)
{
    const Entry &entry = log.at(place);
    const Reading reading = Kinds::known().read(entry);
    const journal::Kind *kind = Kinds::known().find(entry.header.kind);
    const bool erased = reading.state == Reading::State::Read && kind->purgeable && gone.contains(place);
    return erased ? Reading{Reading::State::Absent, {}} : reading;
}

} // namespace

Dossier DossierFold::fold(const Id &subject, const QList<Entry> &entries, const StatusTable &table)
{
    const SubjectLog log(subject, entries);
    const CausalOrder &order = log.order();
    Dossier dossier;
    dossier.id = subject;
    dossier.heads = order.heads();
    dossier.ownHeads = ownHeads(log);
    dossier.tangled = order.isTangled();

    const EntrySet gone = purgedPlaces(log);
    Registers answers(order, log.headers(), sameAnswer);
    Registers promises(order, log.headers());
    StatusFold status(order, log.headers(), table);
    PortalFold portal(log);
    QMap<qsizetype, DossierEvent> steps;
    QMap<qsizetype, DossierEvent> events; // by place
    QJsonObject kept;
    for (qsizetype place = 0; place < order.size(); ++place) {
        dossier.purged = dossier.purged || isKind(log.at(place), kind::PayloadPurged);
    }
    for (qsizetype place = 0; place < order.size(); ++place) {
        const Entry &entry = log.at(place);
        widenHorizon(dossier, entry.header);
        const Reading reading = readingOf(log, gone, place);
        Contribution made;
        if (reading.state == Reading::State::Read) {
            made = contribution(entry, reading.payload, table);
            for (auto it = made.fields.cbegin(); it != made.fields.cend(); ++it) {
                answers.write(it.key(), place, it.value());
            }
            if (made.dueAt) {
                promises.write(QStringLiteral("due"), place, *made.dueAt);
            }
            if (made.status) {
                status.write(place, *made.status);
            }
            if (made.event) {
                (made.status ? steps : events).insert(place, *made.event);
            }
            if (made.verdict) {
                portal.write(place, *made.verdict);
            }
            if (isKind(entry, kind::PayloadPurged)) {
                kept = reading.payload.value(u"kept").toObject();
            }
        }
        takeLines(dossier, entry, reading, made);
    }
    if (dossier.incomplete && !kept.isEmpty()) {
        takeAcceptance(dossier, kept);
    }
    dossier.fields = answers.folded();
    dossier.due = promises.folded().value(QStringLiteral("due"));
    dossier.portal = portal.folded();
    const StatusFold::Told told = status.folded();
    dossier.status = told.status;
    for (auto it = steps.cbegin(); it != steps.cend(); ++it) {
        if (told.standing.contains(it.key())) {
            events.insert(it.key(), it.value());
        }
    }
    dossier.events = eventsFromJson(kept.value(u"events").toArray()) + events.values();
    return dossier;
}

std::optional<Dossier> DossierFold::forward(const Dossier &dossier, const Entry &entry, const StatusTable &table)
{
    const Header &header = entry.header;
    // Nothing here may descend from the entry, and it must have seen all; a purge reaches back and needs the refold.
    if (header.subject != dossier.id || header.basis != dossier.heads || header.key.seq <= dossier.horizon.value(header.key.origin)
        || dossier.tangled || isKind(entry, kind::PayloadPurged)) {
        return {};
    }
    const Reading reading = Kinds::known().read(entry);
    const Contribution made = reading.state == Reading::State::Read ? contribution(entry, reading.payload, table) : Contribution();
    // Which steps of the branches stand after a status in conflict is told by the branches, and they are not here.
    if (made.status && dossier.status.isInConflict()) {
        return {};
    }
    const std::optional<PortalAnswers> answers = PortalFold::forward(dossier.portal, header, made.verdict);
    if (!answers) {
        return {};
    }
    Dossier next = following(dossier, entry, reading, made, table);
    next.portal = *answers;
    return next;
}

Dossier DossierFold::first(const Entry &entry, const QJsonObject &payload, const StatusTable &table)
{
    Dossier nothing;
    nothing.id = entry.header.subject;
    return following(nothing, entry, {Reading::State::Read, payload}, contribution(entry, payload, table), table);
}

std::optional<Dossier> DossierFold::atRevision(const Id &subject, const QList<Entry> &entries, int revision, const StatusTable &table)
{
    const SubjectLog log(subject, entries);
    QList<Entry> before;
    int reached = 0;
    for (qsizetype place = 0; place < log.size() && reached < revision; ++place) {
        const Entry &entry = log.at(place);
        const Reading reading = Kinds::known().read(entry);
        reached += reading.state == Reading::State::Read && isRevision(entry, reading.payload, contribution(entry, reading.payload, table));
        before.append(entry);
    }
    // Without what a purge took, the entries that remain would be numbered otherwise.
    const bool whole = std::none_of(entries.cbegin(), entries.cend(),
        [&](const Entry &entry) { return entry.header.subject == subject && isKind(entry, kind::PayloadPurged); });
    return whole && revision > 0 && reached == revision ? std::optional(fold(subject, before, table)) : std::nullopt;
}

std::optional<Dossier> DossierFold::asSeenBy(const Id &subject, const QList<Entry> &entries, const EntryKey &seer, const StatusTable &table)
{
    const SubjectLog log(subject, entries);
    const EntrySet gone = purgedPlaces(log);
    for (qsizetype at = 0; at < log.size(); ++at) {
        if (log.at(at).header.key != seer) {
            continue;
        }
        QList<Entry> seen;
        for (qsizetype place = 0; place < log.size(); ++place) {
            if (log.order().ancestors(at).contains(place)) {
                seen.append(log.at(place));
                if (readingOf(log, gone, place).state != Reading::State::Read) {
                    seen.last().payload.reset();
                }
            }
        }
        return fold(subject, seen, table);
    }
    return {};
}

} // namespace motcua
