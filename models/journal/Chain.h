// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Entry.h"

#include <optional>

namespace motcua::journal {

/** Where a log stops being one unbroken chain, and why. */
struct ChainBreak
{
    enum class Reason {
        Malformed, ///< the header's bytes are not a header
        OtherOrigin, ///< an entry of another log
        Gap, ///< entries are missing before it
        Repeated, ///< the same place a second time with the same bytes
        Forked, ///< the same place a second time with other bytes: a cloned disk
        PreviousHash, ///< it was written after something else than what stands before it
        PayloadHash, ///< the payload is not what the header says
    };

    EntryKey at = {}; ///< the first entry that does not fit; of a malformed one the place where it should stand
    Reason reason = Reason::Malformed;

    /** ChainBroken, EntryMalformed, PayloadMismatch or OriginForked. */
    [[nodiscard]] Error error() const;

    friend bool operator==(const ChainBreak &, const ChainBreak &) = default;
};

/** SHA-256(first ‖ second), 32 bytes. */
using Sha256 = QByteArray (*)(QByteArrayView first, QByteArrayView second);

/** Follows one origin's log entry by entry and stops at the first break; costs two hashes an entry. */
class Chain
{
public:
    /** A chain of `origin` from its first entry on, or onward from an entry already verified; whoever has a faster hash brings it. */
    explicit Chain(const Id &origin, Sha256 sha256 = &payloadHash);
    Chain(const EntryKey &last, const QByteArray &lastHash, Sha256 sha256 = &payloadHash);

    /** Takes the next entry; the break if it does not fit, and from then on nothing more. `payload` may be absent. */
    std::optional<ChainBreak> append(const QByteArray &headerBytes, const std::optional<Payload> &payload);
    std::optional<ChainBreak> append(const Entry &entry) { return append(entry.headerBytes, entry.payload); }

    /** The last entry that fitted; seq 0 before the first. */
    [[nodiscard]] const EntryKey &head() const { return m_head; }
    /** Its hash; 32 zero bytes before the first. */
    [[nodiscard]] const QByteArray &headHash() const { return m_headHash; }
    /** Entries taken whose payload was not there. */
    [[nodiscard]] quint64 withoutPayload() const { return m_withoutPayload; }

    /** The first break in a whole log, in the order given. */
    [[nodiscard]] static std::optional<ChainBreak> firstBreak(const Id &origin, const QList<Entry> &log);

private:
    EntryKey m_head;
    QByteArray m_headHash;
    quint64 m_withoutPayload = 0;
    std::optional<ChainBreak> m_broken;
    Sha256 m_sha256;
};

} // namespace motcua::journal
