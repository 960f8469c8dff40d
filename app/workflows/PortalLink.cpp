// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/PortalLink.h"

#include "app/storage/Await.h"
#include "app/storage/HouseQueries.h"
#include "app/sync/CatalogueCourier.h"
#include "app/workflows/Enrolment.h"
#include "app/workflows/JournalLaw.h"
#include "app/workflows/Lawbook.h"
#include "app/workflows/PortalSetup.h"
#include "app/workflows/StoreFolder.h"

#include <QDateTime>
#include <QFileInfo>
#include <QtConcurrent/QtConcurrentRun>

namespace motcua {

namespace {

PortalStanding::Phase phaseOf(sync::SyncState::Phase phase)
{
    switch (phase) {
    case sync::SyncState::Phase::Off:
        return PortalStanding::Phase::Elsewhere;
    case sync::SyncState::Phase::Exchanging:
        return PortalStanding::Phase::Exchanging;
    case sync::SyncState::Phase::Resting:
        return PortalStanding::Phase::Resting;
    case sync::SyncState::Phase::Waiting:
        return PortalStanding::Phase::Waiting;
    case sync::SyncState::Phase::Paused:
        return PortalStanding::Phase::Paused;
    case sync::SyncState::Phase::Stopped:
        break;
    }
    return PortalStanding::Phase::Stopped;
}

} // namespace

/** What was read of the store, and where that says so, what speaks to another portal than before. */
struct PortalLink::Prepared
{
    Result<KeptPortal> kept = KeptPortal();
    bool isOther = false;
    Result<std::shared_ptr<sync::Peer>> peer = std::shared_ptr<sync::Peer>();
    Result<std::shared_ptr<sync::CatalogueSource>> catalogue = std::shared_ptr<sync::CatalogueSource>();
    Result<journal::SharePolicy> policy = journal::SharePolicy();
};

PortalLink::PortalLink(PortalSetup setup, QObject *parent)
    : QObject(parent)
    , m_setup(std::make_unique<const PortalSetup>(std::move(setup)))
{
    for (QTimer *timer : {&m_reads, &m_draws, &m_keeps}) {
        timer->setSingleShot(true);
        timer->setInterval(m_setup->settlesMs);
    }
    m_keeps.setInterval(m_setup->keptMs);
    m_renews.setInterval(m_setup->renewalMs);
    connect(&m_reads, &QTimer::timeout, this, &PortalLink::read);
    connect(&m_draws, &QTimer::timeout, this, &PortalLink::draw);
    connect(&m_keeps, &QTimer::timeout, this, &PortalLink::keep);
    connect(&m_renews, &QTimer::timeout, this, &PortalLink::renewIfEnding);
}

PortalLink::~PortalLink()
{
    end();
}

qint64 PortalLink::now() const
{
    return m_setup->options.now ? m_setup->options.now() : QDateTime::currentMSecsSinceEpoch();
}

void PortalLink::begin(const storage::Store &store)
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
        // Of another program nobody knows what it wrote: perhaps whether to go on, or with whom.
        if (subjects.isEmpty() && !m_reads.isActive()) {
            m_reads.start();
        }
        if (!m_draws.isActive()) {
            m_draws.start();
        }
    });
    connect(store.news(), &storage::StoreNews::engineHeld, m_guest.get(), [this] { m_draws.start(); });
    m_renews.start();
    read();
}

void PortalLink::end()
{
    if (m_store && m_last != m_lastKept) {
        keep();
    }
    drop();
    m_enrolment.reset();
    m_guest.reset();
    m_store.reset();
    for (QTimer *timer : {&m_reads, &m_draws, &m_keeps, &m_renews}) {
        timer->stop();
    }
    m_kept = {};
    m_broken.reset();
    m_count = {};
    m_last = m_lastKept = {};
    m_writing = 0;
    m_isStale = m_isReading = m_readAgain = m_isCounting = m_countAgain = m_isRenewing = false;
    show({});
}

// What waits for the portal goes with its engine; the client itself waits for its thread, and not here.
void PortalLink::drop()
{
    m_engine.reset();
    m_courier.reset();
    if (m_peer || m_catalogue) {
        (void)QtConcurrent::run([peer = std::exchange(m_peer, nullptr), catalogue = std::exchange(m_catalogue, nullptr)]() mutable {
            peer.reset();
            catalogue.reset();
        });
    }
}

void PortalLink::read()
{
    if (!m_store) {
        return;
    }
    if (m_isReading || m_writing > 0) {
        m_readAgain = true;
        return;
    }
    m_isReading = true;
    const QFuture<std::shared_ptr<Prepared>> reading = QtConcurrent::run(
        [store = *m_store, known = m_kept.bytes, resources = m_setup->resources, peer = m_setup->peer, catalogue = m_setup->catalogue] {
            auto prepared = std::make_shared<Prepared>();
            prepared->kept = KeptPortal::of(store);
            if (prepared->kept && prepared->kept->bytes != known) {
                prepared->isOther = true;
                if (prepared->kept->access) {
                    prepared->policy = sharePolicyIn(resources);
                    prepared->peer = peer(*prepared->kept->access);
                    if (catalogue) {
                        prepared->catalogue = catalogue(*prepared->kept->access);
                    }
                }
            }
            return prepared;
        });
    await(m_guest.get(), reading, [this](const std::shared_ptr<Prepared> &prepared) {
        m_isReading = false;
        const bool isStale = std::exchange(m_isStale, false);
        if (!isStale) {
            if (prepared->kept && !prepared->isOther) {
                prepared->kept->access = m_kept.access; // whose token remembers that its PIN was wrong
            }
            take(*prepared);
        }
        if (std::exchange(m_readAgain, false) || isStale) {
            read();
        }
    });
}

void PortalLink::take(const Prepared &prepared)
{
    if (!prepared.kept) {
        return; // the store tells its own faults; what was known holds
    }
    // Nothing written there is a word as well: by it what was there before is told from what is written later.
    const QByteArray woken = prepared.kept->woken.isEmpty() ? QByteArray("0") : prepared.kept->woken;
    const bool isWoken = !m_kept.woken.isEmpty() && woken != m_kept.woken;
    const bool isFirst = m_kept.bytes.isEmpty();
    m_kept = *prepared.kept;
    m_kept.woken = woken;
    if (isFirst) {
        m_last = m_lastKept = m_kept.last;
    }
    if (prepared.isOther) {
        build(prepared);
    }
    if (m_engine) {
        m_engine->setPaused(m_kept.pausedMs != 0);
        if (m_courier) {
            m_courier->setPaused(m_kept.pausedMs != 0);
        }
        if (isWoken) {
            m_engine->wake();
        }
    }
    renewIfEnding();
    draw();
}

void PortalLink::build(const Prepared &prepared)
{
    drop();
    m_broken.reset();
    if (m_kept.bytes.isEmpty()) {
        return;
    }
    if (!m_kept.access) {
        m_broken = Error{ErrorCode::PortalMissing, QStringLiteral("access")};
    } else if (m_kept.access->desk != m_store->origin()) {
        m_broken = Error{ErrorCode::DeskUnknown, QStringLiteral("the certificate is of the log before this one")};
    } else if (!prepared.policy) {
        m_broken = prepared.policy.error();
    } else if (!prepared.peer) {
        m_broken = prepared.peer.error();
    }
    if (m_broken) {
        return;
    }
    m_peer = *prepared.peer;
    m_engine = std::make_unique<sync::SyncEngine>(*m_store, *prepared.policy, m_peer, m_setup->options);
    connect(m_engine.get(), &sync::SyncEngine::changed, this, [this] {
        if (!m_draws.isActive()) {
            m_draws.start();
        }
    });
    if (!m_line && m_setup->line) {
        m_line = m_setup->line();
        connect(m_line.get(), &Line::changed, this, [this] {
            if (m_engine) {
                m_engine->wake();
            }
        });
    }
    m_engine->setPaused(m_kept.pausedMs != 0);
    sendCourier(prepared);
    m_engine->begin();
}

/** Who fetches the portal's catalogue package; off once the portal was heard. */
void PortalLink::sendCourier(const Prepared &prepared)
{
    m_isCourierSent = false;
    if (!prepared.catalogue || !*prepared.catalogue) {
        return;
    }
    sync::CatalogueErrand errand{.shelf = StoreFolder(QFileInfo(m_store->path()).absolutePath()).law(),
        .portal = m_kept.access->portal,
        .portalKey = m_kept.access->portalKey,
        .mostBytes = CataloguePackage::MostBytes,
        .restMs = m_setup->catalogueMs};
    // Nothing is kept that the program could not start with.
    const auto prices = m_store->isTraining() ? Lawbook::Prices::Invented : Lawbook::Prices::Real;
    errand.check = [resources = m_setup->resources, prices](const QByteArray &bytes) -> Result<> {
        const Result<CataloguePackage> package = CataloguePackage::fromJson(bytes);
        if (!package) {
            return package.error();
        }
        const Result<Lawbook, QList<Error>> law = Lawbook::loadWith(resources, prices, *package);
        return law ? Result<>() : Result<>(law.error().constFirst());
    };
    m_catalogue = *prepared.catalogue;
    m_courier = std::make_unique<sync::CatalogueCourier>(m_catalogue, std::move(errand));
    m_courier->setPaused(m_kept.pausedMs != 0);
    connect(m_courier.get(), &sync::CatalogueCourier::kept, this, [this] { keepCatalogue({}); });
    connect(m_courier.get(), &sync::CatalogueCourier::rested, this, [this] { keepCatalogue({}); });
    connect(m_courier.get(), &sync::CatalogueCourier::failed, this, [this](const Error &error) { keepCatalogue(error); });
}

/** How it went, for other programs of the store. */
void PortalLink::keepCatalogue(const std::optional<Error> &failure)
{
    const LastCatalogue last{now(), failure ? errorName(failure->code) : QString(), failure ? failure->detail.left(500) : QString(), failure ? 0 : now()};
    if (!failure) {
        (void)m_store->keepSetting(KeptPortal::catalogueSetting(), last.toJson());
        Q_EMIT changed();
        return;
    }
    // When it last went well stays: by that the age of the law is told.
    await(m_guest.get(), m_store->ask(storage::Setting{KeptPortal::catalogueSetting()}), [this, last](const Result<std::optional<QByteArray>> &before) {
        LastCatalogue now = last;
        now.heardMs = LastCatalogue::fromJson(before ? before->value_or(QByteArray()) : QByteArray()).heardMs;
        (void)m_store->keepSetting(KeptPortal::catalogueSetting(), now.toJson());
        Q_EMIT changed();
    });
}

bool PortalLink::isFetching() const
{
    return m_courier && m_courier->isBusy();
}

void PortalLink::tryNow()
{
    if (m_engine) {
        m_engine->wake();
        draw();
    }
    read();
}

void PortalLink::setPaused(bool paused)
{
    if (!m_store || (m_kept.pausedMs != 0) == paused) {
        return;
    }
    m_kept.pausedMs = paused ? now() : 0;
    m_isStale = m_isReading; // else what stood there before would count again for a moment
    ++m_writing;
    const QByteArray since = paused ? QByteArray::number(m_kept.pausedMs) : QByteArray();
    await(m_guest.get(), m_store->keepSetting(KeptPortal::pausedSetting(), since), [this](const Result<> &) {
        if (--m_writing == 0 && std::exchange(m_readAgain, false)) {
            read();
        }
    });
    if (m_engine) {
        m_engine->setPaused(paused);
    }
    if (m_courier) {
        m_courier->setPaused(paused);
    }
    draw();
}

void PortalLink::count()
{
    if (m_isCounting) {
        m_countAgain = true;
        return;
    }
    m_isCounting = true;
    await(m_guest.get(), m_store->ask(storage::OutboxCount{KeptPortal::peer()}), [this](const Result<storage::OutboxCount::Count> &count) {
        m_isCounting = false;
        const bool isOther = count
            && (count->waiting != m_count.waiting || count->oldestWaitingMs != m_count.oldestWaitingMs || count->needsAttention != m_count.needsAttention
                || count->inConflict != m_count.inConflict);
        if (count) {
            m_count = *count;
        }
        if (std::exchange(m_countAgain, false) || isOther) {
            draw();
        }
    });
}

/** What the engine says now, into what is remembered of it. */
void PortalLink::note()
{
    using Phase = sync::SyncState::Phase;
    const sync::SyncState &state = m_engine->state();
    m_last.contactMs = std::max(m_last.contactMs, state.contactMs);
    m_last.deliveredMs = std::max(m_last.deliveredMs, state.deliveredMs);
    if (state.failure && (state.phase == Phase::Waiting || state.phase == Phase::Stopped)) {
        m_last.failingMs = m_last.failingMs != 0 ? m_last.failingMs : now();
        m_last.failure = errorName(state.failure->code);
        m_last.fault = faultName(state.fault());
    } else if (state.phase == Phase::Resting) {
        m_last.failingMs = 0;
        m_last.failure.clear();
        m_last.fault.clear();
    }
    if (m_last != m_lastKept && !m_keeps.isActive()) {
        keep();
        m_keeps.start();
    }
}

// Written behind, and not for every batch: whoever reads it wants to know about when.
void PortalLink::keep()
{
    if (m_store && m_last != m_lastKept) {
        m_lastKept = m_last;
        (void)m_store->keepSetting(KeptPortal::lastSetting(), m_last.toJson());
    }
}

void PortalLink::draw()
{
    if (!m_store) {
        show({});
        return;
    }
    count();
    if (m_kept.bytes.isEmpty()) {
        PortalStanding none;
        none.inConflict = m_count.inConflict; // what came in from a disk contradicts as well
        show(none);
        return;
    }
    PortalStanding standing;
    standing.waiting = m_count.waiting;
    standing.oldestMs = m_count.oldestWaitingMs;
    standing.needsAttention = m_count.needsAttention;
    standing.inConflict = m_count.inConflict;
    if (m_kept.access) {
        standing.host = m_kept.access->address.host();
        standing.certificateUntilMs = m_kept.access->untilMs;
        standing.isEnding = m_kept.access->isEnding(now());
    }
    if (m_engine) {
        note();
        const sync::SyncState &state = m_engine->state();
        if (m_courier && state.contactMs != 0) {
            m_isCourierSent ? m_courier->hear(state.catalogue) : m_courier->begin();
            m_isCourierSent = true;
        }
        standing.phase = phaseOf(state.phase);
        // One that tries anew has not succeeded yet: the line does not come and go.
        if (standing.phase == PortalStanding::Phase::Exchanging && m_last.failingMs != 0) {
            standing.phase = PortalStanding::Phase::Waiting;
        }
        if (standing.phase == PortalStanding::Phase::Elsewhere && m_kept.pausedMs != 0) {
            standing.phase = PortalStanding::Phase::Paused;
        } else if (standing.phase == PortalStanding::Phase::Paused && m_kept.pausedMs == 0) {
            standing.phase = PortalStanding::Phase::Elsewhere;
        }
        if (standing.phase != PortalStanding::Phase::Elsewhere && state.contactMs != 0) {
            standing.waiting = static_cast<qint64>(state.waiting); // it hears before the store is told
        }
        standing.files = state.files;
        standing.fileBytes = state.fileBytes;
        standing.filesDue = state.filesDue;
        standing.tries = state.failures;
        standing.nextTryMs = state.nextTryMs;
        standing.failure = state.failure;
        standing.fault = state.failure ? faultNamed(faultName(state.fault())) : PortalVerdict::Fault::Unknown;
    } else {
        standing.phase = PortalStanding::Phase::Stopped;
        standing.failure = m_broken;
        standing.fault = PortalVerdict::Fault::Desk;
    }
    standing.contactMs = m_last.contactMs;
    standing.deliveredMs = m_last.deliveredMs;
    standing.sinceMs = standing.phase == PortalStanding::Phase::Paused ? m_kept.pausedMs : m_last.failingMs;
    show(standing);
}

void PortalLink::show(const PortalStanding &standing)
{
    if (standing != m_standing) {
        m_standing = standing;
        Q_EMIT changed();
    }
}

// Long before the end, so that a portal that is away for a week keeps nobody out.
void PortalLink::renewIfEnding()
{
    if (m_isRenewing || !m_engine || !m_kept.access || !m_kept.access->isEnding(now()) || m_kept.pausedMs != 0 || !m_store->holdsEngine()) {
        return;
    }
    m_isRenewing = true;
    if (!m_setup->renew) {
        m_enrolment = std::make_unique<Enrolment>(*m_store, m_setup->options.now);
    }
    const QFuture<Result<PortalAccess>> renewing = m_setup->renew ? m_setup->renew(*m_store, *m_kept.access) : m_enrolment->renew(*m_kept.access);
    await(m_guest.get(), renewing, [this](const Result<PortalAccess> &renewed) {
        m_isRenewing = false;
        if (renewed) {
            read();
        }
    });
}

} // namespace motcua
