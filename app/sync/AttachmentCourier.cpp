// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/AttachmentCourier.h"

#include "app/storage/JournalQueries.h"

#include <QFutureWatcher>
#include <QPromise>

namespace motcua::sync {

using journal::VersionVector;
using storage::AttachmentParts;

namespace {

const QLatin1String Cursor(".files");
const QLatin1String PassedOn(".files.passed-on");
const QLatin1String Imported(".files.imported"); // another program's word, apart from what this one writes

} // namespace

AttachmentCourier::AttachmentCourier(const storage::Store &store, Exchange &exchange, Peer &peer, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_exchange(exchange)
    , m_peer(peer)
{
}

QString AttachmentCourier::cursorName() const
{
    return m_peer.name() + Cursor;
}

QFuture<Result<>> AttachmentCourier::keepPassedOn()
{
    return m_store.keepPeerVector(m_peer.name() + PassedOn, m_passedOn);
}

QFuture<Result<>> AttachmentCourier::passesOn(const Id &origin, quint64 held)
{
    m_notedAt[origin] = m_asked;
    if (m_passedOn.highest(origin) != 0 && m_noted.highest(origin) == 0) {
        return QtFuture::makeReadyFuture(Result<>());
    }
    if (m_noted.highest(origin) == 0) { // what was noted first has the earlier place
        m_noted.set(origin, qMax(quint64{1}, held));
    }
    return readPassedOn();
}

Result<> AttachmentCourier::willPassOn(const storage::Store &store, const QString &peer, const QList<Id> &logs)
{
    VersionVector imported;
    for (const Id &log : logs) {
        if (log != store.origin()) {
            imported.set(log, 1);
        }
    }
    const Result<VersionVector> before = store.ask(storage::PeerVector{peer + Imported}).result();
    if (!before) {
        return before.error();
    }
    imported.merge(*before);
    return store.keepPeerVector(peer + Imported, imported).result();
}

QFuture<Result<>> AttachmentCourier::readPassedOn()
{
    const auto done = std::make_shared<QPromise<Result<>>>();
    done->start();
    const auto tell = [done](const QFuture<Result<>> &kept) {
        if (kept.resultCount() != 0) {
            done->addResult(kept.result());
        }
        done->finish();
    };
    auto *reading = new QFutureWatcher<Result<VersionVector>>(this);
    connect(reading, &QFutureWatcherBase::finished, this, [this, reading, tell] {
        reading->deleteLater();
        if (reading->future().resultCount() == 0) {
            tell({});
        } else if (const Result<VersionVector> kept = reading->result(); !kept) {
            tell(QtFuture::makeReadyFuture(Result<>(kept.error())));
        } else if (m_passedOn = withNoted(*kept); m_noted.isEmpty()) {
            tell(QtFuture::makeReadyFuture(Result<>()));
        } else {
            auto *keeping = new QFutureWatcher<Result<>>(this);
            connect(keeping, &QFutureWatcherBase::finished, this, [this, keeping, tell, noted = m_noted] {
                keeping->deleteLater();
                if (keeping->future().resultCount() != 0 && keeping->result()) {
                    forgetNoted(noted);
                }
                tell(keeping->future());
            });
            keeping->setFuture(keepPassedOn());
        }
    });
    reading->setFuture(m_store.ask(storage::PeerVector{m_peer.name() + PassedOn}));
    return done->future();
}

VersionVector AttachmentCourier::withNoted(VersionVector kept) const
{
    for (auto it = m_noted.origins().cbegin(); it != m_noted.origins().cend(); ++it) {
        if (kept.highest(it.key()) == 0) {
            kept.set(it.key(), it.value());
        }
    }
    return kept;
}

void AttachmentCourier::forgetNoted(const VersionVector &kept)
{
    for (auto it = kept.origins().cbegin(); it != kept.origins().cend(); ++it) {
        m_noted.set(it.key(), 0);
    }
}

// From their beginning, whatever was looked through before.
void AttachmentCourier::addImported(const VersionVector &imported)
{
    if (imported.isEmpty()) {
        return;
    }
    for (auto it = imported.origins().cbegin(); it != imported.origins().cend(); ++it) {
        m_passedOn.set(it.key(), 1);
        m_passedTo.set(it.key(), 0);
    }
    (void)keepPassedOn();
    (void)m_store.keepPeerVector(m_peer.name() + Imported, {});
}

bool AttachmentCourier::isOfOneFile(const PeerFailure &failure)
{
    switch (failure.error.code) {
    case ErrorCode::AttachmentMissing:
    case ErrorCode::AttachmentDamaged:
    case ErrorCode::Invalid:
        return true;
    default:
        return failure.fault == Fault::Data;
    }
}

template <typename T, typename E, typename Receive, typename Refuse>
void AttachmentCourier::answer(const QFuture<Result<T, E>> &future, Receive receive, Refuse refuse)
{
    auto *watcher = new QFutureWatcher<Result<T, E>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
        [this, watcher, turn = m_turn, receive = std::move(receive), refuse = std::move(refuse)]() mutable {
            watcher->deleteLater();
            if (turn != m_turn || !m_isAtWork) {
                return;
            }
            if (watcher->future().resultCount() == 0) {
                end(PeerFailure{{ErrorCode::Closed, {}}});
            } else if (const Result<T, E> result = watcher->result(); result) {
                receive(*result);
            } else if (const PeerFailure failure{result.error()}; isOfOneFile(failure)) {
                m_refusal = failure.error.code;
                refuse();
            } else {
                end(failure);
            }
        });
    watcher->setFuture(future);
}

void AttachmentCourier::run(const VersionVector &delivered, const VersionVector &offers)
{
    const Work work{delivered, offers, ++m_asked};
    if (m_isAtWork) {
        m_next = work;
    } else {
        begin(work);
    }
}

void AttachmentCourier::begin(const Work &work)
{
    m_isAtWork = true;
    m_owes = false;
    m_answered = work.asked;
    ++m_turn;
    m_next.reset();
    answer(
        readPassedOn(), [this, work](const auto &) { readImported(work); }, [this, work] { readImported(work); });
}

void AttachmentCourier::readImported(const Work &work)
{
    answer(
        m_store.ask(storage::PeerVector{m_peer.name() + Imported}),
        [this, work](const VersionVector &imported) {
            addImported(imported);
            beginLogs(work);
        },
        [this, work] { beginLogs(work); });
}

void AttachmentCourier::beginLogs(const Work &work)
{
    const VersionVector &delivered = work.delivered;
    m_logs = {Log{m_store.origin(), delivered.highest(m_store.origin()), true}};
    for (auto it = m_passedOn.origins().cbegin(); it != m_passedOn.origins().cend(); ++it) {
        m_passedTo.set(it.key(), qMax(it.value(), m_passedTo.highest(it.key())));
        m_logs.push_back({it.key(), delivered.highest(it.key()), true, true});
    }
    for (auto it = work.offers.origins().cbegin(); it != work.offers.origins().cend(); ++it) {
        m_logs.push_back({it.key(), it.value(), false});
    }
    answer(
        m_store.ask(storage::PeerVector{cursorName()}),
        [this](const VersionVector &kept) {
            m_cursor = kept;
            nextLog();
        },
        [this] { nextLog(); });
}

void AttachmentCourier::stop()
{
    ++m_turn;
    m_isAtWork = false;
    m_next.reset();
    m_logs.clear();
    m_queue.clear();
}

qint64 AttachmentCourier::bytes() const
{
    qint64 bytes = 0;
    for (const File &file : m_queue) {
        bytes += AttachmentParts::sealedSize(file.attachment.reference) - file.at;
    }
    return bytes;
}

void AttachmentCourier::nextLog()
{
    if (m_logs.empty()) {
        end(std::nullopt);
        return;
    }
    const Log &log = m_logs.front();
    // A peer that lost its data says so by its vector, and is given the files again as well.
    m_seenTo = qMin(cursorOf(log).highest(log.origin), log.isGiven ? log.last : ~quint64{0});
    m_isHeldBack = false;
    m_isPassed = true;
    nextStep();
}

void AttachmentCourier::nextStep()
{
    const Log &log = m_logs.front();
    answer(
        m_exchange.filesNamed({.origin = log.origin, .after = m_seenTo, .last = log.last}, log.isGiven),
        [this](const storage::LogAttachments::Step &step) {
            if (step.seenTo == m_seenTo) {
                // What was passed on and is all there needs no more looking, but for what has been on its way meanwhile; of what is passed on later it is noted anew.
                if (const Log &done = m_logs.front();
                    done.isPassedOn && m_isPassed && m_passedOn.highest(done.origin) != 0 && m_notedAt.value(done.origin) < m_answered) {
                    m_passedOn.set(done.origin, 0);
                    m_passedTo.set(done.origin, 0);
                    (void)keepPassedOn();
                }
                m_logs.pop_front();
                nextLog();
                return;
            }
            m_seenTo = step.seenTo;
            for (const storage::EntryAttachment &one : step.attachments) {
                m_queue.push_back({one, 0});
            }
            if (!m_queue.empty()) {
                Q_EMIT progressed();
            }
            nextFile();
        },
        [this] {
            m_logs.pop_front();
            nextLog();
        });
}

void AttachmentCourier::nextFile()
{
    if (m_queue.empty()) {
        const Log &log = m_logs.front();
        if (!m_isHeldBack && cursorOf(log).highest(log.origin) != m_seenTo) {
            cursorOf(log).set(log.origin, m_seenTo);
            if (!log.isPassedOn) {
                (void)m_store.keepPeerVector(cursorName(), m_cursor);
            }
        }
        nextStep();
        return;
    }
    const auto &reference = m_queue.front().attachment.reference;
    const QByteArray name = reference.name;
    if (m_logs.front().isPassedOn) {
        // Of another's files some may never have come here: about those nobody is asked.
        answer(
            m_exchange.heldFile(name),
            [this, name, whole = AttachmentParts::sealedSize(reference)](qint64 held) { held < whole ? fileDone(false) : offer(name); },
            [this] { fileDone(false); });
    } else if (m_logs.front().isGiven) {
        offer(name);
    } else {
        answer(m_exchange.heldFile(name), [this](qint64 held) { take(m_queue.front().at = held); }, [this] { fileDone(true); });
    }
}

void AttachmentCourier::offer(const QByteArray &name)
{
    answer(m_peer.heldOf(name), [this](qint64 held) { give(m_queue.front().at = held); }, [this] { fileDone(true); }); // the peer has no use for it
}

void AttachmentCourier::give(qint64 at)
{
    const auto &reference = m_queue.front().attachment.reference;
    if (at > AttachmentParts::sealedSize(reference)) {
        end(PeerFailure{{ErrorCode::PeerNonsense, QStringLiteral("it has more of a file than there is")}});
        return;
    }
    if (at == AttachmentParts::sealedSize(reference)) {
        fileDone(true);
        return;
    }
    answer(
        m_exchange.chunkMade(reference.name, at),
        [this, name = reference.name, at](const QByteArray &chunk) {
            if (chunk.isEmpty()) {
                fileDone(false); // not here: it may come back with a repair
                return;
            }
            // It opened here: what was damaged on its way, or met another beginning there, is given again the next time.
            answer(m_peer.giveChunk(name, at, chunk), [this](qint64 held) { moved(held); },
                [this] { fileDone(m_refusal != ErrorCode::AttachmentDamaged && m_refusal != ErrorCode::Invalid); });
        },
        [this] { fileDone(false); }); // damaged here: likewise
}

void AttachmentCourier::take(qint64 at)
{
    const auto &reference = m_queue.front().attachment.reference;
    if (at >= AttachmentParts::sealedSize(reference)) {
        fileDone(true);
        return;
    }
    answer(
        m_peer.takeChunk(reference.name, at),
        [this, name = reference.name, at](const QByteArray &chunk) {
            if (chunk.isEmpty()) {
                fileDone(false);
                return;
            }
            answer(m_exchange.chunkTaken(name, at, chunk), [this](qint64 held) { moved(held); }, [this] { fileDone(false); });
        },
        [this] { fileDone(false); });
}

void AttachmentCourier::moved(qint64 at)
{
    File &file = m_queue.front();
    if (at <= file.at) {
        fileDone(false); // it says of what it was given that it has it not: that could go on for ever
        return;
    }
    file.at = at;
    Q_EMIT broughtOn();
    Q_EMIT progressed();
    m_logs.front().isGiven ? give(at) : take(at);
}

void AttachmentCourier::fileDone(bool isThere)
{
    // Of another's files some may never come here: those behind them are not asked about again and again for that.
    const bool isPassedOn = m_logs.front().isPassedOn;
    m_isPassed = m_isPassed && isThere;
    m_isHeldBack = m_isHeldBack || (!isThere && !isPassedOn);
    m_owes = m_owes || (!isThere && m_logs.front().isGiven && !isPassedOn);
    m_queue.pop_front();
    Q_EMIT progressed();
    nextFile();
}

void AttachmentCourier::end(const std::optional<PeerFailure> &failure)
{
    const auto next = m_next;
    stop();
    if (next && !failure) {
        begin(*next);
        return;
    }
    Q_EMIT finished(failure);
}

} // namespace motcua::sync
