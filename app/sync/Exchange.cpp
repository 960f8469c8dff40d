// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/Exchange.h"

#include "app/storage/JournalQueries.h"
#include "app/storage/PortalQueries.h"
#include "app/storage/SyncQueries.h"
#include "app/sync/Batch.h"

#include <QDateTime>
#include <QtConcurrent>

namespace motcua::sync {

using journal::LogHead;
using journal::Run;
using journal::VersionVector;

Exchange::Exchange(const storage::Store &store, const journal::SharePolicy &policy, journal::PeerRole other, Offered offered,
    std::function<qint64()> now)
    : m_store(store)
    , m_policy(policy)
    , m_other(other)
    , m_offered(std::move(offered))
    , m_now(std::move(now))
{
    m_threads.setMaxThreadCount(3); // one that packs, one that unpacks, one that waits for the disk
}

Exchange::~Exchange()
{
    m_threads.waitForDone();
}

template <typename T>
QFuture<Result<T>> Exchange::apart(std::function<Result<T>()> work)
{
    return QtConcurrent::run(&m_threads, std::move(work));
}

QFuture<Result<Greeting>> Exchange::greeting(const Id &listener)
{
    return apart<Greeting>([this, listener] { return greetingNow(listener); });
}

QFuture<Result<>> Exchange::judged(const Greeting &theirs)
{
    return apart<std::monostate>([this, theirs] { return judgedNow(theirs); });
}

QFuture<Result<Exchange::Made>> Exchange::made(const Wanted &wanted, qsizetype bytes)
{
    return apart<Made>([this, wanted, bytes] { return madeNow(wanted, bytes, {}, true); });
}

QFuture<Result<Exchange::Made>> Exchange::made(const Wanted &wanted, const Id &asker)
{
    const bool isOffered = !m_offered || m_offered(asker, wanted.origin);
    return apart<Made>([this, wanted, isOffered] { return isOffered ? madeNow(wanted, MostBytes) : Result<Made>(Made()); });
}

QFuture<Result<Exchange::Made>> Exchange::madeForUnitOf(const Id &desk, const Wanted &wanted)
{
    return apart<Made>([this, wanted, desk] { return madeNow(wanted, MostBytes, desk); });
}

QFuture<Result<Receipt>> Exchange::taken(const QByteArray &batch)
{
    return apart<Receipt>([this, batch]() -> Result<Receipt> {
        const Result<Run> run = runIn(batch);
        return run ? takenNow(*run) : run.error();
    });
}

QFuture<Result<Exchange::Took>> Exchange::taken(const QByteArray &batch, const Wanted &asked)
{
    return apart<Took>([this, batch, asked]() -> Result<Took> {
        const Result<Run> run = runIn(batch);
        if (!run) {
            return run.error();
        }
        if (run->origin() != asked.origin || run->first() < asked.first) {
            return Error{ErrorCode::EntryMalformed, QStringLiteral("a stretch nobody asked for")};
        }
        const Result<Receipt> receipt = takenNow(*run);
        return receipt ? Result<Took>(Took{*receipt, run->first(), run->last()}) : receipt.error();
    });
}

QFuture<Result<Wanted>> Exchange::lacking(const journal::SeqRange &range)
{
    return apart<Wanted>([this, range]() -> Result<Wanted> {
        const auto held = m_store.ask(storage::HeldAbove{range.origin, range.first - 1}).result();
        return held ? Result<Wanted>(Wanted{range.origin, range.first, range.last, *held}) : held.error();
    });
}

template <typename T>
QFuture<Result<T>> Exchange::withFile(
    const QByteArray &name, std::function<Result<T>(const storage::AttachmentParts &, const storage::AttachmentReference &)> work)
{
    return m_files.run<Result<T>>([this, name, work = std::move(work)]() -> Result<T> {
        const auto reference = m_store.ask(storage::NamedAttachment{name}).result();
        if (!reference) {
            return reference.error();
        }
        if (!*reference) {
            return Error{ErrorCode::AttachmentMissing, QStringLiteral("nothing here names it")};
        }
        return work(storage::AttachmentParts(m_store.attachments()), **reference);
    });
}

QFuture<Result<storage::LogAttachments::Step>> Exchange::filesNamed(const storage::LogAttachments &stretch, bool isGiven)
{
    return apart<storage::LogAttachments::Step>([this, stretch, isGiven] {
        Result<storage::LogAttachments::Step> step = m_store.ask(stretch).result();
        if (step && isGiven) {
            step->attachments.removeIf(
                [this](const storage::EntryAttachment &one) { return m_policy.share(one.kind, m_other) != journal::Share::Full; });
        }
        return step;
    });
}

QFuture<Result<qint64>> Exchange::heldFile(const QByteArray &name)
{
    return withFile<qint64>(name, [](const storage::AttachmentParts &parts, const storage::AttachmentReference &reference) {
        return Result<qint64>(parts.held(reference));
    });
}

QFuture<Result<QByteArray>> Exchange::chunkMade(const QByteArray &name, qint64 at)
{
    return withFile<QByteArray>(name, [at](const storage::AttachmentParts &parts, const storage::AttachmentReference &reference) {
        const Result<QByteArray> chunk = parts.chunk(reference, at);
        return !chunk && chunk.error().code == ErrorCode::AttachmentMissing ? Result<QByteArray>(QByteArray()) : chunk;
    });
}

QFuture<Result<qint64>> Exchange::chunkTaken(const QByteArray &name, qint64 at, const QByteArray &chunk)
{
    return withFile<qint64>(name, [at, chunk](const storage::AttachmentParts &parts, const storage::AttachmentReference &reference) {
        return parts.take(reference, at, chunk);
    });
}

Result<Greeting> Exchange::greetingNow(const Id &listener) const
{
    const Result<VersionVector> has = m_store.ask(storage::VersionVectorNow{}).result();
    if (!has) {
        return has.error();
    }
    Greeting greeting{.origin = m_store.origin(),
        .training = m_store.isTraining(),
        .program = QStringLiteral("motcua " MOTCUA_VERSION),
        .nowMs = m_now ? m_now() : QDateTime::currentMSecsSinceEpoch(),
        .has = *has};
    for (auto it = has->origins().cbegin(); it != has->origins().cend(); ++it) {
        // Nobody is offered their own log: who lost a part of it has a copy at work somewhere, or was restored and writes another.
        if (it.key() != listener && (!m_offered || m_offered(listener, it.key()))) {
            greeting.offers.set(it.key(), it.value());
        }
    }
    if (!listener.isNull()) {
        const auto yours = m_store.ask(storage::SignedHead{listener}).result();
        if (!yours) {
            return yours.error();
        }
        greeting.yours = *yours;
        const auto yoursToo = m_store.ask(storage::ForkedHead{listener}).result();
        if (!yoursToo) {
            return yoursToo.error();
        }
        greeting.yoursToo = *yoursToo;
    }
    return greeting;
}

Result<> Exchange::judgedNow(const Greeting &theirs) const
{
    if (theirs.protocol != Greeting::Protocol) {
        return Error{ErrorCode::PeerNewer, QString::number(theirs.protocol)};
    }
    if (theirs.training != m_store.isTraining()) {
        return Error{ErrorCode::OriginForeign, {}};
    }
    if (theirs.origin == m_store.origin()) {
        return Error{ErrorCode::PeerNonsense, QStringLiteral("it says it is this store")};
    }
    for (const std::optional<LogHead> &word : {theirs.yours, theirs.yoursToo}) {
        const Result<bool> cloned = word ? m_store.stopIfCloned(*word).result() : false;
        if (!cloned) {
            return cloned.error();
        }
        if (*cloned) {
            return Error{ErrorCode::OriginForked, m_store.origin().toString()};
        }
    }
    const Result<VersionVector> ours = m_store.ask(storage::VersionVectorNow{}).result();
    if (!ours) {
        return ours.error();
    }
    if (theirs.has.highest(m_store.origin()) > ours->highest(m_store.origin())) {
        // Said without proof: a word alone must not stop a desk.
        return Error{ErrorCode::PeerNonsense, QStringLiteral("it has more of this log than was written")};
    }
    return {};
}

Result<bool> Exchange::lacksPayload(const Run &run) const
{
    storage::PurgedAmong purged;
    for (const journal::Entry &entry : run.entries) {
        if (!entry.payload && m_policy.share(entry.header.kind, m_other) == journal::Share::Full) {
            purged.subjects.insert(entry.header.subject);
        }
    }
    if (purged.subjects.isEmpty()) {
        return false;
    }
    const auto answer = m_store.ask(purged).result();
    return answer ? Result<bool>(*answer != purged.subjects) : answer.error();
}

Result<Exchange::Made> Exchange::madeNow(const Wanted &wanted, qsizetype bytes, const Id &desk, bool isGiven) const
{
    Result<std::optional<Run>> found = m_store
                                           .ask(storage::OutgoingRun{.origin = wanted.origin,
                                               .first = wanted.first,
                                               .last = wanted.last,
                                               .heldFrom = wanted.heldFrom,
                                               .bytes = bytes})
                                           .result();
    if (!found) {
        return found.error();
    }
    if (!*found) {
        return Made();
    }
    Run &run = **found;
    if (isGiven && m_other == journal::PeerRole::Portal && run.origin() != m_store.origin()) {
        const Result<bool> lacks = lacksPayload(run);
        if (!lacks || *lacks) {
            return lacks ? Result<Made>(Made()) : lacks.error();
        }
    }
    QSet<Id> others;
    if (!desk.isNull()) {
        storage::DossiersOfOtherUnits foreign{desk, {}};
        for (const journal::Entry &entry : std::as_const(run.entries)) {
            foreign.subjects.insert(entry.header.subject);
        }
        const auto answer = m_store.ask(foreign).result();
        if (!answer) {
            return answer.error();
        }
        others = *answer;
    }
    for (journal::Entry &entry : run.entries) {
        if (m_policy.share(entry.header.kind, m_other) != journal::Share::Full || others.contains(entry.header.subject)) {
            entry.payload.reset();
        }
    }
    return Made{batchOf(run), run.first(), run.last()};
}

Result<Receipt> Exchange::takenNow(const Run &run) const
{
    const Result<storage::Ingested> ingested = m_store.ingest(run).result();
    if (!ingested) {
        return ingested.error();
    }
    const Result<VersionVector> has = m_store.ask(storage::VersionVectorNow{}).result();
    if (!has) {
        return has.error();
    }
    return Receipt{*has, ingested->stored, ingested->duplicates, ingested->refused, ingested->otherHead};
}

} // namespace motcua::sync
