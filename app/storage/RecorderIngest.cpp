// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/Recorder.h"

#include "app/security/SigningKey.h"
#include "app/storage/NationalQueries.h"
#include "app/storage/StoreFault.h"
#include "models/journal/Kind.h"

#include <QMap>

#include <algorithm>

namespace motcua::storage {

using journal::Entry;
using journal::Header;
using journal::Run;

namespace {

constexpr qint64 AheadMs = 2 * 60 * 1000; // as far as clocks of one house may differ
constexpr qint64 MostLogs = 10'000; // as many as a greeting tells of: a province has some hundreds of desks

/** The origins and subjects of one batch, read once and kept up to date while it is taken. */
struct Batch
{
    QMap<Id, OriginRow> origins = {};
    QMap<Id, SubjectRow> subjects = {};
    QMap<Id, QList<Entry>> fresh = {}; ///< by subject
    QSet<Id> refold = {};
    QList<journal::EntryKey> completed = {}; ///< whose payload came after their header
};

void mustBe(bool vouched, const char *otherwise)
{
    if (!vouched) {
        throw StoreFault(ErrorCode::SignatureWrong, QString::fromLatin1(otherwise));
    }
}

} // namespace

Ingested Recorder::ingest(const QList<Entry> &entries)
{
    Ingested ingested;
    write([&] { take(entries, ingested); });
    return ingested;
}

Ingested Recorder::ingest(const Run &run)
{
    if (const Result<> checked = run.checked(); !checked) {
        throw StoreFault(checked.error());
    }
    struct NothingTaken
    {
    };
    Ingested ingested;
    try {
        write([&] {
            const bool isKnown = m_journal.origin(run.origin()).has_value();
            if (!isKnown && m_journal.logs() >= MostLogs) {
                throw StoreFault(ErrorCode::EntryMalformed, QStringLiteral("another log where there are as many as a journal holds"));
            }
            OriginRow origin = m_journal.madeOrigin(run.origin());
            const bool isPinned = !origin.publicKey.isEmpty();
            mustBeVouchedFor(run, origin);
            m_journal.keep(origin);
            take(run.entries, ingested);
            if (ingested.refused.isEmpty()) {
                m_journal.keepHead(origin.no, run.head);
                return;
            }
            if (!isPinned && ingested.stored + ingested.duplicates == 0) {
                throw NothingTaken(); // so that who sends only what cannot be taken is not held to be the owner
            }
            proveFork(run, origin, ingested);
        });
    } catch (const NothingTaken &) {
        m_purged = false;
    }
    return ingested;
}

// Whoever sends is shown what the owner's key signed on the other branch: each of two machines needs the other's word to know that it is one of two.
void Recorder::proveFork(const Run &run, const OriginRow &origin, Ingested &ingested)
{
    const auto forked = std::find_if(ingested.refused.cbegin(), ingested.refused.cend(),
        [](const RefusedEntry &refused) { return refused.error.code == ErrorCode::OriginForked; });
    if (forked == ingested.refused.cend()) {
        return;
    }
    const auto goesOnFromHere = [&] {
        for (const Entry &entry : run.entries) {
            const std::optional<Entry> held = m_journal.entry(origin.no, entry.header.key.seq);
            if (held && held->headerBytes != entry.headerBytes) {
                return false;
            }
        }
        const std::optional<Entry> before = m_journal.entry(origin.no, run.first() - 1);
        return run.first() == 1 || (before && before->hash() == run.entries.constFirst().header.previous);
    };
    if (goesOnFromHere()) {
        ingested.otherHead = m_journal.otherHead(origin);
        return;
    }
    m_journal.keepOtherHead(run.head);
    ingested.otherHead = m_journal.headFrom(origin, forked->key.seq);
    if (!ingested.otherHead) {
        ingested.otherHead = m_journal.lastHead(origin); // further than what is held here: then it lacks what this signs
    }
}

void Recorder::mustBeVouchedFor(const Run &run, OriginRow &origin)
{
    const journal::LogHead &head = run.head;
    const Entry &first = run.entries.constFirst();
    const QByteArray named = first.header.key.seq == 1 ? JournalTables::keyNamedIn(first) : m_journal.keyInBeginning(origin.no);
    if (!named.isEmpty()) {
        mustBe(origin.publicKey.isEmpty() || origin.publicKey == named, "the log's beginning names another key than what followed it");
        origin.publicKey = named;
    } else if (origin.publicKey.isEmpty() && !head.signature.isEmpty()) {
        // Its beginning has not come yet: whoever signs the first stretch we see is held to it, and the beginning must name the same key.
        origin.publicKey = head.publicKey;
    }
    mustBe(head.publicKey == origin.publicKey, "another key than the log's own");
    if (!head.signature.isEmpty()) {
        mustBe(security::SigningKey::verify(origin.publicKey, journal::LogHead::signedBytes(head.last, head.hash), head.signature),
            "not what the owner of the log signed");
        return;
    }
    const std::optional<Entry> next = m_journal.entry(origin.no, head.last.seq + 1);
    mustBe(next && next->header.previous == head.hash, "nobody signed for it, and nothing that follows names it");
}

bool Recorder::stopIfCloned(const journal::LogHead &head)
{
    bool cloned = false;
    write([&] {
        OriginRow own = m_journal.ownOrigin();
        if (head.last.origin != own.id || head.last.seq == 0
            || !security::SigningKey::verify(own.publicKey, journal::LogHead::signedBytes(head.last, head.hash), head.signature)) {
            return;
        }
        const std::optional<Entry> held = m_journal.entry(own.no, head.last.seq);
        cloned = !held || held->hash() != head.hash;
        if (cloned && !own.forked) {
            own.forked = true;
            m_journal.keep(own);
        }
    });
    return cloned;
}

void Recorder::take(const QList<Entry> &entries, Ingested &ingested)
{
    Batch batch;
    OriginRow own = m_journal.ownOrigin();
    journal::HybridTime latest = own.clock;
    const qint64 soon = m_options.now() + AheadMs;
    for (const Entry &given : entries) {
        const Result<Entry> checked = Entry::from(given.headerBytes, given.payload);
        if (!checked) {
            ingested.refused.append({given.header.key, checked.error()});
            continue;
        }
        const Header &header = checked->header;
        if ((header.flags & Header::TrainingFlag) != (m_training ? Header::TrainingFlag : 0)) {
            ingested.refused.append({header.key, {ErrorCode::OriginForeign, {}}});
            continue;
        }
        if (!batch.origins.contains(header.key.origin)) {
            batch.origins.insert(header.key.origin, m_journal.madeOrigin(header.key.origin));
        }
        OriginRow &origin = batch.origins[header.key.origin];
        if (!batch.subjects.contains(header.subject)) {
            batch.subjects.insert(header.subject, m_journal.madeSubject(header.subject));
        }
        try {
            switch (takeOne(*checked, origin, own, batch.subjects[header.subject])) {
            case Taken::Stored:
                ++ingested.stored;
                m_purged = m_purged || header.kind == journal::kind::PayloadPurged;
                batch.fresh[header.subject].append(*checked);
                // One desk whose clock runs ahead must not make those of all others doubtful: what it wrote is ordered by what its author had seen.
                if (header.time.unixMs <= soon || origin.own) {
                    latest = std::max(latest, header.time);
                }
                break;
            case Taken::PayloadAdded:
                ++ingested.stored;
                batch.refold.insert(header.subject);
                batch.completed.append(header.key);
                break;
            case Taken::Duplicate:
                ++ingested.duplicates;
                break;
            }
        } catch (const StoreFault &fault) {
            if (fault.error().code != ErrorCode::OriginForked && fault.error().code != ErrorCode::ChainBroken
                && fault.error().code != ErrorCode::EntryMalformed) {
                throw;
            }
            ingested.refused.append({header.key, fault.error()});
        }
    }
    for (OriginRow &origin : batch.origins) {
        advance(origin);
        if (origin.own) {
            origin.clock = std::max(origin.clock, latest);
            own = origin;
        }
        m_journal.keep(origin);
    }
    if (latest > own.clock) {
        own.clock = latest;
        m_journal.keep(own);
    }
    for (auto it = batch.fresh.cbegin(); it != batch.fresh.cend(); ++it) {
        SubjectRow &subject = batch.subjects[it.key()];
        m_touched.insert(it.key());
        if (it->size() == 1 && !batch.refold.contains(it.key())) {
            m_projection.take(subject, it->first());
        } else {
            batch.refold.insert(it.key());
        }
    }
    for (const Id &subject : std::as_const(batch.refold)) {
        m_touched.insert(subject);
        m_projection.refold(batch.subjects[subject]);
    }
    for (const journal::EntryKey &key : std::as_const(batch.completed)) {
        const std::optional<Entry> held = m_journal.entry(batch.origins[key.origin].no, key.seq);
        m_purged = m_purged || !held || !held->payload; // it was purged before it came, and is erased again: its pages must go too
    }
}

Recorder::Taken Recorder::takeOne(const Entry &given, OriginRow &origin, const OriginRow &own, SubjectRow &subject)
{
    const Header &header = given.header;
    if (const std::optional<Entry> held = m_journal.entry(origin.no, header.key.seq)) {
        if (held->headerBytes != given.headerBytes) {
            refuseFork(origin);
        }
        if (!held->payload && given.payload) {
            // It came as header only before, or was purged: the refold that follows erases again what a purge had seen.
            m_journal.keepPayload(origin.no, header.key.seq, *given.payload);
            rouseNational(m_connection, subject.no);
            return Taken::PayloadAdded;
        }
        return Taken::Duplicate;
    }
    if (origin.forked || origin.id == own.id) {
        // A place in our own log that we never wrote: another copy of this store did.
        refuseFork(origin);
    }
    if (m_journal.holdsId(header.id)) {
        throw StoreFault(ErrorCode::EntryMalformed, QStringLiteral("an entry's id stands in another place already"));
    }
    const std::optional<Entry> before = header.key.seq > 1 ? m_journal.entry(origin.no, header.key.seq - 1) : std::nullopt;
    const std::optional<Entry> after = m_journal.entry(origin.no, header.key.seq + 1);
    const bool first = header.key.seq == 1 && header.previous == QByteArray(32, '\0');
    if ((before && before->hash() != header.previous) || (after && after->header.previous != given.hash())
        || (header.key.seq == 1 && !first)) {
        throw StoreFault(ErrorCode::ChainBroken, QStringLiteral("an entry does not fit its neighbours"));
    }
    m_journal.insert(origin.no, subject, given);
    if (first && origin.publicKey.isEmpty()) {
        origin.publicKey = JournalTables::keyNamedIn(given);
    }
    if (header.key.seq > origin.head) {
        origin.head = header.key.seq;
        origin.headHash = given.hash();
    }
    return Taken::Stored;
}

void Recorder::refuseFork(OriginRow &origin)
{
    origin.forked = true;
    throw StoreFault(ErrorCode::OriginForked, origin.id.toString());
}

void Recorder::advance(OriginRow &origin)
{
    Statement next = m_connection.statement("SELECT place FROM j_entry WHERE place > ?1 AND place <= ?2 ORDER BY place");
    next.bind(JournalTables::place(origin.no, 1) - 1 + static_cast<qint64>(origin.contiguous));
    next.bind(JournalTables::place(origin.no, qMax(origin.head, quint64{1})));
    while (next.step() && next.integer(0) == JournalTables::place(origin.no, origin.contiguous + 1)) {
        ++origin.contiguous;
    }
}

} // namespace motcua::storage
