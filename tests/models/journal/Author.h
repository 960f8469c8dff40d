// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Entry.h"
#include "models/journal/Kind.h"

#include <QJsonObject>

namespace motcua::journal {

/** Sixteen times one byte: an id that is easy to tell apart in a test. */
inline Id testId(char c)
{
    return Id::fromBytes(QByteArray(16, c));
}

/** Writes one origin's log for tests, chained and hashed as a store would. */
class Author
{
public:
    explicit Author(char origin, Actor::Kind actor = Actor::Kind::Person)
        : m_origin(testId(origin))
        , m_actor{actor, testId('a')}
    {
    }

    Entry write(const Id &subject, const QByteArray &kind, const QJsonObject &payload, const QList<EntryKey> &basis = {}, qint64 ms = 0,
        quint16 version = 1)
    {
        return writeBytes(subject, kind, payloadBytes(payload), basis, ms, version);
    }

    Entry writeBytes(
        const Id &subject, const QByteArray &kind, const QByteArray &bytes, QList<EntryKey> basis = {}, qint64 ms = 0, quint16 version = 1)
    {
        std::sort(basis.begin(), basis.end());
        const quint64 seq = static_cast<quint64>(log.size()) + 1;
        const Payload payload{QByteArray(15, 's') + static_cast<char>(seq), bytes};
        m_time = m_time.next(ms);
        const Header header{.flags = flags,
            .key = {m_origin, seq},
            .previous = log.isEmpty() ? QByteArray(32, '\0') : log.constLast().hash(),
            .id = Id::v7(m_time.unixMs, QByteArray(9, 'r') + static_cast<char>(seq)),
            .time = m_time,
            .receiptMs = m_time.unixMs,
            .actor = m_actor,
            .desk = "H26.1.13/3",
            .subject = subject,
            .kind = kind,
            .version = version,
            .basis = basis,
            .payloadHash = payloadHash(payload.salt, payload.bytes)};
        const Result<Entry> entry = Entry::from(header.encoded(), payload);
        if (!entry) {
            qFatal("the author wrote an illegal entry: %s", qPrintable(entry.error().detail));
        }
        log.append(*entry);
        return *entry;
    }

    [[nodiscard]] const Id &origin() const { return m_origin; }

    QList<Entry> log = {};
    quint16 flags = 0; ///< of the headers

private:
    Id m_origin;
    Actor m_actor;
    HybridTime m_time = {};
};

/** The entry as it is after its payload was purged or withheld. */
inline Entry withoutPayload(Entry entry)
{
    entry.payload.reset();
    return entry;
}

} // namespace motcua::journal
