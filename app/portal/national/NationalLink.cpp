// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/national/NationalLink.h"

#include "app/portal/national/NationalClient.h"
#include "app/storage/PortalQueries.h"

#include <QDateTime>
#include <QFutureWatcher>

namespace motcua::national {

namespace {

constexpr int SettlesMs = 100; ///< after another program wrote something
constexpr int KeepsMs = 60'000; ///< how often what goes well is written down
constexpr int SoonMs = 200; ///< after something began or ceased to fail

} // namespace

NationalLink::NationalLink(
    const storage::Store &store, const NationalProfile &profile, NationalOptions options, HttpLimits limits, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_profile(profile)
    , m_options(std::move(options))
    , m_limits(limits)
{
    if (!m_options.now) {
        m_options.now = [] { return QDateTime::currentMSecsSinceEpoch(); };
    }
    m_reads.setSingleShot(true);
    m_reads.setInterval(SettlesMs);
    m_keeps.setSingleShot(true);
    connect(&m_reads, &QTimer::timeout, this, &NationalLink::read);
    connect(&m_keeps, &QTimer::timeout, this, &NationalLink::keepLast);
}

NationalLink::~NationalLink() = default;

NationalSettings::Verdicts NationalLink::verdicts() const
{
    return m_settings.access.isEmpty() ? NationalSettings::Verdicts::Own : m_settings.verdicts;
}

void NationalLink::begin(const NationalSettings &settings)
{
    connect(m_store.news(), &storage::StoreNews::changed, this, [this](const QList<Id> &subjects) {
        // Of another program nobody knows what it wrote: perhaps whom to tell.
        if (subjects.isEmpty() && !m_ends && !m_reads.isActive()) {
            m_reads.start();
        }
    });
    m_settings.woken = settings.woken;
    take(settings);
}

void NationalLink::end()
{
    m_ends = true;
    m_reads.stop();
    if (m_keeps.isActive()) {
        m_keeps.stop();
        keepLast();
    }
    if (!m_queue) {
        Q_EMIT ended();
        return;
    }
    connect(m_queue.get(), &NationalQueue::drained, this, &NationalLink::ended);
    m_queue->drain();
}

void NationalLink::read()
{
    if (m_isReading) {
        m_readAgain = true;
        return;
    }
    m_isReading = true;
    auto *watcher = new QFutureWatcher<Result<QMap<QString, QByteArray>>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_isReading = false;
        const auto kept = watcher->future().resultCount() > 0 ? watcher->result() : Error{ErrorCode::Closed, {}};
        if (kept && !m_ends) {
            take(NationalSettings::in(*kept));
        }
        if (std::exchange(m_readAgain, false)) {
            read();
        }
    });
    watcher->setFuture(m_store.ask(storage::SettingsUnder{NationalSettings::prefix()}));
}

void NationalLink::take(const NationalSettings &settings)
{
    const bool isOther = settings.access != m_settings.access;
    const bool isWoken = settings.woken != m_settings.woken;
    const NationalSettings::Verdicts before = verdicts();
    const LastTold last = m_settings.access.isEmpty() ? settings.last : m_settings.last; // of the two ours is the newer
    m_settings = settings;
    m_settings.last = last;
    if (isOther) {
        build();
    } else if (isWoken && m_queue) {
        m_queue->wake();
    }
    if (verdicts() != before) {
        Q_EMIT configured();
    }
}

void NationalLink::build()
{
    m_queue.reset(); // what it was at is in doubt, and the next one asks
    m_client.reset();
    m_settings.last.failingMs = 0;
    m_settings.last.failure.clear();
    m_settings.last.nextTryMs = 0;
    if (m_settings.access.isEmpty()) {
        return;
    }
    Result<NationalAccess> access = NationalAccess::fromFile({u"national.access"_qs, m_settings.access});
    if (!access) {
        show({.lastError = access.error()});
        return;
    }
    m_options.address = access->address;
    auto client = NationalClient::reaching(*std::move(access), m_profile, m_store.isTraining(), m_limits);
    if (!client) {
        show({.lastError = client.error()});
        return;
    }
    m_client = *std::move(client);
    m_queue = std::make_unique<NationalQueue>(
        m_store, m_profile, [client = m_client.get()](const QJsonObject &body) { return client->say(body); }, m_options);
    connect(m_queue.get(), &NationalQueue::changed, this, &NationalLink::show);
    connect(m_queue.get(), &NationalQueue::moved, this, &NationalLink::moved);
    m_queue->begin();
}

void NationalLink::show(const NationalState &state)
{
    LastTold &last = m_settings.last;
    const QString failure = state.lastError ? errorName(state.lastError->code) : QString();
    const bool isOther = failure != last.failure;
    last.toldMs = std::max(last.toldMs, state.lastToldMs);
    last.nextTryMs = state.lastError ? state.nextTryMs : 0;
    last.failure = failure;
    if (!state.lastError) {
        last.failingMs = 0;
    } else if (last.failingMs == 0) {
        last.failingMs = m_options.now();
    }
    if (isOther && state.lastError) {
        Q_EMIT failed(*state.lastError);
    }
    if (m_ends) {
        return;
    }
    if (isOther) {
        m_keeps.start(SoonMs);
    } else if (!m_keeps.isActive()) {
        m_keeps.start(m_kept.toldMs == 0 ? SoonMs : KeepsMs);
    }
}

void NationalLink::keepLast()
{
    if (m_settings.last != m_kept) {
        m_kept = m_settings.last;
        (void)m_store.keepSetting(NationalSettings::prefix() + NationalSettings::lastName(), m_kept.toJson()); // lost, it is kept a minute later
    }
}

} // namespace motcua::national
