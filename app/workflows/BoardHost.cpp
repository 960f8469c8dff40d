// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/BoardHost.h"

#include "app/feed/BoardFeed.h"
#include "app/storage/Await.h"
#include "app/storage/HouseQueries.h"

#include <utility>

namespace motcua {

namespace {

constexpr int FeedSettlesMs = 300;

} // namespace

BoardHost::BoardHost(QObject *parent)
    : QObject(parent)
{
    m_reads.setSingleShot(true);
    m_reads.setInterval(FeedSettlesMs);
    connect(&m_reads, &QTimer::timeout, this, &BoardHost::read);
}

BoardHost::~BoardHost()
{
    if (m_feed) {
        m_thread.quit(); // with it goes the feed
        m_thread.wait();
    }
}

void BoardHost::begin(const storage::Store &store)
{
    if (!m_store || m_store->news() != store.news()) {
        end();
        m_guest = std::make_unique<QObject>();
        connect(store.news(), &storage::StoreNews::changed, m_guest.get(), [this](const QList<Id> &subjects) {
            if (subjects.isEmpty() && !m_reads.isActive()) {
                m_reads.start(); // another program wrote: perhaps of the screens
            }
        });
    }
    m_store = store;
    read();
}

void BoardHost::end()
{
    m_guest.reset();
    m_store.reset();
    m_reads.stop();
    m_isReading = m_readAgain = false;
    take({});
}

void BoardHost::read()
{
    if (!m_store) {
        return;
    }
    if (m_isReading) {
        m_readAgain = true;
        return;
    }
    m_isReading = true;
    await(m_guest.get(), m_store->ask(storage::Setting{setting()}), [this](const auto &kept) {
        m_isReading = false;
        if (kept) { // the store tells its own faults; what was known holds
            take(kept->value_or(QByteArray()));
        }
        if (std::exchange(m_readAgain, false)) {
            read();
        }
    });
}

void BoardHost::take(const QByteArray &kept)
{
    if (!m_feed && kept.isEmpty()) {
        return;
    }
    if (!m_feed) {
        m_feed = new feed::BoardFeed;
        m_feed->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_feed, &QObject::deleteLater);
        connect(m_feed, &feed::BoardFeed::changed, this, [this](const feed::FeedStanding &standing) {
            const BoardHosting now{m_hosting.isOn, standing.screens, standing.failure};
            if (m_hosting.isOn && now != m_hosting) {
                m_hosting = now;
                Q_EMIT changed();
            }
        });
        m_thread.start();
    }
    QMetaObject::invokeMethod(m_feed, [feed = m_feed, kept] { feed->setUp(kept); }, Qt::QueuedConnection);
    if (m_hosting.isOn == kept.isEmpty()) {
        m_hosting = {!kept.isEmpty(), 0, {}};
        Q_EMIT changed();
    }
}

void BoardHost::show(const BoardState &state)
{
    if (m_feed && m_hosting.isOn) {
        QMetaObject::invokeMethod(m_feed, [feed = m_feed, state] { feed->show(state); }, Qt::QueuedConnection);
    }
}

} // namespace motcua
