// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/DossierFold.h"

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

Contribution contribution(const Entry &entry, const QJsonObject &payload, const StatusTable &table)
{
    Contribution made;
    const bool accepts = isKind(entry, kind::DossierAccepted);
    const bool resolves = isKind(entry, kind::DossierResolved);
    const bool steps = isKind(entry, kind::DossierStepped);
    if (accepts || resolves || isKind(entry, kind::DossierCorrected)) {
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
    if (accepts) {
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
    if (is(kind::DossierAccepted)) {
        if (dossier.incomplete) {
            takeAcceptance(dossier, reading.payload);
            dossier.incomplete = false;
        }
        ++dossier.revision;
    } else if (is(kind::DossierCorrected) || is(kind::DossierResolved) || (is(kind::DossierStepped) && made.dueAt)) {
        ++dossier.revision;
    } else if (is(kind::SlipIssued)) {
        insertLine(dossier.slips, entry, reading.payload);
    } else if (is(kind::PaperAdded)) {
        insertLine(dossier.papers, entry, reading.payload);
    } else if (is(kind::FeeTaken)) {
        insertLine(dossier.fees, entry, reading.payload);
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
Dossier following(const Dossier &dossier, const Entry &entry, const Reading &reading, const StatusTable &table)
{
    const Header &header = entry.header;
    Dossier next = dossier;
    widenHorizon(next, header);
    next.heads = {header.key};
    Contribution made;
    if (reading.state == Reading::State::Read) {
        made = contribution(entry, reading.payload, table);
        for (auto it = made.fields.cbegin(); it != made.fields.cend(); ++it) {
            next.fields.insert(it.key(), {it.value(), header.key, {}});
        }
        if (made.dueAt) {
            next.due = {*made.dueAt, header.key, {}};
        }
        if (made.status) {
            next.status = StatusFold::applied(dossier.status, *made.status, header.key, table).value_or(dossier.status);
        }
    }
    takeLines(next, entry, reading, made);
    return next;
}

} // namespace

Dossier DossierFold::fold(const Id &subject, const QList<Entry> &entries, const StatusTable &table)
{
    const SubjectLog log(subject, entries);
    const CausalOrder &order = log.order();
    Dossier dossier;
    dossier.id = subject;
    dossier.heads = order.heads();
    dossier.tangled = order.isTangled();

    // What a purge had seen counts as gone even where its bytes still lie around, so every holder shows the same.
    EntrySet gone(order.size());
    for (qsizetype place = 0; place < order.size(); ++place) {
        if (isKind(log.at(place), kind::PayloadPurged)) {
            gone.unite(order.ancestors(place));
            dossier.purged = true;
        }
    }
    Registers answers(order, log.headers(), sameAnswer);
    Registers promises(order, log.headers());
    StatusFold status(order, log.headers(), table);
    QJsonObject kept;
    for (qsizetype place = 0; place < order.size(); ++place) {
        const Entry &entry = log.at(place);
        widenHorizon(dossier, entry.header);
        Reading reading = Kinds::known().read(entry);
        const Kind *kind = Kinds::known().find(entry.header.kind);
        if (reading.state == Reading::State::Read && kind->purgeable && gone.contains(place)) {
            reading = {Reading::State::Absent, {}};
        }
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
    dossier.status = status.folded();
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
    return following(dossier, entry, Kinds::known().read(entry), table);
}

Dossier DossierFold::first(const Entry &entry, const QJsonObject &payload, const StatusTable &table)
{
    Dossier nothing;
    nothing.id = entry.header.subject;
    return following(nothing, entry, {Reading::State::Read, payload}, table);
}

} // namespace motcua
