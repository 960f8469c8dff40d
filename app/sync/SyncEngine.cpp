// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/SyncEngine.h"

#include "app/storage/JournalQueries.h"

#include <QDateTime>
#include <QFutureWatcher>
#include <QRandomGenerator>
#include <QSet>

namespace motcua::sync {

using journal::SeqRange;
using journal::VersionVector;

/** One conversation: what is on its way in it. Gone when it ends, and with it whoever waits for an answer of it. */
struct SyncEngine::Way
{
    QHash<Id, quint64> sentTo = {}; ///< by log, up to where it was sent from its beginning on
    QHash<Id, quint64> heldFrom = {}; ///< by log that is sent backwards, from where on the peer has it
    QHash<Id, int> going = {}; ///< by log, batches given and not answered
    QSet<Id> coming = {}; ///< logs of which a batch was asked for
    QSet<Id> asideGiving = {}; ///< logs of which the peer takes no more for now
    QSet<Id> asideTaking = {};
    bool making = false;
    int inFlight = 0;
    bool changed = false; ///< something was recorded meanwhile
    bool greetingDue = false; ///< the peer should be asked again what it has, as soon as this is done
};

template <typename T, typename E, typename Receive>
void SyncEngine::answer(const QFuture<Result<T, E>> &future, Receive receive)
{
    auto *watcher = new QFutureWatcher<Result<T, E>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, way = std::weak_ptr<Way>(m_way), receive = std::move(receive)]() mutable {
        watcher->deleteLater();
        if (way.expired() || way.lock() != m_way) {
            return;
        }
        if (watcher->future().resultCount() == 0) {
            fail(Error{ErrorCode::Closed, {}});
            return;
        }
        const Result<T, E> result = watcher->result();
        if (!result) {
            fail(result.error());
            return;
        }
        receive(*result);
    });
    watcher->setFuture(future);
}

SyncEngine::SyncEngine(const storage::Store &store, const journal::SharePolicy &policy, std::shared_ptr<Peer> peer, SyncOptions options, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_peer(std::move(peer))
    , m_options(std::move(options))
    , m_exchange(store, policy, m_peer->role(), {}, m_options.now)
    , m_backoff(m_options.firstWaitMs, m_options.longestWaitMs)
{
    for (QTimer *timer : {&m_gather, &m_rest, &m_retry, &m_pace}) {
        timer->setSingleShot(true);
    }
    connect(&m_gather, &QTimer::timeout, this, [this] { m_state.phase == SyncState::Phase::Resting ? proceed() : count(); });
    connect(&m_rest, &QTimer::timeout, this, [this] { m_way ? void(m_way->greetingDue = true) : converse(); });
    connect(&m_retry, &QTimer::timeout, this, &SyncEngine::converse);
    connect(&m_pace, &QTimer::timeout, this, &SyncEngine::fill);
}

SyncEngine::~SyncEngine() = default;

qint64 SyncEngine::now() const
{
    return m_options.now ? m_options.now() : QDateTime::currentMSecsSinceEpoch();
}

void SyncEngine::begin()
{
    connect(m_store.news(), &storage::StoreNews::changed, this, &SyncEngine::storeChanged, Qt::UniqueConnection);
    connect(m_store.news(), &storage::StoreNews::engineHeld, this, [this](bool held) {
        if (held) {
            wake();
        } else if (m_state.phase != SyncState::Phase::Stopped) {
            m_way.reset();
            tell(SyncState::Phase::Off);
        }
    });
    // What the peer was last known to have: without a line the count of what waits has to begin from there.
    auto *watcher = new QFutureWatcher<Result<VersionVector>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0 && watcher->result() && m_theirs.isEmpty()) {
            m_theirs = *watcher->result();
        }
        count();
    });
    watcher->setFuture(m_store.ask(storage::PeerVector{m_peer->name()}));
    converse();
}

bool SyncEngine::mayWork() const
{
    return !m_paused && m_state.phase != SyncState::Phase::Stopped && m_store.holdsEngine();
}

void SyncEngine::wake()
{
    if (!m_way) {
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
        // What the peer has taken meanwhile it will say at the next greeting.
        m_way.reset();
        for (QTimer *timer : {&m_gather, &m_rest, &m_retry, &m_pace}) {
            timer->stop();
        }
        tell(SyncState::Phase::Paused);
    } else {
        converse();
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
    auto *watcher = new QFutureWatcher<Result<VersionVector>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0 && watcher->result()) {
            m_ours.merge(*watcher->result()); // a conversation may have begun meanwhile, and know more
            tell(m_state.phase);
        }
    });
    watcher->setFuture(m_store.ask(storage::VersionVectorNow{}));
}

void SyncEngine::converse()
{
    if (!mayWork() || m_way) {
        return;
    }
    m_rest.stop();
    m_retry.stop();
    m_way = std::make_shared<Way>();
    tell(SyncState::Phase::Exchanging);
    answer(m_exchange.greeting({}), [this](const Greeting &ours) {
        const qint64 askedMs = now();
        answer(m_peer->greet(ours), [this, askedMs](const Greeting &theirs) { greeted(theirs, askedMs); });
    });
}

void SyncEngine::greeted(const Greeting &theirs, qint64 askedMs)
{
    m_state.contactMs = now();
    // Half of what the question took has passed since they looked at their clock.
    m_state.clockOffMs = theirs.nowMs - (askedMs + m_state.contactMs) / 2;
    answer(m_exchange.judged(theirs), [this, theirs](std::monostate) {
        // Not merged with what was known: who lost data says so here, and gets them again.
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
        m_way = std::make_shared<Way>();
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
    if (m_way->inFlight > 0 || m_way->making || m_pace.isActive()) {
        tell(SyncState::Phase::Exchanging);
        return;
    }
    m_way->changed ? proceed() : finish();
}

bool SyncEngine::giveNext()
{
    const auto giving = m_way->inFlight - static_cast<int>(m_way->coming.size()); // what is taken must not keep back what is given
    if (m_way->making || giving >= m_options.inFlight || m_pace.isActive()) {
        return false;
    }
    if (const qint64 left = m_freeMs - now(); left > 0) {
        m_pace.start(static_cast<int>(left));
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
            if (const quint64 heldFrom = m_way->heldFrom.value(range.origin); heldFrom > wanted.first) {
                wanted.heldFrom = heldFrom;
            }
        }
        m_way->making = true;
        answer(m_exchange.made(wanted), [this, origin = range.origin](const Exchange::Made &made) {
            m_way->making = false;
            send(origin, made);
        });
        return false; // one is made at a time: where the next begins is known when it is
    }
    return false;
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
    } else {
        m_way->heldFrom[origin] = made.first;
    }
    ++m_way->going[origin];
    ++m_way->inFlight;
    if (m_options.bytesPerSecond > 0) {
        m_freeMs = qMax(m_freeMs, now()) + made.batch.size() * 1000 / m_options.bytesPerSecond;
    }
    answer(m_peer->give(made.batch), [this, origin](const Receipt &receipt) { receipted(origin, receipt); });
    fill();
}

void SyncEngine::receipted(const Id &origin, const Receipt &receipt)
{
    m_state.contactMs = now();
    if (receipt.has.highest(m_store.origin()) > m_ours.highest(m_store.origin())) {
        fail(Error{ErrorCode::PeerNonsense, QStringLiteral("it has more of this log than was written")});
        return;
    }
    m_theirs.merge(receipt.has);
    if (receipt.stored > 0) {
        m_backoff.succeeded(); // however short the line stays up, it gets on
    }
    if (receipt.otherHead && receipt.otherHead->last.origin == m_store.origin()) {
        answer(m_store.stopIfCloned(*receipt.otherHead), [this](bool cloned) {
            if (cloned) {
                stop({ErrorCode::OriginForked, m_store.origin().toString()});
            } else {
                fail(Error{ErrorCode::PeerNonsense, QStringLiteral("a head this store's key did not sign")});
            }
        });
        return; // still under way, so that the conversation lasts until the proof was looked at
    }
    --m_way->going[origin];
    --m_way->inFlight;
    if (!receipt.refused.isEmpty()) {
        m_way->asideGiving.insert(origin);
        remember(receipt.refused.constFirst().error);
    }
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
        ++m_way->inFlight;
        answer(m_peer->take({range.origin, range.first, range.last, {}}),
            [this, origin = range.origin](const QByteArray &batch) { arrived(origin, batch); });
        return true;
    }
    return false;
}

void SyncEngine::arrived(const Id &origin, const QByteArray &batch)
{
    m_state.contactMs = now();
    const auto settled = [this, origin](bool isMore) {
        m_way->coming.remove(origin);
        --m_way->inFlight;
        if (!isMore) {
            m_way->asideTaking.insert(origin);
        }
        fill();
    };
    if (batch.isEmpty()) {
        settled(false);
        return;
    }
    answer(m_exchange.taken(batch), [this, origin, settled](const Receipt &receipt) {
        if (!receipt.refused.isEmpty()) {
            remember(receipt.refused.constFirst().error);
        }
        const bool advanced = receipt.has.highest(origin) > m_ours.highest(origin) || receipt.stored > 0;
        m_ours.merge(receipt.has);
        settled(advanced && receipt.refused.isEmpty());
    });
}

void SyncEngine::finish()
{
    const bool wasRefused = !m_way->asideGiving.isEmpty() && m_state.failure;
    const bool greetingDue = m_way->greetingDue;
    m_way.reset();
    if (!wasRefused) {
        m_state.failure.reset();
        m_state.faultSaid.reset();
    }
    m_backoff.succeeded();
    m_state.failures = 0;
    m_state.deliveredMs = m_theirs.highest(m_store.origin()) >= m_ours.highest(m_store.origin()) ? now() : m_state.deliveredMs;
    keepVector();
    tell(SyncState::Phase::Resting);
    if (greetingDue) {
        converse();
    } else if (!m_rest.isActive()) {
        m_rest.start(m_options.restMs); // from the greeting on: a desk that records all the time must hear of the other side too
    }
}

void SyncEngine::remember(const Error &error, std::optional<Fault> said)
{
    m_state.failure = error;
    m_state.faultSaid = said;
}

void SyncEngine::fail(const PeerFailure &failure)
{
    if (failure.error.code == ErrorCode::OriginForked) {
        stop(failure.error);
        return;
    }
    if (m_way && m_way->changed) {
        m_gather.start(m_options.gatherMs); // what was recorded meanwhile still counts as waiting
    }
    m_way.reset();
    m_pace.stop();
    remember(failure.error, failure.fault);
    const double chance = m_options.chance ? m_options.chance() : QRandomGenerator::global()->generateDouble();
    const int waitMs = m_backoff.next(chance, failure.retryAfterMs);
    m_state.failures = m_backoff.failures();
    m_state.nextTryMs = now() + waitMs;
    m_retry.start(waitMs);
    tell(SyncState::Phase::Waiting);
}

void SyncEngine::stop(const Error &error)
{
    m_way.reset();
    for (QTimer *timer : {&m_gather, &m_rest, &m_retry, &m_pace}) {
        timer->stop();
    }
    remember(error);
    tell(SyncState::Phase::Stopped);
}

void SyncEngine::tell(SyncState::Phase phase)
{
    SyncState next = m_state;
    next.phase = phase;
    const quint64 own = m_ours.highest(m_store.origin());
    if (own > 0) {
        next.waiting = own - qMin(own, m_theirs.highest(m_store.origin()));
    }
    next.coming = 0;
    for (const SeqRange &range : m_ours.missingFrom(m_offered)) {
        next.coming += range.size();
    }
    next.nextTryMs = phase == SyncState::Phase::Waiting ? next.nextTryMs : 0;
    m_state = next;
    Q_EMIT changed(m_state);
}

void SyncEngine::keepVector()
{
    // Nobody waits for it: what is known of the peer is asked for anew at every greeting, this is for whoever looks while there is no line.
    (void)m_store.keepPeerVector(m_peer->name(), m_theirs);
}

} // namespace motcua::sync
