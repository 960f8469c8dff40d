// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/ChannelCardReader.h"

#include "app/devices/eid/IsoTransport.h"

#include <QMutex>

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

ChannelCardReader::ChannelCardReader(Terms terms, QObject *parent)
    : CardReader(parent)
    , m_terms(std::move(terms))
{
    m_thread.setMaxThreadCount(1);
}

ChannelCardReader::~ChannelCardReader()
{
    dropReading();
    m_thread.waitForDone();
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

/** On the thread of this object, and only while `reading` is the one that is told of. */
void ChannelCardReader::tell(const std::shared_ptr<Reading> &reading, const std::function<void()> &words)
{
    QMetaObject::invokeMethod(
        this,
        [this, reading, words] {
            if (m_reading == reading) {
                words();
            }
        },
        Qt::QueuedConnection);
}

void ChannelCardReader::read(const std::shared_ptr<const CardKey> &key)
{
    if (m_reading || !key) {
        return;
    }
    m_reading = std::make_shared<Reading>();
    m_thread.start([this, reading = m_reading, key, way = way(), terms = m_terms] {
        const auto end = [&](const CardRecord &card) {
            tell(reading, [this, card] {
                m_reading.reset(); // whoever is told may begin the next
                Q_EMIT ended(card);
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
            [this, &reading](const ReadingProgress &progress) { tell(reading, [this, progress] { Q_EMIT progressed(progress); }); },
            [this, &reading](const CardRecord &card) { tell(reading, [this, card] { Q_EMIT learned(card); }); });
        const CardRecord card = whole.read(transport, *key, ephemeral);
        reading->use(nullptr);
        end(card);
    });
}

} // namespace motcua
