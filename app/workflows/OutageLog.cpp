// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/OutageLog.h"

#include "app/storage/Await.h"

namespace motcua {

namespace {

constexpr qint64 MinuteMs = 60'000;

bool isAway(const PortalStanding &standing)
{
    return standing.phase == PortalStanding::Phase::Waiting
        && (standing.fault == PortalVerdict::Fault::Network || standing.fault == PortalVerdict::Fault::Portal);
}

} // namespace

OutageLog::OutageLog(int minutes, std::function<qint64()> now, QObject *parent)
    : QObject(parent)
    , m_minutes(minutes)
    , m_now(std::move(now))
{
}

OutageLog::~OutageLog() = default;

void OutageLog::begin(const storage::Store &store)
{
    end();
    m_store = store;
    m_guest = std::make_unique<QObject>();
    await(m_guest.get(), store.ask(storage::LastOutages{.limit = 1}), [this](const Result<QList<storage::Outage>> &outages) {
        m_isKnown = true;
        if (outages && !outages->isEmpty()) {
            m_last = outages->constFirst();
            Q_EMIT changed();
        }
        see(m_standing);
    });
}

void OutageLog::end()
{
    m_guest.reset();
    m_store.reset();
    m_isKnown = false;
    m_standing = {};
    m_last.reset();
}

void OutageLog::see(const PortalStanding &standing)
{
    m_standing = standing;
    if (!m_store || !m_isKnown) {
        return;
    }
    const bool isOpen = m_last && m_last->endedMs == 0;
    if (isAway(standing)) {
        // After a start it fails since the start: one that is open goes on.
        if (!isOpen && standing.sinceMs > 0 && m_now() - standing.sinceMs >= m_minutes * MinuteMs) {
            keep({.beganMs = standing.sinceMs});
        }
    } else if (isOpen && standing.contactMs > m_last->beganMs
        && (standing.phase == PortalStanding::Phase::Resting || standing.phase == PortalStanding::Phase::Exchanging)) {
        keep({.beganMs = m_last->beganMs, .endedMs = standing.contactMs});
    }
}

void OutageLog::setSeen()
{
    if (m_last && m_last->endedMs != 0 && m_last->seenMs == 0) {
        keep({.beganMs = m_last->beganMs, .endedMs = m_last->endedMs, .seenMs = m_now()});
    }
}

void OutageLog::keep(const storage::Outage &outage)
{
    m_last = outage;
    (void)m_store->keep(storage::KeptOutage{outage});
    Q_EMIT changed();
}

} // namespace motcua
