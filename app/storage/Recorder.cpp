// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/Recorder.h"

#include "app/security/Random.h"
#include "app/security/Sha256.h"
#include "app/security/SigningKey.h"
#include "app/storage/LocalTables.h"
#include "app/storage/StoreFault.h"
#include "models/base/VietnamTime.h"
#include "models/journal/Kind.h"

namespace motcua::storage {

using journal::Entry;
using journal::EntryDraft;
using journal::EntryKey;
using journal::Header;
using journal::Payload;

namespace {

constexpr qint64 ClockToleranceMs = 2 * 60 * 1000; // further back than this the clock was set, not corrected
constexpr qsizetype SaltSize = 16;
constexpr qsizetype MaxDesk = 64; // Header::desk

} // namespace

Recorder::Recorder(Connection &connection, const StoreOptions &options, bool training)
    : m_connection(connection)
    , m_options(options)
    , m_training(training)
    , m_journal(connection)
    , m_projection(connection, m_journal, options.rules)
{
}

void Recorder::write(const std::function<void()> &work)
{
    m_touched.clear();
    m_purged = false;
    try {
        Transaction transaction(m_connection);
        // Inside the transaction nobody else commits: what is remembered is either still true now, or forgotten here.
        if (const qint64 version = m_connection.dataVersion(); version != m_dataVersion) {
            m_projection.forget();
            m_dataVersion = version;
        }
        work();
        transaction.commit();
    } catch (...) {
        m_projection.forget();
        m_touched.clear();
        throw;
    }
}

QList<Recorded> Recorder::record(const QList<Act> &acts)
{
    QList<Recorded> recorded;
    write([&] {
        OriginRow own = m_journal.ownOrigin();
        if (areNewDossiers(acts)) {
            recorded = recordNewDossiers(acts, own);
        } else {
            for (const Act &act : acts) {
                recorded.append(recordOne(act, own));
            }
        }
        m_journal.keep(own);
        settleForms(acts);
    });
    return recorded;
}

// In the transaction that ends it: after a crash no form is offered, to be filed again, of what is filed already; and whoever took a shift
// over has the forms that belong to it.
void Recorder::settleForms(const QList<Act> &acts)
{
    for (const Act &act : acts) {
        const auto *away = act.what.as<TurnAway>();
        if (act.what.is<AcceptDossier>() || (away && away->refused)) {
            local::dropDraft(m_connection, act.subject);
        } else if (const auto *handed = act.what.as<HandOverShift>()) {
            local::handOverDrafts(m_connection, act.actor.id, handed->to);
        }
    }
}

Situation Recorder::situation(const Act &act, const OriginRow &own, const std::optional<SubjectRow> &subject, qint64 nowMs)
{
    Situation now;
    now.table = m_options.rules.table;
    now.grammars = m_options.rules.grammars;
    now.calendar = m_options.rules.calendar;
    now.staff = m_projection.staff();
    now.unit = m_projection.unitOf(own.id);
    now.origin = own.id;
    now.nowMs = nowMs;
    now.clockDoubtful = isClockBack(own, nowMs);
    if (subject) {
        if (subject->type == SubjectType::Dossier) {
            now.dossier = m_projection.dossier(*subject);
            now.heads = now.dossier ? now.dossier->heads : QList<EntryKey>();
        } else {
            now.heads = m_projection.heads(*subject);
            if (subject->type == SubjectType::Ticket) {
                now.ticket = m_projection.ticket(*subject);
            } else if (subject->type == SubjectType::Shift) {
                now.shift = m_projection.shift(*subject);
            } else if (subject->type == SubjectType::Feedback) {
                now.feedback = m_projection.feedback(*subject);
            } else if (subject->type == SubjectType::Origin && act.what.is<AssignDesk>()) {
                now.assigned = m_projection.unitOf(subject->id);
            } else if (subject->type == SubjectType::Help) {
                now.help = m_projection.helpCall(*subject);
            } else if (subject->type == SubjectType::Notice) {
                now.notice = m_projection.notice(*subject);
            } else if (subject->type == SubjectType::Appointment) {
                now.appointment = m_projection.appointment(*subject);
            } else if (subject->type == SubjectType::Certification) {
                now.certification = m_projection.certification(*subject);
            }
            // No table holds visits: few acts ask for one, and it has two or three entries.
            if (subject->type == SubjectType::Unknown) {
                VisitRecord visit = VisitRecord::fold(subject->id, m_journal.entriesOf(*subject));
                now.visit = visit.isKnown() ? std::optional(std::move(visit)) : std::nullopt;
            }
        }
    }
    if (act.what.is<ConfigureUnit>() && !now.unit.isConfigured()) {
        now.unitBefore = m_projection.unitBefore(own.id);
    }
    if (const auto *issue = act.what.as<IssueTicket>()) {
        now.lastTicket = m_projection.lastTicket(issue->mark.isEmpty() ? issue->group : issue->group + issue->mark + u'-', vietnamTime(receiptMs(act, nowMs)).date());
    } else if (act.what.is<StepTicket>()) {
        now.inHand = m_projection.ticketInHand(act.actor.id, vietnamTime(nowMs).date());
    }
    if (const auto *paper = act.what.as<AddPaper>(); paper && paper->details.contains(u"reused")) {
        const std::optional<SubjectRow> source = m_journal.subject(Id::fromString(paper->details.value(u"reused")[u"dossier"].toString()));
        now.source = source && source->type == SubjectType::Dossier ? m_projection.dossier(*source) : std::nullopt;
    }
    if (const auto *certify = act.what.as<EnterCertification>(); certify && now.unit.isConfigured()) {
        const int year = vietnamTime(nowMs).date().year();
        now.series = m_projection.certificationSeries(own.id, now.unit, certify->kind, year);
        now.lastCertification = m_projection.lastCertification(now.unit.organisationCode, certify->kind, year, now.series);
        const std::optional<SubjectRow> about = m_journal.subject(certify->dossier);
        now.certifies = about && about->type == SubjectType::Dossier ? m_projection.dossier(*about) : std::nullopt;
        now.isCertified = m_projection.isCertified(certify->dossier);
    }
    if (act.what.is<CorrectDossier>() && now.dossier && m_options.rules.formFields) {
        now.formFields = m_options.rules.formFields(now.dossier->procedureCode(), now.dossier->edition());
    }
    if (act.what.is<ResolveConflict>() && now.dossier && m_options.rules.moneyAnswers) {
        now.moneyAnswers = m_options.rules.moneyAnswers(now.dossier->procedureCode(), now.dossier->edition());
    }
    if (act.what.is<AcceptDossier>()) {
        now.lastNumber = m_projection.lastNumber(now.unit.organisationCode, vietnamTime(receiptMs(act, nowMs)).date(), now.unit.rangeFirst,
            now.unit.rangeLast);
    }
    return now;
}

bool Recorder::isClockBack(const OriginRow &own, qint64 nowMs)
{
    return nowMs < own.clock.unixMs - ClockToleranceMs;
}

void Recorder::mustFit(const Act &act, const OriginRow &own)
{
    if (own.forked) {
        throw StoreFault(ErrorCode::OriginForked, QStringLiteral("this store's log"));
    }
    if (act.desk.size() > MaxDesk) {
        throw StoreFault(ErrorCode::Invalid, QStringLiteral("desk"));
    }
}

Recorded Recorder::recordOne(const Act &act, OriginRow &own)
{
    mustFit(act, own);
    const std::optional<SubjectRow> known = m_journal.subject(act.subject);
    if (!known && act.what.is<AcceptDossier>()) {
        return recordNewDossier(act, own);
    }
    if (const HallVerdict *verdict = verdictOn(act)) {
        Statement written = m_connection.statement("SELECT 1 FROM j_entry WHERE id = ?1");
        if (written.bind(verdict->entry).step()) {
            throw StoreFault(ErrorCode::Refused, QStringLiteral("what the hall decided is written already"));
        }
    }
    const qint64 nowMs = m_options.now();
    const Situation now = situation(act, own, known, nowMs);
    const Result<QList<EntryDraft>> drafts = decide(now, act);
    if (!drafts) {
        throw StoreFault(drafts.error());
    }
    Recorded recorded;
    recorded.subject = act.subject;
    recorded.receiptMs = receiptMs(act, nowMs);
    recorded.clockBack = now.clockDoubtful;
    SubjectRow subject = known ? *known : m_journal.madeSubject(act.subject);
    for (const EntryDraft &draft : *drafts) {
        SubjectRow other = draft.subject == act.subject ? subject : m_journal.madeSubject(draft.subject);
        const Entry entry = appended(own, other, draft, act, nowMs, recorded.receiptMs);
        if (draft.subject == act.subject) {
            subject = other;
        }
        recorded.entries.append(entry.header.key);
        recorded.entry = recorded.entries.size() == 1 ? entry.header.id : recorded.entry;
        m_touched.insert(draft.subject);
        m_purged = m_purged || draft.kind == journal::kind::PayloadPurged;
    }
    if (subject.type == SubjectType::Dossier) {
        recorded.dossier = m_projection.dossier(subject);
    }
    return recorded;
}

Entry Recorder::composed(OriginRow &own, const EntryDraft &draft, const Act &act, qint64 nowMs, qint64 receiptMs) const
{
    Entry entry;
    Header &header = entry.header;
    header.flags = m_training ? Header::TrainingFlag : quint16{0};
    header.key = {own.id, own.head + 1};
    header.previous = own.headHash.isEmpty() ? QByteArray(32, '\0') : own.headHash;
    const HallVerdict *verdict = verdictOn(act);
    header.id = verdict ? verdict->entry : security::random::id(nowMs);
    header.time = own.clock.next(nowMs);
    header.receiptMs = receiptMs;
    header.actor = act.actor;
    header.desk = act.desk;
    header.visit = act.visit;
    header.subject = draft.subject;
    header.kind = draft.kind;
    header.version = draft.version;
    header.basis = draft.basis;
    entry.payload = Payload{security::random::bytes(SaltSize), draft.payload};
    header.payloadHash = security::sha256(entry.payload->salt, entry.payload->bytes);
    entry.headerBytes = header.encoded();
    own.head = header.key.seq;
    own.contiguous = header.key.seq;
    own.headHash = security::sha256(entry.headerBytes);
    own.clock = header.time;
    return entry;
}

Entry Recorder::appended(OriginRow &own, SubjectRow &subject, const EntryDraft &draft, const Act &act, qint64 nowMs, qint64 receiptMs)
{
    const Entry entry = composed(own, draft, act, nowMs, receiptMs);
    m_journal.insert(own.no, subject, entry);
    m_projection.take(subject, entry);
    return entry;
}

Id Recorder::startOrigin(const QString &reason, const Id &previous)
{
    const qint64 nowMs = m_options.now();
    const Id origin = security::random::id(nowMs);
    const security::SigningKey key = security::SigningKey::generate();
    write([&] {
        journal::HybridTime clock;
        QList<OriginRow> rows = m_journal.origins();
        for (OriginRow &row : rows) {
            if (row.own) {
                clock = row.clock;
                row.own = false;
                m_journal.keep(row);
            }
        }
        OriginRow own = m_journal.madeOrigin(origin);
        own.own = true;
        own.publicKey = key.publicKey();
        own.clock = clock;
        m_journal.keep(own);
        m_connection.statement("INSERT INTO l_origin_key(origin, seed) VALUES(?1, ?2)").bind(origin).blob(key.seed().view()).run();
        Act act;
        act.actor = {journal::Actor::Kind::Device, origin};
        act.subject = origin;
        act.what = StartOrigin{reason, previous, key.publicKey(), QStringLiteral(MOTCUA_VERSION)};
        (void)recordOne(act, own);
        m_journal.keep(own);
    });
    return origin;
}

void Recorder::rebuild()
{
    write([this] { m_projection.rebuild(); });
}

QByteArray Recorder::digest()
{
    const Snapshot snapshot(m_connection);
    return m_projection.digest();
}

} // namespace motcua::storage
