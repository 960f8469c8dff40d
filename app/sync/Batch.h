// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Run.h"

#include <memory>

namespace motcua::sync {

/**
 * A stretch of one log as bytes on a line or in a file: "MCB1", one byte (0 as it is, 1 packed by zstd, RFC 8878), and the body.
 *
 * Body, integers big-endian: u16 number of entries, public key 32, u8 0 or 64 and that many bytes of signature over the head of the last entry,
 * then per entry u16 and the header, u8 0 or 1; with 1 the salt 16, u32 and the payload (ARCHITECTURE.md, "The journal on paper", Batch).
 */
[[nodiscard]] QByteArray batchOf(const journal::Run &run);

/**
 * Unpacks a batch as its bytes arrive, and stops as soon as they are no batch or would become too much.
 *
 * A batch of 8 MiB at most, which beyond its first 64 KiB is never more than a hundred times what was packed: what goes beyond is meant to fill memory.
 * Entries are checked against their payloads, and that they follow each other; who signed them is the store's question.
 */
class BatchReader
{
public:
    static constexpr qsizetype MaxBytes = 8 * 1024 * 1024;
    static constexpr qsizetype MaxRatio = 100;

    BatchReader();
    ~BatchReader();
    BatchReader(BatchReader &&) noexcept;
    BatchReader &operator=(BatchReader &&) noexcept;
    BatchReader(const BatchReader &) = delete;
    BatchReader &operator=(const BatchReader &) = delete;

    /** FileKindUnknown, FileNewer, FileTooLarge or EntryMalformed, and then again for whatever follows. */
    [[nodiscard]] Result<> feed(QByteArrayView bytes);

    /** The stretch, when all bytes were fed. Errors: those of feed(), FileTruncated, EntryMalformed, PayloadMismatch. */
    [[nodiscard]] Result<journal::Run> end();

private:
    class State;
    std::unique_ptr<State> m_state;
};

/** The same for bytes that are here already. */
[[nodiscard]] Result<journal::Run> runIn(QByteArrayView batch);

} // namespace motcua::sync
