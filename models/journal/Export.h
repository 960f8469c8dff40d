// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Entry.h"

#include <QList>

#include <optional>

namespace motcua::journal {

/** Where one log ends in an export, and its owner's word for it. */
struct ExportHead
{
    EntryKey last = {};
    QByteArray hash = {}; ///< of the last entry's header, 32 bytes
    QByteArray publicKey = {}; ///< Ed25519 (RFC 8032), 32 bytes; of a log this store does not own it may be empty
    QByteArray signature = {}; ///< Ed25519 over signedBytes(last, hash), 64 bytes; empty exactly when the key is

    /** What the owner of a log signs: the 16 bytes "motcua head v1\0\0", origin 16, seq 8 big-endian, hash 32; 72 bytes. */
    [[nodiscard]] static QByteArray signedBytes(const EntryKey &last, const QByteArray &hash);

    friend bool operator==(const ExportHead &, const ExportHead &) = default;
};

/** One entry as it stands in an export. */
struct ExportRecord
{
    enum class Presence : quint8 {
        Present = 1,
        Purged = 2, ///< the payload is gone for ever
        Withheld = 3, ///< the exporter has it and does not give it here
        Absent = 4, ///< the exporter itself received the header only
    };

    QByteArray headerBytes = {};
    Presence presence = Presence::Present;
    std::optional<Payload> payload = {}; ///< exactly when Present

    friend bool operator==(const ExportRecord &, const ExportRecord &) = default;
};

} // namespace motcua::journal
