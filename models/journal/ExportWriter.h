// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Export.h"

#include <functional>
#include <memory>

namespace motcua::journal {

/**
 * Writes an export of journals (.mcj), piece by piece, so that a log of any length needs the memory of one entry.
 *
 * File = magic "MCJX0001" (8 bytes), records, trailer. All integers are big-endian.
 *   record:  'E' (0x45), u16 header length, header, u8 presence (1 present, 2 purged, 3 withheld, 4 absent), and when
 *            present: salt (16 bytes), u32 payload length, payload. The entries of one origin stand one after the other,
 *            seq 1, 2, 3 … without a gap; origins ascending by their 16 bytes.
 *   trailer: 'T' (0x54), u16 number of heads, per head: origin 16, seq 8, hash 32, u8 key length (0 or 32), public key,
 *            u8 signature length (0 or 64), signature; origins ascending, exactly those of the records; then SHA-256 of
 *            every byte of the file before it (32 bytes), and nothing after.
 */
class ExportWriter
{
public:
    /** Bytes that open the file. */
    [[nodiscard]] QByteArray begin();

    /** The next record's bytes. Invalid when it breaks the order of the file; EntryMalformed, PayloadMismatch, ChainBroken. */
    [[nodiscard]] Result<QByteArray> record(const ExportRecord &record);

    /** Public key and signature of a log's owner over signedBytes; a head without both is allowed and says "unsigned". */
    using Signer = std::function<Result<LogHead>(const LogHead &unsignedHead)>;

    /** The bytes that close the file; the signer is asked once per origin. */
    [[nodiscard]] Result<QByteArray> end(const Signer &signer);

    /** What was written so far. */
    [[nodiscard]] const QList<LogHead> &heads() const { return m_heads; }

    ExportWriter();
    ~ExportWriter();
    ExportWriter(ExportWriter &&) noexcept;
    ExportWriter &operator=(ExportWriter &&) noexcept;

private:
    class State;
    std::unique_ptr<State> m_state;
    QList<LogHead> m_heads;
};

} // namespace motcua::journal
