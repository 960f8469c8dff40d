// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Export.h"

#include <functional>
#include <memory>

namespace motcua::journal {

/** The end of an export: the heads its chains were checked against. */
struct ExportTrailer
{
    QList<LogHead> heads = {};
};

/** Checks one head's signature over LogHead::signedBytes. */
using HeadVerifier = std::function<bool(const LogHead &head)>;

/**
 * Reads an export (.mcj) from pieces of any size and hands out entries only as far as their chain holds.
 *
 * Feed bytes, then take records until there is none; after the last byte ask finish(). Entries are trustworthy only once
 * finish() has answered well, because the heads and signatures stand at the end.
 */
class ExportReader
{
public:
    /** Where the first record of an export begins. */
    static constexpr qsizetype BeginSize = 8;

    /** How many bytes of an export a record is. */
    [[nodiscard]] static qsizetype sizeOf(const ExportRecord &record);
    /**
     * The records that `bytes`, a part of an export, are; whether they follow each other is for whoever reads it as a whole. EntryMalformed when they
     * are none, or end within one.
     */
    [[nodiscard]] static Result<QList<ExportRecord>> recordsIn(QByteArrayView bytes);

    ExportReader();
    ~ExportReader();
    ExportReader(ExportReader &&) noexcept;
    ExportReader &operator=(ExportReader &&) noexcept;

    void feed(const QByteArray &bytes);

    /**
     * The next whole record; no value when more bytes are needed or the trailer has begun.
     *
     * FileUnreadable (not an export), EntryMalformed, ChainBroken, PayloadMismatch; after an error always that error.
     */
    [[nodiscard]] Result<std::optional<ExportRecord>> next();

    /** The trailer, when every byte was there and every head fits; FileTruncated, ChainBroken, SignatureWrong, EntryMalformed. */
    [[nodiscard]] Result<ExportTrailer> finish(const HeadVerifier &verifier);

private:
    class State;
    std::unique_ptr<State> m_state;
};

} // namespace motcua::journal
