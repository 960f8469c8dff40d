// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Run.h"

#include <optional>

/** What a peer is given of the journal, for Store::ask(). */
namespace motcua::storage {

class Connection;

/**
 * The next stretch of one log for somebody who lacks [first, last] of it, signed where that can be done; none when there is nothing to give.
 *
 * A log this store wrote, now or before it was restored, is signed here and goes from its beginning. Of another owner's log only what they signed
 * goes: up to the next place they signed or, where that is more than a stretch away, from that place backwards, for then each stretch is
 * named by the one after it. `heldFrom` is from where on the peer already has it in that case.
 */
struct OutgoingRun
{
    using Answer = std::optional<journal::Run>;
    Id origin = {};
    quint64 first = 1;
    quint64 last = ~quint64{0};
    std::optional<quint64> heldFrom = {};
    qsizetype limit = journal::Run::MaxEntries;
    qsizetype bytes = 4 * 1024 * 1024; ///< of headers and payloads together; one entry always goes

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** The highest place of a log its owner is known to have signed: the own log's last entry, signed now, or what came with another's. */
struct SignedHead
{
    using Answer = std::optional<journal::LogHead>;
    Id origin = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/**
 * Two words of one owner that cannot both be true: what was signed for the entries of a log that are held here, and for others in their places. None
 * for a log that one machine writes, as far as is known.
 */
struct ForkedHead
{
    using Answer = std::optional<journal::LogHead>; ///< the other one; SignedHead is the first
    Id origin = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** Of these subjects those whose payloads were erased for good, as the journal here says. */
struct PurgedAmong
{
    using Answer = QSet<Id>;
    QSet<Id> subjects = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** From where on a log is held above the place `seq`, when it comes backwards; none when nothing is. */
struct HeldAbove
{
    using Answer = std::optional<quint64>;
    Id origin = {};
    quint64 seq = 0;

    [[nodiscard]] Answer run(Connection &connection) const;
};

} // namespace motcua::storage
