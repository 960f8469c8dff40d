// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/journal/EntryKey.h"
#include "models/journal/HybridTime.h"

#include <QByteArray>
#include <QList>

namespace motcua::journal {

/** Who acted: a person, or a device such as a kiosk that acts for itself. */
struct Actor
{
    enum class Kind : quint8 { Person = 1, Device = 2, Portal = 3 };

    Kind kind = Kind::Device;
    Id id = {};

    friend bool operator==(const Actor &, const Actor &) = default;
};

/**
 * The part of a journal entry that is hashed, chained and kept for ever; it holds no personal data.
 *
 * Its bytes are fixed once and for all (ARCHITECTURE.md, "The journal on paper"): the four bytes "MCJ1", then each
 * field in the order below as a 16-bit big-endian length and that many bytes, integers big-endian. An entry's hash is
 * SHA-256 of these bytes. The payload is bound by SHA-256(salt ‖ payload), so both can be purged and the chain still holds.
 */
struct Header
{
    static constexpr quint16 TrainingFlag = 0x0001;

    quint16 flags = 0; ///< TrainingFlag or 0; 2 bytes
    EntryKey key = {}; ///< two fields: origin 16 bytes, seq 8 bytes
    QByteArray previous = {}; ///< hash of the entry before it in the same log, 32 bytes; 32 zero bytes for the first
    Id id = {}; ///< UUIDv7, 16 bytes; also the request id of whatever the act asked of others
    HybridTime time = {}; ///< 8 bytes, packed
    qint64 receiptMs = 0; ///< when the act counts in law, milliseconds since 1970-01-01 UTC, 8 bytes
    Actor actor = {}; ///< 17 bytes: kind, id
    QByteArray desk = {}; ///< UTF-8 "unit/desk number", 0 to 64 bytes
    Id visit = {}; ///< 16 bytes, all zero when the act belongs to no visit
    Id subject = {}; ///< what the entry is about: a dossier, a person, the origin itself; 16 bytes
    QByteArray kind = {}; ///< ASCII such as "dossier.accepted", 1 to 64 bytes
    quint16 version = 1; ///< of the payload of this kind, 2 bytes
    QList<EntryKey> basis = {}; ///< last entries on this subject its author had seen: n × (origin 16, seq 8), ascending, n ≤ 64
    QByteArray payloadHash = {}; ///< 32 bytes

    /** The header's bytes. The fields must have the sizes above. */
    [[nodiscard]] QByteArray encoded() const;

    /** The header in `bytes`, or EntryMalformed: any wrong size, order, magic, trailing byte or unsorted basis is refused. */
    [[nodiscard]] static Result<Header> decoded(QByteArrayView bytes);

    friend bool operator==(const Header &, const Header &) = default;
};

/** SHA-256 of `bytes`, 32 bytes. */
[[nodiscard]] QByteArray sha256(QByteArrayView bytes);

/** SHA-256(salt ‖ payload): what a header says of its payload. `salt` has 16 bytes. */
[[nodiscard]] QByteArray payloadHash(QByteArrayView salt, QByteArrayView payload);

} // namespace motcua::journal
