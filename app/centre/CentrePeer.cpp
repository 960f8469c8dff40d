// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/CentrePeer.h"

#include "app/centre/FleetTable.h"
#include "app/centre/ReleaseTable.h"
#include "app/storage/BaseCopy.h"
#include "app/sync/Batch.h"
#include "models/journal/Kind.h"

#include <QElapsedTimer>

namespace motcua::centre {

using journal::Run;
using sync::Greeting;
using sync::Heard;
using sync::PeerFailure;
using sync::Receipt;

namespace {

PeerFailure failureOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::DatabaseUnreachable:
        return {error, Fault::Network, {}};
    case ErrorCode::DatabaseRefused:
    case ErrorCode::DatabaseForeign:
    case ErrorCode::DatabaseFailed:
    case ErrorCode::PeerNewer:
        return {error, Fault::Portal, {}};
    default:
        return {error, {}, {}};
    }
}

} // namespace

CentrePeer::CentrePeer(const storage::Store &store, DatabaseAccess access)
    : m_store(store)
    , m_journal(std::move(access))
{
}

Result<std::shared_ptr<sync::Peer>> CentrePeer::of(const storage::Store &store, const QByteArray &kept)
{
    Result<DatabaseAccess> access = DatabaseAccess::fromJson(kept);
    return access ? Result<std::shared_ptr<sync::Peer>>(std::make_shared<CentrePeer>(store, *std::move(access))) : access.error();
}

template <typename T>
QFuture<Heard<T>> CentrePeer::apart(std::function<Result<T>()> work)
{
    return m_thread.run<Heard<T>>([work = std::move(work)] {
        Result<T> made = work();
        return made ? Heard<T>(*std::move(made)) : Heard<T>(failureOf(made.error()));
    });
}

Result<Greeting> CentrePeer::greeting(const Id &asker)
{
    const Result<CentreJournal::House> there = m_journal.house();
    const Result<journal::VersionVector> has = there ? m_journal.vector() : there.error();
    const auto head = has ? m_journal.head(asker) : Result<std::optional<journal::LogHead>>(has.error());
    const auto forked = head ? m_journal.forkedHead(asker) : head;
    if (!forked) {
        return forked.error();
    }
    if (!there->shared) {
        return Error{ErrorCode::DatabaseForeign, QStringLiteral("it is a gateway's")};
    }
    Greeting greeting{.origin = there->id,
        .training = there->training,
        .program = QStringLiteral("PostgreSQL"),
        .nowMs = there->nowMs,
        .has = *has,
        .offers = *has,
        .yours = *head,
        .yoursToo = *forked};
    greeting.offers.set(asker, 0); // nobody is offered their own log
    return greeting;
}

QFuture<Heard<Greeting>> CentrePeer::greet(const Greeting &ours)
{
    return apart<Greeting>([this, asker = ours.origin] { return greeting(asker); });
}

Result<Receipt> CentrePeer::taken(const QByteArray &batch)
{
    const Result<Run> run = sync::runIn(batch);
    if (!run) {
        return run.error();
    }
    QList<journal::EntryKey> gone;
    for (const journal::Entry &entry : run->entries) {
        if (entry.header.kind == journal::kind::PayloadPurged) {
            const auto erased = m_store.ask(storage::WithoutPayload{entry.header.subject}).result();
            if (!erased) {
                return erased.error();
            }
            gone += *erased;
        }
    }
    const Result<CentreJournal::Kept> kept = m_journal.keep(*run, CentreJournal::EverybodyWrites, gone);
    if (!kept && kept.error().code != ErrorCode::OriginForked) {
        return kept.error();
    }
    Receipt receipt;
    if (!kept) {
        const auto other = m_journal.head(run->origin());
        if (!other) {
            return other.error();
        }
        receipt.otherHead = *other;
        // The other machine has to stop as well, and is shown this at its next greeting.
        if (const Result<> noted = m_journal.keepFork(run->head); !noted) {
            return noted.error();
        }
        receipt.refused = {{{run->origin(), kept.error().detail.toULongLong()}, {ErrorCode::OriginForked, run->origin().toString()}}};
    } else {
        receipt.stored = kept->stored;
        receipt.duplicates = run->entries.size() - kept->stored;
    }
    const Result<journal::VersionVector> has = m_journal.vector();
    if (!has) {
        return has.error();
    }
    receipt.has = *has;
    return receipt;
}

QFuture<Heard<Receipt>> CentrePeer::give(const QByteArray &batch)
{
    return apart<Receipt>([this, batch] { return taken(batch); });
}

QFuture<Heard<QByteArray>> CentrePeer::take(const sync::Wanted &wanted)
{
    return apart<QByteArray>([this, wanted]() -> Result<QByteArray> {
        const auto run = m_journal.stretch(wanted.origin, wanted.first, wanted.last, wanted.heldFrom);
        if (!run) {
            return run.error();
        }
        return *run ? sync::batchOf(**run) : QByteArray();
    });
}

QFuture<Heard<qint64>> CentrePeer::heldOf(const QByteArray &file)
{
    return apart<qint64>([this, file] { return m_journal.held(file); });
}

QFuture<Heard<qint64>> CentrePeer::giveChunk(const QByteArray &file, qint64 at, const QByteArray &chunk)
{
    return apart<qint64>([this, file, at, chunk] { return m_journal.keepChunk(file, at, chunk, CentreJournal::EverybodyWrites); });
}

QFuture<Heard<QByteArray>> CentrePeer::takeChunk(const QByteArray &file, qint64 at)
{
    return apart<QByteArray>([this, file, at] { return m_journal.chunk(file, at); });
}

// How long it lay behind what is being exchanged is no fault of its clock.
QFuture<Result<>> CentrePeer::tellHealth(const QByteArray &desk, const DeskHealth &health)
{
    QElapsedTimer waited;
    waited.start();
    return m_thread.run<Result<>>([this, desk, health, waited] {
        return m_journal.with<std::monostate>([&](Postgres &database) { return fleettable::tell(database, desk, health, health.toldMs + waited.elapsed()); });
    });
}

QFuture<Result<QList<FleetDesk>>> CentrePeer::desks()
{
    return m_thread.run<Result<QList<FleetDesk>>>([this] {
        return m_journal.with<QList<FleetDesk>>([this](Postgres &database) { return fleettable::desks(database, m_journal.access().house); });
    });
}

QFuture<Result<sync::ReleaseOffer>> CentrePeer::offer()
{
    return m_thread.run<Result<sync::ReleaseOffer>>([this] { return m_journal.with<sync::ReleaseOffer>([](Postgres &database) { return releasetable::offer(database); }); });
}

QFuture<Result<QByteArray>> CentrePeer::releaseChunk(const QString &version, qint64 at)
{
    return m_thread.run<Result<QByteArray>>([this, version, at] { return m_journal.with<QByteArray>([&](Postgres &database) { return releasetable::chunk(database, version, at); }); });
}

} // namespace motcua::centre
