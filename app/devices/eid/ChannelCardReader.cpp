// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/ChannelCardReader.h"

#include "app/devices/eid/IsoTransport.h"

#include <QDeadlineTimer>
#include <QMutex>
#include <QWaitCondition>

#include <thread>
#include <utility>

namespace motcua {

/** One reading: what both threads know of it. */
class ChannelCardReader::Reading
{
public:
    void cancel()
    {
        const QMutexLocker locker(&m_mutex);
        m_isCancelled = true;
        if (m_channel) {
            m_channel->cancel();
        }
    }

    /** The channel that cancel() speaks to from now on; one that comes too late is cancelled at once. */
    void use(CardChannel *channel)
    {
        const QMutexLocker locker(&m_mutex);
        m_channel = channel;
        if (channel && m_isCancelled) {
            channel->cancel();
        }
    }

    [[nodiscard]] bool isCancelled() const
    {
        const QMutexLocker locker(&m_mutex);
        return m_isCancelled;
    }

private:
    mutable QMutex m_mutex;
    CardChannel *m_channel = nullptr;
    bool m_isCancelled = false;
};

/** Where readings are made, one after another, each on a thread of its own. It lives as long as the last of them, also when its reader does not. */
class ChannelCardReader::Bench
{
public:
    explicit Bench(ChannelCardReader &reader)
        : m_reader(&reader)
    {
    }

    static void start(const std::shared_ptr<Bench> &bench, std::function<void()> work)
    {
        {
            const QMutexLocker locker(&bench->m_mutex);
            ++bench->m_running;
        }
        std::thread([bench, work = std::move(work)]() mutable {
            {
                const QMutexLocker turn(&bench->m_turn);
                work();
                work = nullptr; // with all it holds
            }
            const QMutexLocker locker(&bench->m_mutex);
            --bench->m_running;
            bench->m_ended.wakeAll();
        }).detach();
    }

    /** On the thread of the reader, and only while it is there and `reading` is the one that is told of. */
    void tell(const std::shared_ptr<Reading> &reading, const std::function<void(ChannelCardReader &)> &words)
    {
        const QMutexLocker locker(&m_mutex);
        if (!m_reader) {
            return;
        }
        QMetaObject::invokeMethod(
            m_reader,
            [to = m_reader, reading, words] {
                if (to->m_reading == reading) {
                    words(*to);
                }
            },
            Qt::QueuedConnection);
    }

    /** From the thread of the reader: nothing is told any more. */
    void leave(std::chrono::milliseconds patience)
    {
        const QDeadlineTimer until(patience);
        const QMutexLocker locker(&m_mutex);
        m_reader = nullptr;
        while (m_running > 0 && m_ended.wait(&m_mutex, until)) { }
    }

private:
    QMutex m_turn; ///< held by the reading that is made
    QMutex m_mutex;
    QWaitCondition m_ended;
    ChannelCardReader *m_reader;
    int m_running = 0; ///< readings that are made or wait for their turn
};

ChannelCardReader::ChannelCardReader(Terms terms, QObject *parent)
    : CardReader(parent)
    , m_terms(std::move(terms))
    , m_bench(std::make_shared<Bench>(*this))
{
}

ChannelCardReader::~ChannelCardReader()
{
    dropReading();
    m_bench->leave(m_patience);
}

void ChannelCardReader::dropReading()
{
    if (const auto reading = std::exchange(m_reading, nullptr)) {
        reading->cancel();
    }
}

void ChannelCardReader::cancel()
{
    if (m_reading) {
        m_reading->cancel();
    }
}

void ChannelCardReader::read(const std::shared_ptr<const CardKey> &key)
{
    if (m_reading || !key) {
        return;
    }
    m_reading = std::make_shared<Reading>();
    Bench::start(m_bench, [bench = m_bench, reading = m_reading, key, way = way(), terms = m_terms] {
        const auto end = [&](const CardRecord &card) {
            bench->tell(reading, [card](ChannelCardReader &to) {
                to.m_reading.reset(); // whoever is told may begin the next
                Q_EMIT to.ended(card);
            });
        };
        const auto fail = [&end](const CardError &error) {
            CardRecord nothing;
            nothing.broken = error;
            end(nothing);
        };
        if (reading->isCancelled()) {
            fail({.fault = CardFault::Cancelled});
            return;
        }
        const auto channel = way();
        if (!channel) {
            fail(channel.error());
            return;
        }
        IsoTransport transport(**channel);
        reading->use(&transport);
        SystemEphemeral ephemeral;
        ChipReading whole(terms ? terms() : ReadingTerms(),
            [&](const ReadingProgress &progress) { bench->tell(reading, [progress](ChannelCardReader &to) { Q_EMIT to.progressed(progress); }); },
            [&](const CardRecord &card) { bench->tell(reading, [card](ChannelCardReader &to) { Q_EMIT to.learned(card); }); });
        const CardRecord card = whole.read(transport, *key, ephemeral);
        reading->use(nullptr);
        end(card);
    });
}

} // namespace motcua
