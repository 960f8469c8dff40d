// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Store.h"
#include "models/journal/ExportWriter.h"

#include <QHash>

class QIODevice;

namespace motcua {

/** Writes every log of a store into one file that anybody can verify, piece by piece: one page of entries is in memory at a time. For one writing. */
class JournalExport
{
public:
    /** Without payloads only the headers and hashes go, and that they were withheld. */
    JournalExport(const storage::Store &store, bool withPayloads)
        : m_store(store)
        , m_withPayloads(withPayloads)
    {
    }

    /** How many entries were written. Blocks. Errors: DiskFull, ChainBroken (an entry is missing), those of Store::ask() and ExportWriter. */
    [[nodiscard]] Result<quint64> to(QIODevice &out);

private:
    [[nodiscard]] Result<> log(QIODevice &out, const Id &origin, quint64 last);
    [[nodiscard]] Result<journal::LogHead> signedHead(journal::LogHead head) const;

    storage::Store m_store;
    bool m_withPayloads = false;
    journal::ExportWriter m_writer;
    QHash<Id, QByteArray> m_keys;
    quint64 m_entries = 0;
};

} // namespace motcua
