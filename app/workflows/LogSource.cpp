// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/LogSource.h"

#include "app/security/SigningKey.h"
#include "app/storage/JournalQueries.h"
#include "app/storage/SyncQueries.h"

namespace motcua {

using journal::Entry;
using journal::ExportReader;
using journal::ExportRecord;
using journal::LogHead;
using journal::Run;

namespace {

constexpr qint64 Piece = 256 * 1024;

Error unreadable(const QFile &file)
{
    return {ErrorCode::FileUnreadable, file.fileName()};
}

Result<Entry> entryOf(const ExportRecord &record)
{
    return Entry::from(record.headerBytes, record.payload);
}

} // namespace

Result<std::shared_ptr<ExportSource>> ExportSource::opened(const QString &path)
{
    const std::shared_ptr<ExportSource> source(new ExportSource(path));
    const Result<> read = source->readThrough();
    return read ? Result<std::shared_ptr<ExportSource>>(source) : read.error();
}

Result<> ExportSource::readThrough()
{
    if (!m_file.open(QIODevice::ReadOnly)) {
        return unreadable(m_file);
    }
    ExportReader reader;
    while (!m_file.atEnd()) {
        const QByteArray bytes = m_file.read(Piece);
        if (bytes.isEmpty()) {
            return unreadable(m_file);
        }
        reader.feed(bytes);
        for (;;) {
            const Result<std::optional<ExportRecord>> record = reader.next();
            if (!record) {
                return record.error();
            }
            if (!*record) {
                break;
            }
            if (const Result<> noted = note(**record); !noted) {
                return noted;
            }
        }
    }
    if (!m_origin.isNull()) {
        m_places[m_origin].append(m_at);
    }
    const Result<journal::ExportTrailer> trailer = reader.finish([](const LogHead &head) {
        return security::SigningKey::verify(head.publicKey, LogHead::signedBytes(head.last, head.hash), head.signature);
    });
    if (!trailer) {
        return trailer.error();
    }
    for (LogHead head : trailer->heads) {
        if (head.publicKey.isEmpty()) {
            head.publicKey = m_keys.value(head.last.origin);
        }
        m_logs.append({head, head.last.seq});
    }
    return {};
}

Result<> ExportSource::note(const ExportRecord &record)
{
    const Result<Entry> entry = entryOf(record);
    if (!entry) {
        return entry.error();
    }
    const journal::Header &header = entry->header;
    const bool isTraining = (header.flags & journal::Header::TrainingFlag) != 0;
    if (m_origin.isNull()) {
        m_training = isTraining;
    } else if (isTraining != m_training) {
        return Error{ErrorCode::OriginForeign, QStringLiteral("training and real work in one file")};
    }
    if (header.key.origin != m_origin) {
        if (!m_origin.isNull()) {
            m_places[m_origin].append(m_at);
        }
        m_origin = header.key.origin;
        m_keys.insert(m_origin, storage::JournalTables::keyNamedIn(*entry));
    }
    if ((header.key.seq - 1) % Run::MaxEntries == 0) {
        m_places[m_origin].append(m_at);
    }
    m_at += ExportReader::sizeOf(record);
    return {};
}

Result<QList<Entry>> ExportSource::stretch(const Id &origin, quint64 first, quint64 last)
{
    const QList<qint64> places = m_places.value(origin);
    const auto number = static_cast<qsizetype>((first - 1) / Run::MaxEntries);
    if (first < 1 || number + 1 >= places.size() || !m_file.seek(places[number])) {
        return unreadable(m_file);
    }
    const QByteArray bytes = m_file.read(places[number + 1] - places[number]);
    const Result<QList<ExportRecord>> records = ExportReader::recordsIn(bytes);
    if (!records) {
        return records.error();
    }
    QList<Entry> entries;
    for (const ExportRecord &record : *records) {
        Result<Entry> entry = entryOf(record);
        if (!entry) {
            return entry.error();
        }
        if (entry->header.key.seq <= last) {
            entries.append(*std::move(entry));
        }
    }
    return entries;
}

Result<QList<HeldLog>> StoreSource::logs()
{
    const Result<QList<storage::OriginRow>> origins = m_store.ask(storage::Origins{}).result();
    if (!origins) {
        return origins.error();
    }
    QList<HeldLog> logs;
    for (const storage::OriginRow &row : *origins) {
        if (row.contiguous == 0) {
            continue;
        }
        const Result<std::optional<LogHead>> head = m_store.ask(storage::SignedHead{row.id}).result();
        if (!head) {
            return head.error();
        }
        HeldLog log{.head = head->value_or(LogHead()), .last = row.contiguous};
        if (!*head || log.head.last.seq > row.contiguous) {
            const Result<QList<Entry>> end = stretch(row.id, row.contiguous, row.contiguous);
            if (!end || end->isEmpty()) {
                return end ? Error{ErrorCode::ChainBroken, row.id.toString()} : end.error();
            }
            log.head = {end->constLast().header.key, end->constLast().hash(), row.publicKey, {}};
        }
        logs.append(log);
    }
    return logs;
}

Result<QList<Entry>> StoreSource::stretch(const Id &origin, quint64 first, quint64 last)
{
    return m_store.ask(storage::JournalRange{.origin = origin, .first = first, .last = last}).result();
}

} // namespace motcua
