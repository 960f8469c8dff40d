// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/SubjectLog.h"

#include <QMap>

namespace motcua::journal {

namespace {

QList<Entry> distinct(const Id &subject, const QList<Entry> &entries)
{
    QMap<EntryKey, Entry> byKey;
    for (const Entry &entry : entries) {
        if (entry.header.subject != subject) {
            continue;
        }
        const auto known = byKey.constFind(entry.header.key);
        const bool better = known == byKey.constEnd() || entry.headerBytes < known->headerBytes
            || (entry.headerBytes == known->headerBytes && entry.payload && !known->payload);
        if (better) {
            byKey.insert(entry.header.key, entry);
        }
    }
    return byKey.values();
}

QList<Header> headersOf(const QList<Entry> &entries)
{
    QList<Header> headers;
    headers.reserve(entries.size());
    for (const Entry &entry : entries) {
        headers.append(entry.header);
    }
    return headers;
}

} // namespace

SubjectLog::SubjectLog(const Id &subject, const QList<Entry> &entries)
    : m_entries(distinct(subject, entries))
    , m_headers(headersOf(m_entries))
    , m_order(m_headers)
{
}

} // namespace motcua::journal
