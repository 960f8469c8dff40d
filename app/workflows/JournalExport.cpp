// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/JournalExport.h"

#include "app/storage/JournalQueries.h"
#include "app/storage/SyncQueries.h"

#include <QIODevice>

namespace motcua {

namespace {

Result<> put(QIODevice &out, const QByteArray &bytes)
{
    if (out.write(bytes) != bytes.size()) {
        return Error{ErrorCode::DiskFull, {}};
    }
    return {};
}

} // namespace

Result<quint64> JournalExport::to(QIODevice &out)
{
    if (const Result<> begun = put(out, m_writer.begin()); !begun) {
        return begun.error();
    }
    const Result<QList<storage::OriginRow>> origins = m_store.ask(storage::Origins{}).result();
    if (!origins) {
        return origins.error();
    }
    for (const storage::OriginRow &row : *origins) {
        m_keys.insert(row.id, row.publicKey);
        if (const Result<> written = log(out, row.id, row.contiguous); !written) {
            return written.error();
        }
    }
    const Result<QByteArray> trailer = m_writer.end([this](const journal::LogHead &head) { return signedHead(head); });
    if (!trailer) {
        return trailer.error();
    }
    if (const Result<> ended = put(out, *trailer); !ended) {
        return ended.error();
    }
    return m_entries;
}

Result<> JournalExport::log(QIODevice &out, const Id &origin, quint64 last)
{
    for (quint64 next = 1; next <= last;) {
        const Result<QList<journal::Entry>> page = m_store.ask(storage::JournalRange{.origin = origin, .first = next, .last = last}).result();
        if (!page) {
            return page.error();
        }
        if (page->isEmpty()) {
            return Error{ErrorCode::ChainBroken, QStringLiteral("an entry is missing")};
        }
        for (const journal::Entry &entry : *page) {
            journal::ExportRecord record{.headerBytes = entry.headerBytes, .presence = journal::ExportRecord::Presence::Purged, .payload = {}};
            if (entry.payload) {
                record.presence = m_withPayloads ? journal::ExportRecord::Presence::Present : journal::ExportRecord::Presence::Withheld;
                record.payload = m_withPayloads ? entry.payload : std::nullopt;
            }
            const Result<QByteArray> bytes = m_writer.record(record);
            if (!bytes) {
                return bytes.error();
            }
            if (const Result<> written = put(out, *bytes); !written) {
                return written.error();
            }
            ++m_entries;
        }
        next = page->constLast().header.key.seq + 1;
    }
    return {};
}

// The log this store writes is signed here; of another what its owner signed goes along, where that is for exactly this place.
Result<journal::LogHead> JournalExport::signedHead(journal::LogHead head) const
{
    if (head.last.origin != m_store.origin()) {
        const Result<std::optional<journal::LogHead>> known = m_store.ask(storage::SignedHead{head.last.origin}).result();
        if (!known) {
            return known.error();
        }
        return *known && (*known)->last == head.last && (*known)->hash == head.hash ? **known : head;
    }
    const Result<QByteArray> signature = m_store.signature(journal::LogHead::signedBytes(head.last, head.hash)).result();
    if (!signature) {
        return signature.error();
    }
    head.publicKey = m_keys.value(head.last.origin);
    head.signature = *signature;
    return head;
}

} // namespace motcua
