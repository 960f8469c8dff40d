// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Entry.h"
#include "models/journal/LogHead.h"

#include <QList>

namespace motcua::journal {

/**
 * A stretch of one log as it travels: 1 to 500 entries that follow each other, and the owner's signature over the last of them.
 *
 * The signature may be missing in a stretch that somebody else relays; then the entry after it is what vouches for it, by naming its hash.
 */
struct Run
{
    static constexpr qsizetype MaxEntries = 500;

    QList<Entry> entries = {};
    LogHead head = {}; ///< of the last entry; the public key always, the signature perhaps not

    [[nodiscard]] Id origin() const { return head.last.origin; }
    [[nodiscard]] quint64 first() const { return entries.isEmpty() ? 0 : entries.constFirst().header.key.seq; }
    [[nodiscard]] quint64 last() const { return head.last.seq; }

    /**
     * EntryMalformed unless the entries are 1 to 500 of one log without a gap, each naming the hash of the one before, and the head is that
     * of the last. Whether the owner signed it is not looked at here.
     */
    [[nodiscard]] Result<> checked() const;

    friend bool operator==(const Run &, const Run &) = default;
};

} // namespace motcua::journal
