// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/CentreLink.h"

#include "app/storage/Await.h"
#include "app/storage/HouseQueries.h"
#include "app/sync/SyncEngine.h"
#include "app/workflows/JournalLaw.h"

#include <QDateTime>
#include <QtConcurrent/QtConcurrentRun>

namespace motcua {

/** What was read of the store, and where that is new, what speaks to the centre. */
struct CentreLink::Prepared
{
    Result<QByteArray> kept = QByteArray();
    bool isOther = false;
    Result<std::shared_ptr<sync::Peer>> peer = std::shared_ptr<sync::Peer>();
    Result<journal::SharePolicy> policy = journal::SharePolicy();
};

CentreLink::CentreLink(Setup setup, QObject *parent)
    : QObject(parent)
    , m_setup(std::move(setup))
{
    m_reads.setSingleShot(true);
    m_reads.setInterval(m_setup.settlesMs);
    connect(&m_reads, &QTimer::timeout, this, &CentreLink::read);
}

CentreLink::~CentreLink()
{
    end();
}

qint64 CentreLink::now() const
{
    return m_setup.now ? m_setup.now() : QDateTime::currentMSecsSinceEpoch();
}

void CentreLink::begin(const storage::Store &store)
{
    if (m_store && m_store->news() == store.news()) {
        m_store = store;
        read();
        return;
    }
    end();
    m_store = store;
    m_guest = std::make_unique<QObject>();
    connect(store.news(), &storage::StoreNews::changed, m_guest.get(), [this](const QList<Id> &subjects) {
        if (subjects.isEmpty() && !m_reads.isActive()) {
            m_reads.start(); // another program wrote: perhaps that this desk joined, or left
        }
    });
    connect(store.news(), &storage::StoreNews::engineHeld, m_guest.get(), [this] { draw(); });
    read();
}

void CentreLink::end()
{
    drop();
    m_guest.reset();
    m_store.reset();
    m_reads.stop();
    m_kept.clear();
    m_broken.reset();
    m_isReading = m_readAgain = false;
    draw();
}

// What waits for the centre goes with its engine; the connections themselves are ended on a thread of their own.
void CentreLink::drop()
{
    m_engine.reset();
    if (m_peer) {
        (void)QtConcurrent::run([peer = std::exchange(m_peer, nullptr)]() mutable { peer.reset(); });
    }
}

void CentreLink::read()
{
    if (!m_store) {
        return;
    }
    if (m_isReading) {
        m_readAgain = true;
        return;
    }
    m_isReading = true;
    const QFuture<std::shared_ptr<Prepared>> reading = QtConcurrent::run([store = *m_store, known = m_kept, resources = m_setup.resources, peer = m_setup.peer] {
        auto prepared = std::make_shared<Prepared>();
        const auto kept = store.ask(storage::Setting{setting()}).result();
        prepared->kept = kept ? Result<QByteArray>(kept->value_or(QByteArray())) : kept.error();
        prepared->isOther = prepared->kept && *prepared->kept != known;
        if (prepared->isOther && !prepared->kept->isEmpty()) {
            prepared->policy = sharePolicyIn(resources);
            prepared->peer = peer(store, *prepared->kept);
        }
        return prepared;
    });
    await(m_guest.get(), reading, [this](const std::shared_ptr<Prepared> &prepared) {
        m_isReading = false;
        take(*prepared);
        if (std::exchange(m_readAgain, false)) {
            read();
        }
    });
}

void CentreLink::take(const Prepared &prepared)
{
    if (!prepared.kept || !prepared.isOther) {
        return; // the store tells its own faults; what was known holds
    }
    drop();
    m_kept = *prepared.kept;
    m_broken.reset();
    if (!m_kept.isEmpty() && (!prepared.policy || !prepared.peer)) {
        m_broken = prepared.policy ? prepared.peer.error() : prepared.policy.error();
    } else if (!m_kept.isEmpty()) {
        m_peer = *prepared.peer;
        m_engine = std::make_unique<sync::SyncEngine>(*m_store, *prepared.policy, m_peer,
            sync::SyncOptions{.gatherMs = m_setup.settlesMs, .restMs = m_setup.restMs, .firstWaitMs = m_setup.firstWaitMs, .longestWaitMs = m_setup.longestWaitMs, .now = m_setup.now});
        connect(m_engine.get(), &sync::SyncEngine::changed, this, &CentreLink::draw);
        m_engine->begin();
    }
    draw();
}

void CentreLink::draw()
{
    CentreStanding standing;
    standing.isThere = !m_kept.isEmpty();
    standing.failure = m_broken;
    if (m_engine) {
        const sync::SyncState &state = m_engine->state();
        standing.isElsewhere = state.phase == sync::SyncState::Phase::Off;
        standing.contactMs = state.contactMs;
        standing.waiting = static_cast<qint64>(state.waiting);
        standing.failure = state.failure;
    }
    if (standing.failure) {
        standing.sinceMs = m_standing.failure ? m_standing.sinceMs : now();
    }
    if (standing != m_standing) {
        m_standing = standing;
        Q_EMIT changed();
    }
}

} // namespace motcua
