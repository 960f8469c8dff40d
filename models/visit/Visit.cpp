// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/visit/Visit.h"

#include "models/base/VietnamTime.h"
#include "models/catalogue/Procedure.h"

#include <QJsonArray>

#include <algorithm>

namespace motcua {

namespace {

using State = VisitDossier::State;

Error invalid(const char *what)
{
    return {ErrorCode::Invalid, QString::fromLatin1(what)};
}

Error refused(const char *what)
{
    return {ErrorCode::Refused, QString::fromLatin1(what)};
}

QString isoTime(qint64 unixMs)
{
    return vietnamTime(unixMs).toString(Qt::ISODateWithMs);
}

/** 0 when it is no time. */
qint64 msOf(const QJsonValue &text)
{
    const QDateTime at = QDateTime::fromString(text.toString(), Qt::ISODate);
    return at.isValid() ? at.toMSecsSinceEpoch() : 0;
}

QString stateName(State state)
{
    switch (state) {
    case State::UnderWay:
        return QStringLiteral("underWay");
    case State::Filed:
        return QStringLiteral("filed");
    case State::TurnedAway:
        return QStringLiteral("turnedAway");
    case State::HandedOver:
        return QStringLiteral("handedOver");
    }
    return {};
}

std::optional<State> stateNamed(const QString &name)
{
    for (const State state : {State::UnderWay, State::Filed, State::TurnedAway, State::HandedOver}) {
        if (stateName(state) == name) {
            return state;
        }
    }
    return {};
}

QJsonArray dossiersToJson(const QList<VisitDossier> &dossiers)
{
    QJsonArray json;
    for (const VisitDossier &dossier : dossiers) {
        json.append(
            QJsonObject{{u"id"_qs, dossier.id.toString()}, {u"procedure"_qs, dossier.procedure}, {u"state"_qs, stateName(dossier.state)}});
    }
    return json;
}

} // namespace

QString outcomeName(Visit::Outcome outcome)
{
    switch (outcome) {
    case Visit::Outcome::Filed:
        return QStringLiteral("filed");
    case Visit::Outcome::HandedOver:
        return QStringLiteral("handedOver");
    case Visit::Outcome::TurnedAway:
        return QStringLiteral("turnedAway");
    case Visit::Outcome::GuidanceOnly:
        return QStringLiteral("guidanceOnly");
    case Visit::Outcome::Left:
        return QStringLiteral("left");
    }
    return {};
}

std::optional<Visit::Outcome> outcomeNamed(const QString &name)
{
    using Outcome = Visit::Outcome;
    for (const Outcome outcome : {Outcome::Filed, Outcome::HandedOver, Outcome::TurnedAway, Outcome::GuidanceOnly, Outcome::Left}) {
        if (outcomeName(outcome) == name) {
            return outcome;
        }
    }
    return {};
}

Result<Visit> Visit::begun(const Id &id, qint64 startedAtMs, const QString &ticket)
{
    if (id.isNull() || startedAtMs <= 0) {
        return invalid("a visit has an id and a beginning");
    }
    Visit visit;
    visit.m_id = id;
    visit.m_startedAtMs = startedAtMs;
    visit.m_ticket = ticket;
    return visit;
}

std::optional<Error> Visit::unfit() const
{
    if (m_id.isNull()) {
        return invalid("no visit");
    }
    return isClosed() ? std::optional(refused("the visit is over")) : std::nullopt;
}

qsizetype Visit::place(const Id &dossier) const
{
    const auto found = std::find_if(m_dossiers.begin(), m_dossiers.end(), [&](const VisitDossier &one) { return one.id == dossier; });
    return found == m_dossiers.end() ? -1 : found - m_dossiers.begin();
}

int Visit::count(State state) const
{
    return static_cast<int>(
        std::count_if(m_dossiers.begin(), m_dossiers.end(), [state](const VisitDossier &dossier) { return dossier.state == state; }));
}

Result<Visit> Visit::withSubmitter(const Submitter &submitter) const
{
    if (const auto error = unfit()) {
        return *error;
    }
    if (const Result<> good = submitter.check(); !good) {
        return good.error();
    }
    Visit next = *this;
    next.m_submitter = submitter;
    return next;
}

Result<Visit> Visit::withEnvelope(const std::optional<Envelope> &envelope) const
{
    if (const auto error = unfit()) {
        return *error;
    }
    if (envelope && !m_ticket.isEmpty()) {
        return refused("who was called is here, and no envelope");
    }
    Visit next = *this;
    next.m_envelope = envelope;
    return next;
}

Result<Visit> Visit::withDossier(const Id &dossier, const QString &procedure) const
{
    if (const auto error = unfit()) {
        return *error;
    }
    if (dossier.isNull() || procedure.trimmed().isEmpty()) {
        return invalid("a dossier has an id and a procedure");
    }
    if (place(dossier) >= 0) {
        return refused("the visit has this dossier already");
    }
    Visit next = *this;
    next.m_dossiers.append({dossier, procedure, State::UnderWay});
    return next;
}

Result<Visit> Visit::withState(const Id &dossier, State state) const
{
    if (const auto error = unfit()) {
        return *error;
    }
    const qsizetype at = place(dossier);
    if (at < 0) {
        return refused("the visit has no such dossier");
    }
    if (m_dossiers.at(at).state == State::Filed && state != State::Filed) {
        return refused("what is filed stays filed");
    }
    Visit next = *this;
    next.m_dossiers[at].state = state;
    return next;
}

Result<Visit> Visit::withProcedure(const Id &dossier, const QString &procedure) const
{
    if (const auto error = unfit()) {
        return *error;
    }
    const qsizetype at = place(dossier);
    if (at < 0 || m_dossiers.at(at).state != State::UnderWay) {
        return refused("only a dossier under way changes its procedure");
    }
    if (procedure.trimmed().isEmpty()) {
        return invalid("a dossier has a procedure");
    }
    Visit next = *this;
    next.m_dossiers[at].procedure = procedure;
    return next;
}

Result<Visit> Visit::without(const Id &dossier) const
{
    if (const auto error = unfit()) {
        return *error;
    }
    const qsizetype at = place(dossier);
    if (at < 0 || m_dossiers.at(at).state != State::UnderWay) {
        return refused("only a dossier under way is given up");
    }
    Visit next = *this;
    next.m_dossiers.removeAt(at);
    for (SharedPaper &paper : next.m_papers) {
        paper.serves.removeAll(dossier);
        if (paper.seenFor == dossier && !paper.serves.isEmpty()) {
            paper.seenFor = paper.serves.constFirst();
        }
    }
    next.m_papers.removeIf([](const SharedPaper &paper) { return paper.serves.isEmpty(); });
    return next;
}

Result<Visit> Visit::withPaper(
    const Id &dossier, const QString &paper, const QString &name, PaperKind kind, const QList<PaperFile> &files, const QList<PaperPage> &pages) const
{
    if (const auto error = unfit()) {
        return *error;
    }
    if (place(dossier) < 0) {
        return refused("the visit has no such dossier");
    }
    if (paper.isEmpty()) {
        return invalid("which paper");
    }
    Visit next = *this;
    // One id may stand for two sheets of paper, such as the births of two children: each lies with its own dossier.
    for (SharedPaper &known : next.m_papers) {
        if (known.paper == paper && known.seenFor == dossier) {
            known.name = name;
            known.kind = kind;
            known.files = files;
            known.pages = pages;
            return next;
        }
        if (known.paper == paper) {
            known.serves.removeAll(dossier);
        }
    }
    next.m_papers.append({paper, name, kind, files, dossier, {dossier}, pages});
    return next;
}

Result<Visit> Visit::withoutPaper(const Id &dossier, const QString &paper) const
{
    if (const auto error = unfit()) {
        return *error;
    }
    Visit next = *this;
    for (SharedPaper &known : next.m_papers) {
        if (known.paper == paper) {
            known.serves.removeAll(dossier);
            if (known.seenFor == dossier && !known.serves.isEmpty()) {
                known.seenFor = known.serves.constFirst();
            }
        }
    }
    next.m_papers.removeIf([](const SharedPaper &one) { return one.serves.isEmpty(); });
    return next;
}

Result<Visit> Visit::sharing(const QString &paper, const Id &dossier) const
{
    if (const auto error = unfit()) {
        return *error;
    }
    if (place(dossier) < 0) {
        return refused("the visit has no such dossier");
    }
    Visit next = *this;
    const bool has = std::any_of(
        m_papers.begin(), m_papers.end(), [&](const SharedPaper &one) { return one.paper == paper && one.serves.contains(dossier); });
    if (has) {
        return refused("the dossier has this paper");
    }
    const auto last = std::find_if(
        next.m_papers.rbegin(), next.m_papers.rend(), [&](const SharedPaper &one) { return one.paper == paper; });
    if (last == next.m_papers.rend()) {
        return refused("the visit has no such paper");
    }
    last->serves.append(dossier);
    return next;
}

QList<SharedPaper> Visit::carriable(const Procedure &procedure, const Id &dossier) const
{
    QMap<QString, SharedPaper> found; // of two alike the one seen last
    for (const SharedPaper &paper : m_papers) {
        const RequiredPaper *required = procedure.paper(paper.paper);
        if (required == nullptr || required->declaration || (!required->kinds.isEmpty() && !required->kinds.contains(paper.kind))) {
            continue;
        }
        found.insert(paper.paper, paper);
    }
    QList<SharedPaper> papers;
    for (const RequiredPaper &required : procedure.papers) {
        const bool has = std::any_of(m_papers.begin(), m_papers.end(),
            [&](const SharedPaper &one) { return one.paper == required.id && one.serves.contains(dossier); });
        if (found.contains(required.id) && !has) {
            papers.append(found.value(required.id));
        }
    }
    return papers;
}

FormDraft Visit::carriedAnswers(const QMap<QString, QString> &roles) const
{
    FormDraft draft;
    for (auto it = roles.cbegin(); it != roles.cend(); ++it) {
        const QString person = it.key().section(u'.', 0, 0);
        const auto answer = m_submitter.answers.constFind(it.key().section(u'.', 1));
        const bool theirs = person == (m_submitter.isApplicant ? u"applicant" : u"submitter");
        if (theirs && answer != m_submitter.answers.constEnd() && answer->isGiven()) {
            draft.set(it.value(), *answer);
        }
    }
    return draft;
}

Result<Visit> Visit::closed(Outcome outcome, qint64 endedAtMs, const QString &reason) const
{
    if (const auto error = unfit()) {
        return *error;
    }
    if (endedAtMs < m_startedAtMs) {
        return invalid("a visit ends after it began");
    }
    const bool filed = count(State::Filed) > 0;
    const bool handedOver = count(State::HandedOver) > 0;
    switch (outcome) {
    case Outcome::Filed:
        if (!filed) {
            return invalid("nothing was filed");
        }
        break;
    case Outcome::HandedOver:
        if (!handedOver || filed) {
            return invalid("no result was handed over, or something was filed beside");
        }
        break;
    case Outcome::TurnedAway:
        if (std::none_of(reason.begin(), reason.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); })) {
            return invalid("who is turned away is told why");
        }
        [[fallthrough]];
    case Outcome::GuidanceOnly:
    case Outcome::Left:
        if (filed || handedOver) {
            return invalid("something was filed or handed over");
        }
        if (outcome == Outcome::GuidanceOnly && count(State::TurnedAway) > 0) {
            return invalid("papers were turned away");
        }
        break;
    }
    Visit next = *this;
    next.m_outcome = outcome;
    next.m_endedAtMs = endedAtMs;
    next.m_reason = reason;
    return next;
}

QJsonObject Visit::closing() const
{
    QJsonArray papers;
    for (const SharedPaper &paper : m_papers) {
        papers.append(paper.use());
    }
    QJsonObject json{{u"ticket"_qs, m_ticket}, {u"startedAt"_qs, isoTime(m_startedAtMs)},
        {u"endedAt"_qs, m_endedAtMs == 0 ? QString() : isoTime(m_endedAtMs)},
        {u"outcome"_qs, m_outcome ? outcomeName(*m_outcome) : QString()}, {u"filed"_qs, count(State::Filed)},
        {u"handedOver"_qs, count(State::HandedOver)}, {u"turnedAway"_qs, count(State::TurnedAway)},
        {u"submitter"_qs, m_submitter.standing()}, {u"dossiers"_qs, dossiersToJson(m_dossiers)}, {u"papers"_qs, papers}};
    if (!m_reason.isEmpty()) {
        json.insert(u"reason", m_reason);
    }
    return json;
}

QJsonObject Visit::toJson() const
{
    QJsonArray papers;
    for (const SharedPaper &paper : m_papers) {
        papers.append(paper.toJson());
    }
    QJsonObject json = closing();
    json.insert(u"id", m_id.toString());
    json.insert(u"submitter", m_submitter.toJson());
    json.insert(u"papers", papers);
    if (m_envelope) {
        json.insert(u"post", m_envelope->toJson());
    }
    return json;
}

Result<Visit> Visit::fromJson(const QJsonObject &json)
{
    const Error malformed{ErrorCode::EntryMalformed, QStringLiteral("a visit")};
    Result<Visit> visit = begun(
        Id::fromString(json.value(u"id").toString()), msOf(json.value(u"startedAt")), json.value(u"ticket").toString());
    if (visit) {
        visit = (*visit).withSubmitter(Submitter::fromJson(json.value(u"submitter").toObject()));
    }
    if (const auto envelope = Envelope::fromJson(json.value(u"post").toObject()); visit && envelope) {
        visit = (*visit).withEnvelope(envelope);
    }
    const QJsonArray dossiers = json.value(u"dossiers").toArray();
    for (const QJsonValue &row : dossiers) {
        const Id id = Id::fromString(row[u"id"].toString());
        const auto state = stateNamed(row[u"state"].toString());
        if (visit) {
            visit = (*visit).withDossier(id, row[u"procedure"].toString());
        }
        if (visit && state) {
            visit = (*visit).withState(id, *state);
        }
        if (!visit || !state) {
            return malformed;
        }
    }
    if (!visit) {
        return malformed;
    }
    Visit read = *visit;
    const QJsonArray papers = json.value(u"papers").toArray();
    for (const QJsonValue &row : papers) {
        const Result<SharedPaper> paper = SharedPaper::fromJson(row.toObject());
        if (!paper || std::any_of(paper->serves.begin(), paper->serves.end(), [&](const Id &id) { return read.place(id) < 0; })) {
            return malformed;
        }
        read.m_papers.append(*paper);
    }
    const QString outcome = json.value(u"outcome").toString();
    if (outcome.isEmpty()) {
        return read;
    }
    const auto named = outcomeNamed(outcome);
    const Result<Visit> closed = named ? read.closed(*named, msOf(json.value(u"endedAt")), json.value(u"reason").toString())
                                       : Result<Visit>(malformed);
    return closed ? closed : Result<Visit>(malformed);
}

} // namespace motcua
