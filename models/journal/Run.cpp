// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Run.h"

namespace motcua::journal {

namespace {

Error malformed(const char *what)
{
    return {ErrorCode::EntryMalformed, QString::fromLatin1(what)};
}

} // namespace

Result<> Run::checked() const
{
    if (entries.isEmpty() || entries.size() > MaxEntries) {
        return malformed("no entry, or more than 500");
    }
    QByteArray hash;
    const EntryKey start = entries.constFirst().header.key;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const Header &header = entries[i].header;
        if (header.key != EntryKey{start.origin, start.seq + static_cast<quint64>(i)}) {
            return malformed("a gap, or another log");
        }
        if (i > 0 && header.previous != hash) {
            return malformed("an entry that does not follow the one before it");
        }
        hash = entries[i].hash();
    }
    if (head.last != entries.constLast().header.key || head.hash != hash || head.publicKey.size() != 32
        || (!head.signature.isEmpty() && head.signature.size() != 64)) {
        return malformed("a head of something else");
    }
    return {};
}

} // namespace motcua::journal
