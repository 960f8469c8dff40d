// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/SyncEngine.h"

#include "app/storage/Await.h"
#include "app/storage/JournalQueries.h"
#include "app/sync/Conversation.h"

#include <QDateTime>
#include <QFutureWatcher>
#include <QRandomGenerator>
#include <QSet>

namespace motcua::sync {

using journal::SeqRange;
using journal::VersionVector;

namespace {

constexpr qsizetype LeastBatchBytes = 16 * 1024;

/** What was said of one log only, so that the others can go on. */
bool isOfOneLog(const PeerFailure &failure)
{
    switch (failure.error.code) {
    case ErrorCode::EntryMalformed:
    case ErrorCode::PayloadMismatch:
    case ErrorCode::ChainBroken:
    case ErrorCode::SignatureWrong:
    case ErrorCode::OriginForeign:
    case ErrorCode::FileKindUnknown:
    case ErrorCode::FileNewer:
    case ErrorCode::FileTooLarge:
    case ErrorCode::FileTruncated:
        return true;
    default:
        return failure.fault == Fault::Data;
    }
}

/** What a batch that takes too long ends with. */
bool isOfASlowLine(ErrorCode code)
{
    return code == ErrorCode::NetTimedOut || code == ErrorCode::NetCut || code == ErrorCode::AnswerCutOff || code == ErrorCode::DatabaseUnreachable;
}

} // namespace

template <typename T, typename E, typename Receive>
void SyncEngine::answer(const QFuture<Result<T, E>> &future, Receive receive, Refuse refuse)
{
    auto *watcher = new QFutureWatcher<Result<T, E>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
        [this, watcher, way = std::weak_ptr<Conversation>(m_way), receive = std::move(receive), refuse = std::move(refuse)]() mutable {
            watcher->deleteLater();
            const std::shared_ptr<Conversation> lasting = way.lock();
            if (!lasting || lasting != m_way) {
                return;
            }
            if (watcher->future().resultCount() == 0) {
                fail(PeerFailure{{ErrorCode::Closed, {}}});
                return;
            }
            const Result<T, E> result = watcher->result();
            if (result) {
                receive(*result);
                return;
            }
            if constexpr (std::is_same_v<E, Error>) {
                if (result.error().code == ErrorCode::OriginForked) {
                    stop(result.error()); // found out here, by proof
                    return;
                }
            }
            const PeerFailure failure{result.error()};
            if (refuse && isOfOneLog(failure)) {
                refuse(failure);
            } else {
                fail(failure);
            }
        });
    watcher->setFuture(future);
}

SyncEngine::SyncEngine(const storage::Store &store, const journal::SharePolicy &policy, std::shared_ptr<Peer> peer, SyncOptions options, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_peer(std::move(peer))
    , m_options(std::move(options))
    , m_exchange(store, policy, m_peer->role(), {}, m_options.now)
    , m_courier(m_store, m_exchange, *m_peer)
    , m_backoff(m_options.firstWaitMs, m_options.longestWaitMs)
    , m_batchBytes(m_options.batchBytes)
{
    for (QTimer *timer : {&m_gather, &m_rest, &m_retry}) {
        timer->setSingleShot(true);
    }
    connect(&m_gather, &QTimer::timeout, this, [this] { m_state.phase == SyncState::Phase::Resting ? proceed() : count(); });
    connect(&m_rest, &QTimer::timeout, this, &SyncEngine::wake);
    connect(&m_retry, &QTimer::timeout, this, &SyncEngine::converse);
    connect(&m_courier, &AttachmentCourier::progressed, this, [this] {
        m_state.contactMs = now();
        tell(m_state.phase);
    });
    connect(&m_courier, &AttachmentCourier::broughtOn, this, &SyncEngine::filesGetOn);
    connect(&m_courier, &AttachmentCourier::finished, this, &SyncEngine::filesDone);
}

SyncEngine::~SyncEngine()
{
    m_peer->cancel();
}

qint64 SyncEngine::now() const
{
    return m_options.now ? m_options.now() : QDateTime::currentMSecsSinceEpoch();
}

double SyncEngine::chance() const
{
    return m_options.chance ? m_options.chance() : QRandomGenerator::global()->generateDouble();
}

void SyncEngine::begin()
{
    connect(m_store.news(), &storage::StoreNews::changed, this, &SyncEngine::storeChanged, Qt::UniqueConnection);
    connect(m_store.news(), &storage::StoreNews::engineHeld, this, [this](bool held) {
        if (held) {
            wake();
        }
    });
    // What the peer was last known to have: without a line the count of what waits has to begin from there.
    await(this, m_store.ask(storage::PeerVector{m_peer->name()}), [this](const Result<VersionVector> &known) {
        if (known && m_theirs.isEmpty()) {
            m_theirs = m_kept = *known;
        }
        count();
    });
    converse();
}

bool SyncEngine::mayWork() const
{
    return !m_paused && m_state.phase != SyncState::Phase::Stopped && m_store.holdsEngine();
}

void SyncEngine::wake()
{
    if (m_way) {
        m_way->greetingDue = true;
    } else {
        converse();
    }
}

void SyncEngine::setPaused(bool paused)
{
    if (m_paused == paused || m_state.phase == SyncState::Phase::Stopped) {
        return;
    }
    m_paused = paused;
    if (paused) {
        m_way.reset();
        m_courier.stop();
        m_peer->cancel();
        endTimers();
        tell(SyncState::Phase::Paused);
    } else if (mayWork()) {
        converse();
    } else {
        tell(SyncState::Phase::Off);
    }
}

void SyncEngine::endTimers()
{
    for (QTimer *timer : {&m_gather, &m_rest, &m_retry}) {
        timer->stop();
    }
}

void SyncEngine::storeChanged()
{
    if (m_way) {
        m_way->changed = true;
    } else if (!m_gather.isActive()) {
        m_gather.start(m_options.gatherMs);
    }
}

void SyncEngine::count()
{
    await(this, m_store.ask(storage::VersionVectorNow{}), [this](const Result<VersionVector> &ours) {
        if (ours) {
            m_ours.merge(*ours); // a conversation may have begun meanwhile, and know more
            tell(m_state.phase);
        }
    });
}

void SyncEngine::converse()
{
    if (!mayWork() || m_way) {
        return;
    }
    m_rest.stop();
    m_retry.stop();
    m_way = std::make_shared<Conversation>();
    tell(SyncState::Phase::Exchanging);
    answer(m_exchange.greeting(m_peerOrigin), [this](const Greeting &ours) {
        const qint64 askedMs = now();
        answer(m_peer->greet(ours), [this, askedMs](const Greeting &theirs) { greeted(theirs, askedMs); });
    });
}

void SyncEngine::greeted(const Greeting &theirs, qint64 askedMs)
{
    m_state.contactMs = now();
    // Half of what the question took has passed since they looked at their clock.
    m_state.clockOffMs = theirs.nowMs - (askedMs + m_state.contactMs) / 2;
    m_state.catalogue = theirs.catalogue;
    m_disputed = theirs.yours ? theirs.yours->last.seq : 0;
    answer(m_exchange.judged(theirs), [this, theirs](std::monostate) {
        // Not merged with what was known: who lost data says so here, and gets them again.
        m_peerOrigin = theirs.origin;
        m_theirs = theirs.has;
        m_offered = theirs.offers;
        m_offered.set(m_store.origin(), 0);
        keepVector();
        proceed();
    });
}

void SyncEngine::proceed()
{
    if (!mayWork()) {
        return;
    }
    m_gather.stop();
    if (!m_way) {
        m_way = std::make_shared<Conversation>();
    }
    m_way->changed = false;
    answer(m_store.ask(storage::VersionVectorNow{}), [this](const VersionVector &ours) {
        m_ours = ours;
        fill();
    });
}

void SyncEngine::fill()
{
    if (!m_way) {
        return;
    }
    while (takeNext()) {
    }
    while (giveNext()) {
    }
    if (m_way->giving > 0 || m_way->making || !m_way->coming.isEmpty()) {
        tell(SyncState::Phase::Exchanging);
        return;
    }
    m_way->changed ? proceed() : finish();
}

bool SyncEngine::giveNext()
{
    if (m_way->making || m_way->giving >= m_options.inFlight) {
        return false;
    }
    for (const SeqRange &range : m_theirs.missingFrom(m_ours)) {
        Wanted wanted{range.origin, qMax(range.first, m_way->sentTo.value(range.origin) + 1), range.last, {}};
        if (m_way->asideGiving.contains(range.origin) || wanted.first > wanted.last) {
            continue;
        }
        if (range.origin != m_store.origin()) {
            // Of another's log the next stretch depends on which of it arrived.
            if (m_way->going.value(range.origin) > 0) {
                continue;
            }
            if (const quint64 heldFrom = m_heldFrom.value(range.origin); heldFrom > wanted.first) {
                wanted.heldFrom = heldFrom;
            }
        }
        m_way->making = true;
        if (range.origin == m_store.origin()) {
            make(wanted);
        } else {
            answer(m_courier.passesOn(range.origin, m_theirs.highest(range.origin)), [this, wanted](const auto &) { make(wanted); });
        }
        return false; // one is made at a time: where the next begins is known when it is
    }
    return false;
}

void SyncEngine::make(const Wanted &wanted)
{
    answer(
        m_exchange.made(wanted, m_batchBytes),
        [this, origin = wanted.origin](const Exchange::Made &made) {
            m_way->making = false;
            send(origin, made);
        },
        [this, origin = wanted.origin](const PeerFailure &failure) {
            m_way->making = false;
            m_way->asideGiving.insert(origin);
            m_way->remember(failure);
            fill();
        });
}

void SyncEngine::send(const Id &origin, const Exchange::Made &made)
{
    if (made.batch.isEmpty()) {
        m_way->asideGiving.insert(origin); // nothing of it would be believed
        fill();
        return;
    }
    if (made.first <= qMax(m_theirs.highest(origin), m_way->sentTo.value(origin)) + 1) {
        m_way->sentTo[origin] = qMax(made.last, m_way->sentTo.value(origin));
    }
    ++m_way->going[origin];
    ++m_way->giving;
    answer(
        m_peer->give(made.batch), [this, origin, first = made.first](const Receipt &receipt) { receipted(origin, first, receipt); },
        [this, origin](const PeerFailure &failure) {
            m_state.contactMs = now();
            m_heldFrom.remove(origin);
            if (failure.error.code == ErrorCode::FileTooLarge && m_batchBytes > LeastBatchBytes) {
                // Somebody on the way lets only less through than the peer itself would: smaller then.
                m_batchBytes = qMax(LeastBatchBytes, m_batchBytes / 2);
                m_way->sentTo.remove(origin);
            } else {
                m_way->asideGiving.insert(origin);
                m_way->remember(failure);
            }
            m_way->given(origin);
            fill();
        });
    fill();
}

void SyncEngine::receipted(const Id &origin, quint64 first, const Receipt &receipt)
{
    m_state.contactMs = now();
    if (receipt.has.highest(m_store.origin()) > m_ours.highest(m_store.origin())) {
        fail(PeerFailure{{ErrorCode::PeerNonsense, QStringLiteral("it has more of this log than was written")}});
        return;
    }
    m_theirs.merge(receipt.has);
    if (receipt.stored > 0) {
        m_backoff.succeeded(); // however short the line stays up, it gets on
        m_batchBytes = qMin(m_options.batchBytes, m_batchBytes * 2);
    }
    if (receipt.otherHead && receipt.otherHead->last.origin == m_store.origin()) {
        answer(m_store.stopIfCloned(*receipt.otherHead), [this](bool cloned) {
            if (cloned) {
                stop({ErrorCode::OriginForked, m_store.origin().toString()});
            } else {
                fail(PeerFailure{{ErrorCode::PeerNonsense, QStringLiteral("a head this store's key did not sign")}});
            }
        });
        return; // still under way, so that the conversation lasts until the proof was looked at
    }
    if (first > m_theirs.highest(origin) + 1) {
        m_heldFrom[origin] = first;
    } else {
        m_heldFrom.remove(origin);
    }
    if (!receipt.refused.isEmpty()) {
        const Error &error = receipt.refused.constFirst().error;
        m_way->remember(PeerFailure{error});
        // One entry of our own that is not taken keeps back none of those after it. Of another's log they would not be taken either.
        if (origin != m_store.origin() || error.code == ErrorCode::OriginForked) {
            m_heldFrom.remove(origin);
            m_way->asideGiving.insert(origin);
        }
    }
    m_way->given(origin);
    fill();
}

bool SyncEngine::takeNext()
{
    if (m_way->coming.size() >= m_options.inFlight) {
        return false;
    }
    for (const SeqRange &range : m_ours.missingFrom(m_offered)) {
        if (m_way->coming.contains(range.origin) || m_way->asideTaking.contains(range.origin)) {
            continue;
        }
        m_way->coming.insert(range.origin);
        answer(m_exchange.lacking(range), [this, origin = range.origin](const Wanted &wanted) { take(origin, wanted); });
        return true;
    }
    return false;
}

void SyncEngine::take(const Id &origin, const Wanted &wanted)
{
    const Refuse refuse = [this, origin](const PeerFailure &failure) {
        m_way->remember(failure);
        came(origin, false);
    };
    answer(
        m_peer->take(wanted),
        [this, origin, wanted, refuse](const QByteArray &batch) {
            m_state.contactMs = now();
            if (batch.isEmpty()) {
                came(origin, false);
                return;
            }
            answer(
                m_exchange.taken(batch, wanted), [this, origin, wanted](const Exchange::Took &took) { arrived(origin, wanted, took); }, refuse);
        },
        refuse);
}

void SyncEngine::arrived(const Id &origin, const Wanted &wanted, const Exchange::Took &took)
{
    if (!took.receipt.refused.isEmpty()) {
        m_way->remember(PeerFailure{took.receipt.refused.constFirst().error});
    }
    // What lies in the gap is new, however little: whoever sends what is held already could do so for ever.
    const bool isInGap = took.first > wanted.first && took.last < wanted.heldFrom.value_or(wanted.last + 1) && took.receipt.stored > 0;
    // Against what was held when it was asked for: what is known of this store may have been counted anew after the stretch was stored.
    const bool advanced = took.receipt.has.highest(origin) >= wanted.first || isInGap;
    m_ours.merge(took.receipt.has);
    came(origin, advanced && took.receipt.refused.isEmpty());
}

void SyncEngine::came(const Id &origin, bool isMore)
{
    m_way->coming.remove(origin);
    if (!isMore) {
        m_way->asideTaking.insert(origin);
    }
    fill();
}

void SyncEngine::finish()
{
    const bool greetingDue = m_way->greetingDue;
    m_state.failure = m_way->refused ? std::optional(m_way->refused->error) : std::nullopt;
    m_state.faultSaid = m_way->refused ? m_way->refused->fault : std::nullopt;
    const bool isWhole = m_way->asideGiving.isEmpty() && m_way->asideTaking.isEmpty();
    m_way.reset();
    int restMs = m_options.restMs;
    if (m_state.failure && !isWhole) {
        // What was damaged on its way is not left lying as long as what is refused for good, which costs more and more seldom a question.
        restMs = qMin(restMs, m_backoff.next(chance(), std::nullopt));
    } else if (!m_filesFailed) {
        m_backoff.succeeded();
    }
    m_state.failures = m_filesFailed ? m_state.failures : 0;
    keepVector();
    m_courier.run(m_theirs, m_offered);
    tell(SyncState::Phase::Resting);
    if (greetingDue) {
        converse();
    } else if (!m_rest.isActive() || m_rest.remainingTime() > restMs) {
        m_rest.start(restMs); // from the greeting on: a desk that records all the time must hear of the other side too
    }
}

// What was said of entries alone does not shorten the wait of files that fail each time.
void SyncEngine::filesGetOn()
{
    if (std::exchange(m_filesFailed, false)) {
        m_backoff.succeeded();
        m_state.failures = 0;
    }
}

void SyncEngine::filesDone(const std::optional<PeerFailure> &failure)
{
    if (failure && !m_way) {
        m_filesFailed = true;
        fail(*failure);
        return;
    }
    if (!failure) {
        filesGetOn();
    }
    if (!failure && !m_courier.owes() && m_theirs.highest(m_store.origin()) >= m_ours.highest(m_store.origin())) {
        m_state.deliveredMs = now();
    }
    tell(m_state.phase);
}

void SyncEngine::fail(const PeerFailure &failure)
{
    if (m_way && m_way->changed) {
        m_gather.start(m_options.gatherMs); // what was recorded meanwhile still counts as waiting
    }
    if (m_way && m_way->giving > 0 && isOfASlowLine(failure.error.code)) {
        m_batchBytes = qMax(LeastBatchBytes, m_batchBytes / 2);
    }
    const bool wasWoken = m_way && m_way->greetingDue; // the line came back, or a person asked, while this was about to fail
    m_way.reset();
    m_courier.stop();
    m_peer->cancel();
    m_state.failure = failure.error;
    if (failure.error.code == ErrorCode::OriginForked) {
        m_state.failure->code = ErrorCode::PeerNonsense; // for which a desk would stop for good: never by a word
    }
    m_state.faultSaid = failure.fault;
    const int backoffMs = m_backoff.next(chance(), failure.retryAfterMs);
    const int waitMs = wasWoken ? failure.retryAfterMs.value_or(0) : backoffMs;
    m_state.failures = m_backoff.failures();
    m_state.nextTryMs = now() + waitMs;
    m_retry.start(waitMs);
    tell(SyncState::Phase::Waiting);
}

void SyncEngine::stop(const Error &error)
{
    m_way.reset();
    m_courier.stop();
    m_peer->cancel();
    endTimers();
    m_state.failure = error;
    m_state.faultSaid.reset();
    tell(SyncState::Phase::Stopped);
    showOtherBranch();
}

// The machine whose entries the peer holds has to stop as well, and needs for it what this one signed. Nobody waits for what becomes of it.
void SyncEngine::showOtherBranch()
{
    if (m_disputed == 0) {
        return;
    }
    await(this, m_store.ask(storage::VersionVectorNow{}), [this](const Result<VersionVector> &ours) {
        const quint64 last = ours ? ours->highest(m_store.origin()) : 0;
        await(this, m_exchange.made({m_store.origin(), qMin(m_disputed, last), last, {}}), [this](const Result<Exchange::Made> &made) {
            if (made && !made->batch.isEmpty()) {
                (void)m_peer->give(made->batch);
            }
        });
    });
}

void SyncEngine::tell(SyncState::Phase phase)
{
    SyncState next = m_state;
    next.phase = phase;
    const quint64 own = m_ours.highest(m_store.origin());
    if (own > 0) {
        next.waiting = own - qMin(own, m_theirs.highest(m_store.origin()));
    }
    next.files = m_courier.files();
    next.fileBytes = m_courier.bytes();
    next.filesDue = m_courier.isAtWork();
    next.coming = 0;
    for (const SeqRange &range : m_ours.missingFrom(m_offered)) {
        next.coming += qMin(range.size(), ~quint64{0} - next.coming);
    }
    next.nextTryMs = phase == SyncState::Phase::Waiting ? next.nextTryMs : 0;
    m_state = next;
    Q_EMIT changed(m_state);
}

void SyncEngine::keepVector()
{
    // Of the logs that are here: of others nothing is ever asked, and whoever makes logs up would have them kept.
    VersionVector known;
    for (auto it = m_theirs.origins().cbegin(); it != m_theirs.origins().cend(); ++it) {
        if (m_ours.highest(it.key()) > 0 || it.key() == m_store.origin()) {
            known.set(it.key(), it.value());
        }
    }
    if (known != m_kept) {
        m_kept = known;
        // Nobody waits for it: what is known of the peer is asked for anew at every greeting, this is for whoever looks while there is no line.
        (void)m_store.keepPeerVector(m_peer->name(), known);
    }
}

} // namespace motcua::sync
